import CKernels

/// Remembers rows, to tell one that comes again.
///
/// A row is remembered as a number that another row does not have (64 bits of a multiplicative hash), in
/// memory of a fixed size: all of half a million rows, and of a longer text the latest of them.
final class RowMemory {
  /// rows that are remembered before older ones are given up
  private static let most = 1 << 19
  private var memory: UnsafeMutableBufferPointer<tj_remembered>
  private var count = 0

  init() { memory = Self.allocate(16) }

  deinit { memory.deallocate() }

  /// Each of them is a line of the cache.
  private static func allocate(_ size: Int) -> UnsafeMutableBufferPointer<tj_remembered> {
    let stride = MemoryLayout<tj_remembered>.stride
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size * stride, alignment: stride)
      .bindMemory(to: tj_remembered.self)
    memory.initialize(repeating: tj_remembered())
    return memory
  }

  /// Once one row was added, all are.
  var isNeeded: Bool { count > 0 }

  /// - Returns: the line of the same row, where there was one.
  func add(_ row: UnsafeBufferPointer<UInt8>, line: Int) -> Int? {
    withUnsafePointer(to: Self.hash(row)) { hash in
      add(UnsafeBufferPointer(start: hash, count: 1), line: line)?.line
    }
  }

  /// Adds rows that stand one below the other.
  /// - Returns: the first that there was before, counted from 0, and the line of the same row.
  func add(_ hashes: UnsafeBufferPointer<UInt64>, line: Int) -> (row: Int, line: Int)? {
    var rest = hashes
    while !rest.isEmpty {
      if count * 2 >= room, count < Self.most { grow() }
      // at most half of the room is taken, for a row to find a place near where it belongs
      let some = min(rest.count, count < Self.most ? room / 2 - count + 1 : rest.count)
      var known: UInt32 = 0
      let row = hashes.count - rest.count
      let added = tj_remember(
        memory.baseAddress, memory.count, count < Self.most ? 0 : 1, rest.baseAddress, some,
        UInt32(truncatingIfNeeded: line + row), &known)
      if added < some { return (row + added, Int(known)) }
      count += some
      rest = UnsafeBufferPointer(rebasing: rest[some...])
    }
    return nil
  }

  private var room: Int { memory.count * Int(tj_rows_together) }

  private func grow() {
    let old = memory
    memory = Self.allocate(old.count * 4)
    for some in old {
      let hashes = [some.hashes.0, some.hashes.1, some.hashes.2, some.hashes.3, some.hashes.4]
      let lines = [some.lines.0, some.lines.1, some.lines.2, some.lines.3, some.lines.4]
      for (hash, line) in zip(hashes, lines) where line != 0 {
        var (hash, known) = (hash, UInt32(0))
        _ = tj_remember(memory.baseAddress, memory.count, 0, &hash, 1, line, &known)
      }
    }
    old.deallocate()
  }

  static func hash(_ row: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = row.baseAddress else { return 0 }
    return tj_row_hash(base, row.count)
  }
}
