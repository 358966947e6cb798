import Glibc

/// Where each unit name is declared in the embedded unit files: names to byte ranges, nothing parsed.
///
/// A line `unit W = 1 J/s, long watt watts, prefixes SI, ladder …` declares `W`, `watt` and `watts`.
struct DefinitionIndex {
  /// How a name takes prefixes: symbols `k`, words `kilo`, `bit` either, others none.
  enum Kind: UInt8 {
    case symbol, word, either, bare

    func takes(_ kind: Kind) -> Bool { self == kind || self == .either }
  }

  struct Text {
    let start: UnsafePointer<UInt8>
    let length: Int32
    var count: Int { Int(length) }

    init(start: UnsafePointer<UInt8>, count: Int) {
      (self.start, length) = (start, Int32(truncatingIfNeeded: count))
    }

    var string: String {
      String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  struct Declaration {
    /// the line after `unit `
    let line: Text
    /// the `##` lines above it
    let documentation: Text
  }

  struct Entry {
    let name: Text
    let declaration: Int32
    var kind: Kind
  }

  private(set) var declarations: [Declaration] = []
  private(set) var entries: [Entry] = []
  private var slots: [Int16] = Array(repeating: -1, count: 4096)

  /// - Complexity: linear in the text; some tens of microseconds for all files.
  init(files: [(name: StaticString, text: StaticString)]) {
    declarations.reserveCapacity(300)
    entries.reserveCapacity(700)
    for file in files { scan(file.text) }
  }

  /// The entry of a name that is declared as it stands, without a prefix.
  func entry(_ name: UnsafeBufferPointer<UInt8>) -> Entry? {
    guard let start = name.baseAddress else { return nil }
    let mask = slots.count - 1
    var slot = Self.hash(start, name.count) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.name.count == name.count, memcmp(entry.name.start, start, name.count) == 0 {
        return entry
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func scan(_ text: StaticString) {
    var at = text.utf8Start
    let end = at + text.utf8CodeUnitCount
    var documentation = at
    while at < end {
      let newline = memchr(at, 10, end - at)
      let lineEnd = newline.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
      if at[0] == 0x75, lineEnd - at > 5, memcmp(at, "unit ", 5) == 0 {
        let index = Int32(declarations.count)
        declarations.append(
          Declaration(
            line: Text(start: at + 5, count: lineEnd - at - 5),
            documentation: Text(start: documentation, count: at - documentation)))
        scanNames(at + 5, lineEnd, declaration: index)
        documentation = lineEnd + 1
      } else if at[0] != 0x23 {
        documentation = lineEnd + 1
      }
      at = lineEnd + 1
    }
  }

  /// Reads the first word of a line and the words of its clauses `short`, `long` and `also`.
  private mutating func scanNames(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, declaration: Int32
  ) {
    var at = start
    var kind: Kind? = .symbol
    var isClauseStart = false
    while at < end {
      if at[0] == 0x20 || at[0] == 0x2C {
        if at[0] == 0x2C { isClauseStart = true }
        at += 1
        continue
      }
      let word = at
      while at < end, at[0] != 0x20, at[0] != 0x2C { at += 1 }
      let count = at - word
      if isClauseStart {
        isClauseStart = false
        kind = Self.kind(ofClause: word, count)
        if kind == nil, let comma = memchr(at, 0x2C, end - at) {
          at = UnsafePointer(comma.assumingMemoryBound(to: UInt8.self))
        } else if kind == nil {
          return
        }
      } else if let kind {
        add(Entry(name: Text(start: word, count: count), declaration: declaration, kind: kind))
        if word == start {
          guard let comma = memchr(at, 0x2C, end - at) else { return }
          at = UnsafePointer(comma.assumingMemoryBound(to: UInt8.self))
        }
      }
    }
  }

  private static func kind(ofClause word: UnsafePointer<UInt8>, _ count: Int) -> Kind? {
    if count == 4, memcmp(word, "also", 4) == 0 { return .bare }
    if count == 4, memcmp(word, "long", 4) == 0 { return .word }
    if count == 5, memcmp(word, "short", 5) == 0 { return .symbol }
    return nil
  }

  private mutating func add(_ entry: Entry) {
    let mask = slots.count - 1
    var slot = Self.hash(entry.name.start, entry.name.count) & mask
    while slots[slot] >= 0 {
      let known = entries[Int(slots[slot])]
      if known.declaration == entry.declaration, known.name.count == entry.name.count,
        memcmp(known.name.start, entry.name.start, entry.name.count) == 0
      {
        entries[Int(slots[slot])].kind = .either
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int16(truncatingIfNeeded: entries.count)
    entries.append(entry)
  }

  private static func hash(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in 0..<count { hash = (hash ^ UInt64(start[i])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}
