/// Remembers rows, to tell one that comes again.
///
/// A row is remembered as a number that another row does not have (64 bits of a multiplicative hash),
/// in a table of fixed size: all of half a million rows, and of a longer text the latest of them.
struct RowMemory {
  private static let full = 1 << 20
  private var slots: [(hash: UInt64, line: UInt32)] = []
  private var count = 0

  /// Once one row was added, all are.
  var isNeeded: Bool { count > 0 }

  /// - Returns: the line of the same row, where there was one.
  mutating func add(_ row: UnsafeBufferPointer<UInt8>, line: Int) -> Int? {
    let hash = Self.hash(row)
    if count * 2 >= slots.count, slots.count < Self.full { grow() }
    count += 1
    return put(hash, UInt32(truncatingIfNeeded: line))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: max(64, old.count * 4))
    for slot in old where slot.line != 0 { _ = put(slot.hash, slot.line) }
  }

  /// The same row, or a free place next to where it belongs; where the table is full, an older row is given up.
  private mutating func put(_ hash: UInt64, _ line: UInt32) -> Int? {
    let mask = slots.count - 1
    let start = Int(truncatingIfNeeded: hash >> 20) & mask
    var free = start
    for step in 0..<(count * 2 <= slots.count ? slots.count : 8) {
      let index = (start + step) & mask
      let slot = slots[index]
      if slot.line == 0 {
        free = index
        break
      }
      if slot.hash == hash { return Int(slot.line) }
    }
    slots[free] = (hash, line)
    return nil
  }

  static func hash(_ row: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(row)
    var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    func mix(_ word: UInt64) {
      let (high, low) = (hash ^ word).multipliedFullWidth(by: 0xff51_afd7_ed55_8ccd)
      hash = high ^ low &+ 0x2545_f491_4f6c_dd1d
    }
    var index = 0
    while index + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    mix(rest)
    return hash
  }
}
