import Synchronization

/// A word of the language, interned: two names are the same word if their ids are equal.
///
/// ```
/// Name("jt") == Name("jt")   // true, one integer comparison
/// Name("jt").text            // "jt"
/// ```
///
/// The table of words is shared by the process and only ever grows.
public struct Name: Hashable, Sendable {
  public let id: Int32

  @usableFromInline init(id: Int32) { self.id = id }

  public init(_ text: String) {
    var copy = text
    self = copy.withUTF8 { Name(bytes: $0) }
  }

  /// The word spelled by UTF-8 bytes.
  public init(bytes: UnsafeBufferPointer<UInt8>) {
    self = NameTable.shared.withLock { $0.intern(bytes) }
  }

  public var text: String { NameTable.shared.withLock { $0.texts[Int(id)] } }
}

extension Name: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { text }
  /// Alphabetical order of the spelling.
  public static func < (a: Name, b: Name) -> Bool { a.text < b.text }
}

/// Words by id, and an open-addressing index from bytes to id.
struct NameTable {
  static let shared = Mutex(NameTable())

  var texts: [String] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 4096)

  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Name {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, same(texts[id], bytes) { return Name(id: Int32(id)) }
      slot = (slot + 1) & mask
    }
    let id = Int32(texts.count)
    texts.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    slots[slot] = id
    if texts.count * 2 > slots.count { grow() }
    return Name(id: id)
  }

  private func same(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let utf8 = text.utf8
    return utf8.count == bytes.count && utf8.elementsEqual(bytes)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }
}
