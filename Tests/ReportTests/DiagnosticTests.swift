import Syntax
import Testing

@testable import Engine
@testable import Report

/// Errors and notes at their place.
struct DiagnosticTests {
  /// The first occurrence of a text.
  func place(_ source: SourceText, _ text: String) -> Place {
    let bytes = Array(text.utf8)
    let start =
      (0...(source.bytes.count - bytes.count)).first {
        Array(source.bytes[$0..<($0 + bytes.count)]) == bytes
      } ?? 0
    return Place(source, Span(start, start + bytes.count))
  }

  func render(
    _ words: Words, at place: Place, labels: [Diagnostic.Label] = [],
    severity: Diagnostic.Severity = .error, settings: Settings = Settings()
  ) -> String {
    let diagnostic = Diagnostic(
      PlainProblem(id: "plain"), at: place, labels: labels, severity: severity)
    return DiagnosticText.styled(diagnostic, words, settings: settings).plainText
  }

  let mismatch = Words(
    message: "power and energy/token do not add", label: "jt is 9.63102 J/t (energy/token)",
    hints: ["node / tput has the right dimension"])

  @Test func `both operands are underlined and labelled`() {
    let source = SourceText(name: "rig.tj", text: "node = 3.08 kW\n\nx = jt + node # sum\n")
    let node = Place(source, Span(25, 29))
    #expect(node.text == "node")
    #expect(
      render(mismatch, at: place(source, "jt"), labels: [.init(node, "node is 3.08 kW (power)")])
        == """
        error: power and energy/token do not add
          --> rig.tj:3:5
          3 | x = jt + node # sum
            |     ^^   ---- node is 3.08 kW (power)
            |     jt is 9.63102 J/t (energy/token)
          help: node / tput has the right dimension

        """)
  }

  @Test func `three labels hang from their places, inner marks over outer ones`() {
    let source = SourceText(name: "prompt", text: "a + bb + c", firstLine: 12)
    #expect(
      render(
        Words(message: "these do not add", label: "here"), at: place(source, "a + bb + c"),
        labels: [
          .init(place(source, "bb"), "second"), .init(place(source, "c"), "third"),
        ])
          == """
          error: these do not add
            --> 12:1
            12 | a + bb + c
               | ^^^^--^^^- third
               | |   second
               | here

          """)
  }

  @Test func `labels on other lines and in other sources`() {
    let source = SourceText(name: "rig.tj", text: "a = 1\nb = 2\nc = 3\nd = a\n")
    let other = SourceText(name: "lib/base.tj", text: "# base\nz = 1\n")
    #expect(
      render(
        Words(message: "a is defined twice"), at: place(source, "d = a"),
        labels: [
          .init(place(source, "a = 1"), "first"), .init(place(source, "c"), "near"),
          .init(place(other, "z"), "and here"),
        ])
          == """
          error: a is defined twice
            --> rig.tj:4:1
            1 | a = 1
              | ----- first
            ...
            3 | c = 3
              | - near
            4 | d = a
              | ^^^^^
            --> lib/base.tj:2:1
            2 | z = 1
              | - and here

          """)
  }

  @Test func `tabs, wide and combining characters keep the marks in place`() {
    let source = SourceText(name: "f", text: "\tx = 東京e\u{301} + 1")
    #expect(
      render(Words(message: "m", label: "here"), at: place(source, "+"))
        == """
        error: m
          --> f:1:10
          1 |     x = 東京e\u{301} + 1
            |               ^ here

        """)
  }

  @Test func `control characters, direction marks and bytes that are no text are made visible`() {
    let bytes: [UInt8] = Array("a\u{1B}[31m \u{202E}".utf8) + [0xFF] + Array(" b\r\n".utf8)
    let source = SourceText(name: "f", bytes: bytes)
    #expect(
      render(Words(message: "odd \u{7}"), at: place(source, "b"))
        == """
        error: odd ␇
          --> f:1:11
          1 | a␛[31m <U+202E>\u{FFFD} b
            |                  ^

        """)
  }

  @Test func `the end of a text is a place too`() {
    let source = SourceText(name: "-e", text: "(1 + 2")
    #expect(
      render(Words(message: "a bracket is open"), at: Place(source, Span(6, 6)))
        == """
        error: a bracket is open
          --> -e:1:7
          1 | (1 + 2
            |       ^

        """)
    let unclosed = SourceText(name: "f", text: "x = (\r\n")
    #expect(
      render(Words(message: "m"), at: Place(unclosed, Span(7, 7)))
        == "error: m\n  --> f:2:1\n  2 |\n    | ^\n")
    #expect(
      render(Words(message: "m"), at: Place(unclosed, Span(5, 6)))
        == "error: m\n  --> f:1:6\n  1 | x = (\n    |      ^\n")
    let empty = SourceText(name: "missing.tj", text: "")
    #expect(
      render(Words(message: "no such file"), at: Place(empty, Span(0, 0)))
        == "error: no such file\n  --> missing.tj\n")
  }

  @Test func `a place over several lines is underlined on its first`() {
    let source = SourceText(name: "f", text: "x = (1 +\n  2)\n")
    #expect(
      render(Words(message: "m"), at: place(source, "(1 +\n  2)"))
        == "error: m\n  --> f:1:5\n  1 | x = (1 +\n    |     ^^^^\n")
  }

  @Test func `of a very long line the part around the place is shown`() {
    let text =
      String(repeating: "1+", count: 500_000) + "?" + String(repeating: "+2", count: 500_000)
    let source = SourceText(name: "f", text: text)
    let lines = render(
      Words(message: "m", label: "here"), at: place(source, "?"),
      labels: [.init(Place(source, Span(0, 1)), "start")]
    ).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[1] == "  --> f:1:1000001")
    let shown = String(lines[2])
    #expect(shown.hasPrefix("  1 | …1+") || shown.hasPrefix("  1 | …+1"))
    #expect(shown.hasSuffix("…"))
    #expect(shown.count <= 100)
    let at = shown.firstIndex(of: "?").map { shown.distance(from: shown.startIndex, to: $0) }
    let mark = lines[3].firstIndex(of: "^").map {
      lines[3].distance(from: lines[3].startIndex, to: $0)
    }
    #expect(at == mark && at != nil)
    #expect(lines[5] == "    | - start")
  }

  @Test func `the last character of a very long line is shown`() {
    let source = SourceText(name: "f", text: String(repeating: "1+", count: 500) + "?")
    let lines = render(Words(message: "m"), at: place(source, "?")).split(separator: "\n")
    #expect(lines[2].hasPrefix("  1 | …") && lines[2].hasSuffix("1+?"))
    #expect(lines[2].count == 99)
    #expect(lines[3] == "    | " + String(repeating: " ", count: 92) + "^")
  }

  @Test func `a note is one line, and its mend another`() {
    let words = Words(message: "1/2 m is 1/(2 m)", hints: ["write (1/2) m"])
    let file = SourceText(name: "rig.tj", text: "a = 1\nb = 1/2 m\n")
    #expect(
      render(words, at: place(file, "1/2 m"), severity: .note)
        == "note: 1/2 m is 1/(2 m) (rig.tj:2:5)\n  help: write (1/2) m\n")
    let prompt = SourceText(name: "prompt", text: "1/2 m", firstLine: 3)
    #expect(
      render(words, at: place(prompt, "1/2 m"), severity: .note)
        == "note: 1/2 m is 1/(2 m)\n  help: write (1/2) m\n")
  }

  @Test func `hints of several lines stand under each other`() {
    let source = SourceText(name: "f", text: "x")
    #expect(
      render(Words(message: "m", hints: ["a\nb", "c"]), at: place(source, "x"))
        == """
        error: m
          --> f:1:1
          1 | x
            | ^
          help: a
                b
          help: c

        """)
  }

  @Test func `errors stand apart, notes together`() {
    let s = Samples()
    let source = SourceText(name: "f", text: "x")
    let error = Outcome.diagnostic(Diagnostic(PlainProblem(id: "not-so"), at: place(source, "x")))
    let note = Outcome.diagnostic(.note(PlainProblem(id: "by-the-way"), at: place(source, "x")))
    #expect(
      s.render(note, note, error, error)
        == """
        note: by the way (f:1:1)
        note: by the way (f:1:1)

        error: not so
          --> f:1:1
          1 | x
            | ^

        error: not so
          --> f:1:1
          1 | x
            | ^

        """)
  }
}
