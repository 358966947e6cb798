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

extension Name {
  /// Tables of definitions ask for nothing but this: ids are small numbers in a row, which one
  /// multiplication spreads as well as the standard library's hasher does, in a tenth of its time.
  @inlinable
  public func _rawHashValue(seed: Int) -> Int {
    let mixed = UInt64(truncatingIfNeeded: Int(id) ^ seed) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 32))
  }
}

extension Name: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { text }
  /// Alphabetical order of the spelling.
  public static func < (a: Name, b: Name) -> Bool {
    NameTable.shared.withLock { $0.precedes(Int(a.id), Int(b.id)) }
  }
}

extension Name {
  /// Those of many names that begin with some letters; where none does, those that do so in other
  /// letters, capital or small.
  /// - Complexity: linear in the names, a few nanoseconds for each.
  package static func beginning(with word: String, among names: [Name]) -> [Name] {
    guard !word.isEmpty else { return names }
    return NameTable.shared.withLock { table in
      let exact = table.beginning(with: word, among: names)
      return exact.isEmpty ? table.beginning(withAnyCaseOf: word, among: names) : exact
    }
  }

  /// In alphabetical order.
  package static func sorted(_ names: [Name]) -> [Name] {
    NameTable.shared.withLock { table in
      names.sorted { table.precedes(Int($0.id), Int($1.id)) }
    }
  }
}

/// Words by id, and an open-addressing index from bytes to id.
///
/// A word of up to eight bytes is its own key, packed into one integer, so finding it compares no
/// text; a longer one is found by its hash and then compared.
struct NameTable {
  static let shared = Mutex(NameTable())

  private struct Entry {
    var key: UInt64
    var count: Int
  }
  private(set) var texts: [String] = []
  private var entries: [Entry] = []
  private var slots: [Int32] = Array(repeating: -1, count: 2048)

  init() {
    for spelling in Word.spellings {
      var copy = spelling
      _ = copy.withUTF8 { intern($0) }
    }
  }

  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Name {
    let key = Self.key(bytes)
    let mask = slots.count - 1
    var slot = Self.slot(key) & mask
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      let entry = entries[id]
      if entry.key == key, entry.count == bytes.count,
        bytes.count <= 8 || texts[id].utf8.elementsEqual(bytes)
      {
        return Name(id: Int32(id))
      }
      slot = (slot + 1) & mask
    }
    let id = Int32(texts.count)
    texts.append(String(decoding: bytes, as: UTF8.self))
    entries.append(Entry(key: key, count: bytes.count))
    slots[slot] = id
    if texts.count * 2 > slots.count { grow() }
    return Name(id: id)
  }

  /// Whether one word comes before another in the alphabetical order of the spelling.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (entries[a], entries[b])
    let areShort = x.count <= 8 && y.count <= 8
    // of ASCII alone the bytes are in order as the text is
    guard areShort, (x.key | y.key) & 0x8080_8080_8080_8080 == 0 else { return texts[a] < texts[b] }
    return x.key << (8 * (8 - x.count)) < y.key << (8 * (8 - y.count))
  }

  func beginning(with word: String, among names: [Name]) -> [Name] {
    var word = word
    return word.withUTF8 { start in
      let key = start.count <= 8 ? Self.key(start) : 0
      return names.filter { name in
        let entry = entries[Int(name.id)]
        guard entry.count >= start.count else { return false }
        guard entry.count <= 8 else { return texts[Int(name.id)].utf8.starts(with: start) }
        return entry.key >> UInt64(8 * (entry.count - start.count)) == key
      }
    }
  }

  func beginning(withAnyCaseOf word: String, among names: [Name]) -> [Name] {
    let lower = word.lowercased()
    let start = Array(lower.utf8)
    return names.filter { name in
      let entry = entries[Int(name.id)]
      guard entry.count <= 8, entry.key & 0x8080_8080_8080_8080 == 0 else {
        return texts[Int(name.id)].lowercased().utf8.starts(with: start)
      }
      guard entry.count >= start.count else { return false }
      return start.indices.allSatisfy { i in
        let byte = UInt8(truncatingIfNeeded: entry.key >> UInt64(8 * (entry.count - 1 - i)))
        return ((65...90).contains(byte) ? byte | 32 : byte) == start[i]
      }
    }
  }

  private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    if bytes.count <= 8 {
      for byte in bytes { key = key << 8 | UInt64(byte) }
    } else {
      key = 0xcbf2_9ce4_8422_2325
      for byte in bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return key
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (id, entry) in entries.enumerated() {
      var slot = Self.slot(entry.key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
  }
}

extension Name {
  /// of the argument behind `by`: `sum(x by group)`
  package static let by: Name = "by"
}
