/// Random numbers that follow from a key alone: SplitMix64 (G. Steele, D. Lea, C. Flood, *Fast
/// splittable pseudorandom number generators*, OOPSLA 2014).
struct KeyedStream {
  private var state: UInt64

  init(_ key: UInt64) { state = key }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// The number that is `next` after `index` others: nothing but the key is kept.
  static func number(_ key: UInt64, _ index: UInt64) -> UInt64 {
    mixed(key &+ 0x9e37_79b9_7f4a_7c15 &* (index &+ 1))
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// The key of a source: the same in every run and on every machine.
  ///
  /// The name's bytes go through FNV-1a, then both words through the mixing step.
  static func key(seed: UInt64, name: String, replicate: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return mixed(mixed(mixed(seed &+ 0x9e37_79b9_7f4a_7c15) ^ hash) &+ replicate)
  }
}
