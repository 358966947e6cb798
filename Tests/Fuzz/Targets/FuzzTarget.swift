import CSV
import Engine
import Report
import Shell
import Support
import Syntax
import Units

/// What a fuzzer feeds with bytes. Each says in words what it found wrong; a crash says it by itself.
///
/// `scripts/fuzz` runs them under libFuzzer with the sanitizers, `FuzzTests` replays what is kept.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case lexer, parser, statements, csv, journal, program

  package func fault(with bytes: [UInt8]) -> String? {
    switch self {
    case .lexer: LexerTarget.fault(with: bytes)
    case .parser: ParserTarget.fault(with: bytes)
    case .statements: SessionTarget.fault(with: bytes)
    case .csv: CSVTarget.fault(with: bytes)
    case .journal: JournalTarget.fault(with: bytes)
    case .program: ProgramTarget.fault(with: bytes)
    }
  }
}

/// All that the unit files say, read once. Nobody reads by it: a table learns while it is asked.
enum KnownUnits {
  nonisolated(unsafe) static let table: UnitTable = {
    let table = UnitTable()
    for name in table.allNames() { _ = table.unit(named: Name(name)) }
    // and what is looked up again and again: that names of programs are no units, names of dimensions
    for letter in ["x", "f", "s"] {
      for number in 0..<20 { _ = table.isUnit(Name("\(letter)\(number)")) }
    }
    let common = ["W", "J", "s", "t", "$", "kg", "m", "gCO2e"]
      .compactMap { table.unit(named: Name($0)) }.map { table.dimension(of: $0) }
    for left in common {
      for right in common {
        let (product, quotient) = (table.product(left, right), table.quotient(left, right))
        for dimension in [left, product, quotient] {
          _ = table.name(of: dimension)
          for third in common {
            _ = table.name(of: table.product(dimension, third))
            _ = table.name(of: table.quotient(dimension, third))
          }
        }
      }
    }
    return table
  }()
}

/// Tokens stand one behind the other inside the text, and lexing has no memory.
enum LexerTarget {
  static func fault(with bytes: [UInt8]) -> String? {
    // the parser refuses what is no UTF-8 before anything is lexed
    let bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return bytes.withUnsafeBufferPointer { text in
      var lexer = Lexer(text)
      var end = 0
      while true {
        let token = lexer.lex()
        let span = token.span
        guard end <= Int(span.start), span.start <= span.end, Int(span.end) <= bytes.count else {
          return "a token at \(span) after one that ends at \(end), of \(bytes.count) bytes"
        }
        if token.kind == .end { return nil }
        guard span.start < span.end else { return "an empty token at \(span)" }
        var again = Lexer(text, position: Int(span.start))
        let same = again.lex()
        guard same.kind == token.kind, same.span == span else {
          return "read again from \(span.start), \(span) is \(same.span)"
        }
        end = Int(span.end)
      }
    }
  }
}

/// Reading ends, its places lie in the text, and what it prints of a statement reads as the same.
enum ParserTarget {
  static func fault(with bytes: [UInt8]) -> String? {
    let units = UnitTable(knowing: KnownUnits.table)
    for isPrompt in [false, true] {
      let source = SourceText(name: "fuzz", bytes: bytes)
      var parser = Parser(source, units: units, isPrompt: isPrompt)
      var steps = 0
      reading: while true {
        steps += 1
        if steps > bytes.count + 2 { return "more statements than bytes" }
        switch parser.next() {
        case .end: break reading
        case .failure(let diagnostics):
          if diagnostics.isEmpty { return "a failure that says nothing" }
          if let fault = misplaced(diagnostics, bytes.count) { return fault }
        case .statement(let statement):
          if let fault = misplaced(parser.notes, bytes.count) ?? changed(statement, units) {
            return fault
          }
        }
      }
    }
    return nil
  }

  private static func misplaced(_ diagnostics: [Diagnostic], _ count: Int) -> String? {
    for diagnostic in diagnostics {
      let span = diagnostic.place.span
      if span.start > span.end || Int(span.end) > count {
        return "\(diagnostic.problem.id) at \(span) of \(count) bytes"
      }
    }
    return nil
  }

