import Syntax

/// A map from whole numbers to small whole numbers: the caches of the unit table.
///
/// Open addressing in two flat arrays; a look-up is a few nanoseconds. Nothing is ever removed.
struct IntegerMap {
  private var keys: [UInt64] = Array(repeating: .max, count: 64)
  private var values: [Int32] = Array(repeating: 0, count: 64)
  private(set) var count = 0

  /// - Parameter key: anything but `UInt64.max`.
  subscript(key: UInt64) -> Int32? {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == .max { return nil }
      slot = (slot + 1) & mask
    }
  }

  mutating func insert(_ key: UInt64, _ value: Int32) {
    if count * 2 >= keys.count { grow() }
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & mask }
    if keys[slot] == .max { count += 1 }
    keys[slot] = key
    values[slot] = value
  }

  /// A key for a list of numbered things to a power each.
  static func key<Item>(_ list: [Item], _ parts: (Item) -> (Int32, Rational)) -> UInt64 {
    var key: UInt64 = 0xcbf2_9ce4_8422_2325
    for item in list {
      let (number, exponent) = parts(item)
      for part in [number, exponent.numerator, exponent.denominator] {
        key = (key ^ UInt64(UInt32(bitPattern: part))) &* 0x100_0000_01b3
        key ^= key >> 32
      }
    }
    return key >> 1
  }

  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 24) & mask
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    let mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != .max {
      var slot = Self.slot(key, mask)
      while keys[slot] != .max { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = oldValues[index]
    }
  }
}
