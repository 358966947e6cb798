import Foundation
import Testing
import Units

/// Every conversion of `pairs` against GNU units, or against the exact ratio of a stated choice.
@Suite struct `Conversions agree with GNU units` {
  struct Pair {
    var from: String
    var to: String
    /// what `units` is asked; nil where `ratio` is stated
    var asked: (from: String, to: String)?
    var ratio: Double?
  }

  static let all: [Pair] = pairs.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    if cells.count < 4 { return nil }
    if cells[2].hasPrefix("= ") {
      return Pair(from: cells[0], to: cells[1], ratio: Double(cells[2].dropFirst(2)))
    }
    return Pair(from: cells[0], to: cells[1], asked: (cells[2], cells[3]))
  }

  @Test func `to 1e-9, in one process for all pairs`() throws {
    let asked = Self.all.compactMap(\.asked)
    #expect(asked.count >= 200)
    let answers = try Self.gnuUnits(asked)
    try #require(answers.count == asked.count, "units answered \(answers.count) of \(asked.count)")
    let table = UnitTable()
    var next = answers.makeIterator()
    for pair in Self.all {
      let expected = try #require(pair.asked == nil ? pair.ratio : next.next())
      let found = try convert(pair.from, to: pair.to, in: table)
      // readings near zero differ by the rounding of 273.15
      let isZero = abs(expected) < 1e-6 && abs(found) < 1e-6 && pair.from.contains("°")
      #expect(
        isZero || agree(found, expected, within: 1e-9),
        "\(pair.from) in \(pair.to): \(found), not \(expected)")
    }
  }

  /// What `units` answers; its absence is a failure.
  static func gnuUnits(_ pairs: [(from: String, to: String)]) throws -> [Double] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["units", "--terse", "--quiet", "-o", "%.17g"]
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let lines = pairs.map { "\($0.from)\n\($0.to)\n" }.joined()
    DispatchQueue.global().async {
      try? input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
      try? input.fileHandleForWriting.close()
    }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0,
      "GNU units is needed for this test: apt-get install units (it said: \(text.prefix(200)))")
    let answers = text.split(separator: "\n").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    return try answers.enumerated().map { offset, answer in
      try #require(answer, "units does not know \(pairs[min(offset, pairs.count - 1)])")
    }
  }
}