  private static func changed(_ statement: Statement, _ units: UnitTable) -> String? {
    guard case .expression = statement.kind, statement.whatIf == nil else { return nil }
    let text = Reading.text(statement)
    // fully bracketed, a long chain is nested deeper than may be read
    if depth(of: text) > 150 { return nil }
    var parser = Parser(SourceText(name: "again", text: text), units: units)
    guard case .statement(let again) = parser.next(), case .expression = again.kind,
      case .end = parser.next()
    else { return "does not read: \(text)" }
    let sameText = Reading.text(again)
    return sameText == text ? nil : "\(text) reads as \(sameText)"
  }

  /// How many brackets and signs may be open at once at most.
  private static func depth(of text: String) -> Int {
    var (depth, most) = (0, 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "-") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      most = max(most, depth)
    }
    return most
  }
}

/// Rows read come to an end, and what is written of them reads as the same.
enum CSVTarget {
  static func fault(with bytes: [UInt8]) -> String? {
    for separator in [UInt8(ascii: ","), UInt8(ascii: "\t")] {
      guard let rows = rows(bytes, separator) else { continue }
      var writer = CSVWriter(separator: separator)
      for row in rows { writer.record(row) }
      let again = self.rows(writer.bytes, separator)
      if again != rows { return "\(rows) reads as \(again ?? [])" }
    }
    // a script ends at its first error: what is no table is not asked for twice more
    return SessionTarget.fault(
      of: "t = csv(\"\"\"\n\(String(decoding: bytes, as: UTF8.self))\n\"\"\")\nt\ninputs t\n",
      mode: .script, format: .text)
  }

  private static func rows(_ bytes: [UInt8], _ separator: UInt8) -> [[String]]? {
    var reader = CSVReader(bytes, separator: separator)
    var rows: [[String]] = []
    do {
      while try reader.next() { rows.append(reader.texts) }
      return rows
    } catch { return nil }
  }
}

/// Statements are run and what they show is rendered, whatever they are.
enum SessionTarget {
  static func fault(with bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let modes: [Session.Mode] = [.script, .prompt, .command]
    let formats: [Format] = [.text, .json, .csv, .markdown]
    return fault(
      of: text, mode: modes[bytes.count % modes.count], format: formats[bytes.count / 3 % 4])
  }

  /// A session of its own for one input. It reads the unit files itself only now and then: that takes
  /// longer than most inputs do. Little enough is allowed that many inputs are tried in a second; the
  /// paths are the same.
  static func session(for text: some Collection<UInt8>) -> Session {
    let session =
      text.count % 16 == 0 ? Session() : Session(units: UnitTable(knowing: KnownUnits.table))
    session.limits.seconds = 0.5
    session.limits.cells = 1 << 14
    session.limits.parts = 40
    session.sampling.setCount(64)
    return session
  }

  static func fault(of text: String, mode: Session.Mode, format: Format) -> String? {
    let session = session(for: text.utf8)
    var renderer = Renderer(format)
    var shown: [UInt8] = []
    session.checkpoint()
    session.run(SourceText(name: "fuzz", text: text), mode: mode) { outcome in
      renderer.render(outcome, units: session.units, into: &shown)
      if shown.count > 1 << 20 { shown = [] }
    }
    return String(validating: shown, as: UTF8.self) == nil ? "shows what is no UTF-8" : nil
  }
}

/// A session is brought back from whatever its journal holds.
enum JournalTarget {
  static func fault(with bytes: [UInt8]) -> String? {
    let screen = ByteSink()
    let interpreter = Interpreter(
      output: Output(results: screen, messages: screen), session: SessionTarget.session(for: bytes))
    let head = Array("\(JournalMark.head) of 2026-11-23 14:03:22\n".utf8)
    let journal = head + bytes
    let whole = interpreter.bring(back: journal, "fuzz")
    guard (0...journal.count).contains(whole) else { return "\(whole) bytes are whole" }
    interpreter.enter("1 + 2")
    return nil
  }
}

/// Programs that are mostly valid; what they define is saved and has the same values again.
enum ProgramTarget {
  static func fault(with bytes: [UInt8]) -> String? {
    var choices = Choices(bytes)
    let mode = choices.pick([Session.Mode.prompt, .script])
    let format = choices.pick([Format.text, .json])
    let definitions = choices.below(6)
    let statements = 1 + choices.below(3)
    let program = GeneratedProgram(choices, definitions: definitions, statements: statements)
    return SessionTarget.fault(of: program.text, mode: mode, format: format)
  }
}
