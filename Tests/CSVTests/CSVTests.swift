import Glibc
import Testing

@testable import CSV

/// All records of a text; expected values are what Python's `csv.reader(…, strict=True)` gives
/// (it gives `[]` for an empty line, which we skip).
private func read(_ text: String, separator: Character = ",") throws -> [[String]] {
  var reader = CSVReader(Array(text.utf8), separator: separator.asciiValue ?? 44)
  var records: [[String]] = []
  while try reader.next() { records.append(reader.texts) }
  return records
}

@Suite struct Reading {
  @Test(
    arguments: [
      ("", []),
      ("a,b\n", [["a", "b"]]),
      ("a,b", [["a", "b"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a\rb\r", [["a"], ["b"]]),
      ("\u{FEFF}id,x\n1,2\n", [["id", "x"], ["1", "2"]]),
      (",\n", [["", ""]]),
      ("a,,\n", [["a", "", ""]]),
      ("\n\na\n\n", [["a"]]),
      ("\"\"\n", [[""]]),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]),
      ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
      ("\"say \"\"yes\"\"\",2\n", [["say \"yes\"", "2"]]),
      ("\"\"\"\"\n", [["\""]]),
      ("\"\"\"as low as\"\"\"", [["\"as low as\""]]),
      ("a\"b,c\n", [["a\"b", "c"]]),
      (" \"a\",b\n", [[" \"a\"", "b"]]),
      ("a , b\n", [["a ", " b"]]),
      ("é,µ,日本\n", [["é", "µ", "日本"]]),
      ("1,2,3\n4\n", [["1", "2", "3"], ["4"]]),
    ] as [(String, [[String]])])
  func `reads as Python's csv does`(text: String, records: [[String]]) throws {
    #expect(try read(text) == records)
  }

  @Test func `another separator`() throws {
    #expect(try read("a,b\tc\n\"d\te\"\tf\n", separator: "\t") == [["a,b", "c"], ["d\te", "f"]])
  }

  @Test(arguments: [
    ("a\n\"b\nc", CSVProblem.unclosedQuote(line: 2)),
    ("\"", .unclosedQuote(line: 1)),
    ("\"a\"\"", .unclosedQuote(line: 1)),
    ("x\n\"a\"b\n", .textAfterQuote(line: 2)),
    ("\"a\nb\" ,c\n", .textAfterQuote(line: 2)),
  ])
  func `a fault names its line`(text: String, problem: CSVProblem) {
    #expect(throws: problem) { try read(text) }
  }

  @Test func `after a fault there is nothing`() throws {
    var reader = CSVReader(Array("\"a\"b\nc\n".utf8))
    #expect(throws: CSVProblem.textAfterQuote(line: 1)) { try reader.next() }
    #expect(try !reader.next())
    #expect(reader.count == 0)
  }

  @Test func `records know their line and their bytes`() throws {
    var reader = CSVReader(Array("a\n\n\"b\nc\"\r\nd".utf8))
    var seen: [(Int, Range<Int>)] = []
    while try reader.next() { seen.append((reader.line, reader.range)) }
    #expect(seen.map(\.0) == [1, 3, 5])
    #expect(seen.map(\.1) == [0..<2, 3..<10, 10..<11])
  }

  @Test func `an empty cell is not an empty text`() throws {
    var reader = CSVReader(Array(",\"\"\n".utf8))
    #expect(try reader.next())
    #expect(!reader.isQuoted(0) && reader.isQuoted(1))
    #expect(reader.text(7) == "" && reader.rawBytes(7).isEmpty)
  }

  @Test func `bytes that are no text`() throws {
    var reader = CSVReader([0x61, 0xFF, 0x2C, 0x00, 0x0A])
    #expect(try reader.next())
    #expect(reader.texts == ["a\u{FFFD}", "\0"])
  }

  @Test func `a record beyond the limit`() throws {
    let text = "a\n" + String(repeating: "x", count: 1000)
    try withPipe(of: text) { descriptor in
      var reader = CSVReader(descriptor: descriptor, recordLimit: 100, chunk: 10)
      try #require(try reader.next())
      #expect(throws: CSVProblem.recordTooLong(line: 2, limit: 100)) { try reader.next() }
    }
  }
}

@Suite struct Streaming {
  static let text = "\u{FEFF}id,\"a \"\"b\"\"\"\r\n\r\n\"x\r\ny\",\r\nlast,\"\""

