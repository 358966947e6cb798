import Glibc

extension [Double] {
  /// A column whose cells `fill` writes, all of them; nil where it says false, having been stopped.
  ///
  /// Behind a long one lie large pages, which the system hands out far faster than 512 small ones
  /// each. It takes a whole number of them where little is lost: Linux lets new memory begin with
  /// one then.
  init?(count: Int, fill: (UnsafeMutableBufferPointer<Double>) -> Bool) {
    let pages = LargePages(behind: count)
    var isFilled = false
    self.init(unsafeUninitializedCapacity: pages?.capacity ?? count) { cells, filled in
      if let pages, let base = cells.baseAddress { pages.ask(for: Int(bitPattern: base)) }
      isFilled = fill(UnsafeMutableBufferPointer(rebasing: cells.prefix(count)))
      filled = isFilled ? count : 0
    }
    if !isFilled { return nil }
  }
}

/// The large pages that a long column lies in.
private struct LargePages {
  private static let page = 1 << 21
  /// room for what the allocator and the array put before the cells, and for rounding
  private static let head = 64
  /// known to Linux since 6.1, and not yet to every C library
  private static let collapse: Int32 = 25

  /// how many cells fill the pages, or as many as there are where that would be an eighth more
  let capacity: Int

  /// - Returns: nil for a column that is too short.
  init?(behind count: Int) {
    let bytes = count * MemoryLayout<Double>.stride
    guard bytes >= Self.page else { return nil }
    let pages = (bytes + Self.head + Self.page - 1) / Self.page
    let full = (pages * Self.page - Self.head) / MemoryLayout<Double>.stride
    capacity = full - count <= count / 8 ? full : count
  }

  /// Only speed is lost where the system declines.
  func ask(for base: Int) {
    let start = base & ~(Self.page - 1)
    let end = (base + capacity * MemoryLayout<Double>.stride + Self.head / 2) & ~(Self.page - 1)
    guard end > start, let first = UnsafeMutableRawPointer(bitPattern: start) else { return }
    madvise(first, end - start, MADV_HUGEPAGE)
    // new memory: the allocator has written into its first page, a small one, already
    if base - start <= Self.head { madvise(first, Self.page, Self.collapse) }
  }
}