  /// Whatever the chunks, the records are the same: no border falls where it would matter.
  @Test(arguments: 1...40)
  func `chunks do not matter`(chunk: Int) throws {
    try withPipe(of: Self.text) { descriptor in
      var reader = CSVReader(descriptor: descriptor, chunk: chunk)
      var records: [[String]] = []
      var lines: [Int] = []
      while try reader.next() {
        records.append(reader.texts)
        lines.append(reader.line)
      }
      #expect(records == [["id", "a \"b\""], ["x\r\ny", ""], ["last", ""]])
      #expect(lines == [1, 3, 5])
    }
  }

  @Test func `somebody else reads some records`() throws {
    try withPipe(of: "a\nb\nc\n\nd\n") { descriptor in
      var reader = CSVReader(descriptor: descriptor, chunk: 5)
      try #require(try reader.next())
      reader.skip { bytes, line in
        #expect(Array(bytes) == Array("b\nc".utf8) && line == 2)
        return (2, 1)
      }
      try #require(try reader.next())
      #expect(reader.text(0) == "c" && reader.line == 3)
      reader.skip { _, line in
        #expect(line == 4)
        return (0, 0)
      }
      try #require(try reader.next())
      #expect(reader.text(0) == "d" && reader.line == 5 && reader.range == 7..<9)
    }
  }

  @Test func `a descriptor that cannot be read`() {
    var reader = CSVReader(descriptor: -1)
    #expect(throws: CSVProblem.unreadable(line: 1, errno: EBADF)) { try reader.next() }
  }
}

@Suite struct Writing {
  @Test(arguments: [
    (["a", "b"], "a,b\n"),
    (["a,b", "c"], "\"a,b\",c\n"),
    (["say \"yes\""], "\"say \"\"yes\"\"\"\n"),
    (["two\nlines", "cr\r"], "\"two\nlines\",\"cr\r\"\n"),
    (["", ""], ",\n"),
    ([""], "\"\"\n"),
    ([" a "], " a \n"),
  ])
  func `quotes where needed, as Python's csv.writer`(fields: [String], text: String) {
    var writer = CSVWriter()
    writer.record(fields)
    #expect(writer.text == text)
  }

  @Test func `line ends and separators`() {
    var writer = CSVWriter(separator: UInt8(ascii: ";"), lineEnd: .crlf)
    writer.record(["a;b", "c,d"])
    #expect(writer.text == "\"a;b\";c,d\r\n")
  }

  @Test func `what is written reads back`() throws {
    let parts = ["", "a", "\"", ",", "\n", "\r\n", "é", "\"\"", "a\"b", " "]
    var records: [[String]] = []
    for first in parts { for second in parts { records.append([first, second + first, second]) } }
    for part in parts { records.append([part]) }
    for end in [CSVWriter.LineEnd.lf, .crlf] {
      var writer = CSVWriter(lineEnd: end)
      var bytes: [UInt8] = []
      for record in records {
        writer.record(record)
        bytes += writer.take()
      }
      var reader = CSVReader(bytes)
      var back: [[String]] = []
      while try reader.next() { back.append(reader.texts) }
      #expect(back == records)
    }
  }
}

/// Runs `body` with the reading end of a pipe that holds `text` (at most 64 KiB).
private func withPipe(of text: String, _ body: (Int32) throws -> Void) throws {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  defer { close(ends[0]) }
  let bytes = Array(text.utf8)
  #expect(write(ends[1], bytes, bytes.count) == bytes.count)
  close(ends[1])
  try body(ends[0])
}
