import FoundationEssentials
import Report
import Support
import Syntax
import Testing
import Units

@testable import Engine

/// Laws that hold for whole programs made by chance. A failure names its seed and is made small.
struct ProgramLawTests {
  /// `TJ_SEED` repeats a run, `TJ_COUNT` makes it longer.
  private static let seed =
    ProcessInfo.processInfo.environment["TJ_SEED"].flatMap(UInt64.init) ?? 1
  private static let count =
    ProcessInfo.processInfo.environment["TJ_COUNT"].flatMap(Int.init) ?? 12

  private func holds(
    _ share: Int = 1, sourceLocation: SourceLocation = #_sourceLocation,
    _ law: ([UInt8]) -> String?
  ) {
    let failure = Law.failure(seed: Self.seed, count: max(1, Self.count / share), size: 200, law)
    #expect(failure == nil, "\(failure?.description ?? "")", sourceLocation: sourceLocation)
  }

  /// The program, and a session in which it was entered line by line.
  private func entered(_ bytes: [UInt8], parts: GeneratedProgram.Parts = .all)
    -> (program: GeneratedProgram, tj: Dialogue)
  {
    let program = GeneratedProgram(Choices(bytes), parts: parts, statements: 0)
    let tj = Dialogue()
    SessionLimits.set(tj.session)
    for line in program.definitions { tj.enter(line) }
    return (program, tj)
  }

  // MARK: dimensions

  /// What was accepted has a value or an error of values, never one of dimensions.
  @Test func `a program that checks never fails on dimensions when it is run`() {
    let ofDimensions: Set<String> = [
      "do-not-add", "do-not-compare", "cannot-convert", "exponent-not-plain", "needs-plain",
      "annotation-mismatch", "parameter-mismatch", "override-mismatch", "list-items-differ",
      "branches-differ",
    ]
    holds(3) { bytes in
      let (program, tj) = entered(bytes)
      for variable in program.variables where tj.session.isDefined(variable.name) {
        let unit = variable.kind == .number ? "1" : variable.kind.units[0]
        for line in [
          variable.name, "\(variable.name) + \(variable.name)", "\(variable.name) -> \(unit)",
          "table \(variable.name)", "explain \(variable.name)",
        ] {
          let wrong = Dialogue.errors(tj.enter(line)).map(\.id).filter(ofDimensions.contains)
          if !wrong.isEmpty { return "\(line): \(wrong) after\n\(program.text)" }
        }
      }
      return nil
    }
  }

  // MARK: reading back

  /// Text to the digits shown, JSON exactly: its number in its unit is the same number again.
  @Test func `what is printed reads as the same value and unit`() {
    holds { bytes in
      let (program, tj) = entered(bytes, parts: [.functions, .conditions])
      for variable in program.variables {
        guard let object = json(tj, variable.name), let number = object["value"],
          let unit = object["unit"], case .number(let value) = number, case .text(let unit) = unit,
          value.isFinite, abs(value) < 1e15
        else { continue }
        let shown = tj.shown(variable.name)
        // six digits are shown
        let (plain, read) = (tj.numbers(variable.name), tj.numbers("(\(shown))"))
        // and two decimals of money
        let slack = variable.kind == .money ? 0.0051 : 0
        guard plain.count == 1, read.count == 1,
          isClose(plain[0], read[0], within: 5.1e-6) || abs(plain[0] - read[0]) <= slack
        else {
          return "\(plain) shows as \(shown), which is \(read)"
        }
        let written = "(\(JSONNumber.text(value)))\(unit.isEmpty ? "" : " \(unit)")"
        let back =
          "(\(JSONNumber.text(value))\(unit.isEmpty ? "" : " \(unit)")) -> \(unit.isEmpty ? "1" : unit)"
        guard case .number(let again)? = json(tj, back)?["value"],
          case .text(let unitAgain)? = json(tj, back)?["unit"]
        else { return "\(written) does not read" }
        if again != value || unitAgain != unit {
          return "\(value) \(unit) reads as \(again) \(unitAgain)"
        }
      }
      return nil
    }
  }

  @Test func `what is written out of a tree reads as the same tree`() {
    holds { bytes in
      let program = GeneratedProgram(Choices(bytes))
      let units = UnitTable()
      for line in program.lines {
        var parser = Parser(SourceText(name: "one", text: line), units: units)
        guard case .statement(let statement) = parser.next() else { return "unread: \(line)" }
        let text = Reading.text(statement)
        var again = Parser(SourceText(name: "two", text: text), units: units)
        guard case .statement(let same) = again.next(), case .end = again.next() else {
          return "\(line) is written as \(text), which does not read"
        }
        if Reading.text(same) != text { return "\(text) reads as \(Reading.text(same))" }
      }
      return nil
    }
  }

  // MARK: arithmetic

  @Test func `sums commute, products commute and associate within rounding`() {
    holds(3) { bytes in
      let (program, tj) = entered(bytes, parts: [.lists, .brackets, .functions, .conditions])
      let names = program.variables.map(\.name)
      for (i, a) in names.enumerated() {
        let b = names[(i + 1) % names.count]
        let c = names[(i + 2) % names.count]
        for (left, right) in [
          ("\(a) + \(a) * 3", "\(a) * 3 + \(a)"), ("\(a) * \(b)", "\(b) * \(a)"),
          ("(\(a) * \(b)) * \(c)", "\(a) * (\(b) * \(c))"),
        ] {
          let (x, y) = (tj.range(left), tj.range(right))
          guard let x, let y else {
            if (x == nil) != (y == nil), !isOverTime(tj, left), !isOverTime(tj, right) {
              return "\(left) and \(right) after\n\(program.text)"
            }
            continue
          }
          let size = (x.low + x.high + y.low + y.high).filter(\.isFinite).map(abs).max() ?? 0
          let isSame = zip(x.low + x.high, y.low + y.high).allSatisfy {
            $0 == $1 || abs($0 - $1) <= 1e-9 * size || !$0.isFinite || !$1.isFinite
          }
          if !isSame, !x.isOuterBound, !y.isOuterBound {
            return "\(left) is \(x), \(right) is \(y) after\n\(program.text)"
          }
        }
      }
      return nil
    }
  }

  /// A search may take longer than it is given.
  private func isOverTime(_ tj: Dialogue, _ text: String) -> Bool {
    Dialogue.errors(tj.enter(text)).contains { $0.id == "time-limit" }
  }

  @Test func `a conversion there and back is the identity`() {
    holds { bytes in
      let (program, tj) = entered(bytes, parts: [.lists, .functions, .conditions])
      for variable in program.variables where variable.kind != .number {
        let plain = tj.numbers(variable.name)
        for there in variable.kind.units {
          for back in variable.kind.units {
            let again = tj.numbers("(\(variable.name) -> \(there)) -> \(back)")
            if again != plain { return "\(variable.name) \(there) \(back) after\n\(program.text)" }
          }
        }
      }
      return nil
    }
  }

  // MARK: live

  /// After any edits, undone and redone, everything has the value that a fresh session gives it.
  @Test func `live equals from scratch`() {
    holds { bytes in
      let (program, tj) = entered(bytes, parts: [.lists, .functions, .conditions, .scenarios])
      // what the definitions are now, and what they were before each entry
      var now = Dictionary(
        program.definitions.compactMap { line in Self.head(line).map { ($0, line) } },
        uniquingKeysWith: { $1 })
      var past: [[String: String]] = []
      var future: [[String: String]] = []
      var choices = Choices(Array(bytes.reversed()))
      tj.session.checkpoint()
      for _ in 0..<12 {
        switch choices.below(5) {
        case 0 where !past.isEmpty:
          _ = tj.session.undo()
          future.append(now)
          now = past.removeLast()
        case 1 where !future.isEmpty:
          _ = tj.session.redo(1)
          past.append(now)
          now = future.removeLast()
        default:
          let line = program.redefinition(&choices)
          let depth = tj.session.undoDepth
          tj.enter(line)
          tj.session.checkpoint()
          guard let head = Self.head(line), tj.session.undoDepth > depth else { continue }
          past.append(now)
          now[head] = line
          future = []
        }
      }
      let fresh = Dialogue()
      SessionLimits.set(fresh.session)
      // in their first order: what rests on others comes later
      let order = program.definitions.compactMap(Self.head)
      for head in order { if let line = now[head] { fresh.enter(line) } }
      for variable in program.variables {
        let (live, scratch) = (tj.numbers(variable.name), fresh.numbers(variable.name))
        if live.map(\.bitPattern) != scratch.map(\.bitPattern),
          !(live + scratch).contains(where: \.isNaN)
        {
          return "\(variable.name) is \(live), from scratch \(scratch): \(now)"
        }
      }
      return nil
    }
  }

  /// `x3` of `x3: power = …`, `f0` of `f0(k) = …`, `s0` of `scenario s0 { … }`.
  private static func head(_ line: String) -> String? {
    let words = line.split(separator: " ")
    if words.first == "scenario" { return words.count > 1 ? String(words[1]) : nil }
    return words.first.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
  }

  // MARK: formats

  @Test func `text, JSON and CSV carry the same numbers`() {
    holds(2) { bytes in
      let (program, tj) = entered(bytes, parts: [.lists, .functions, .conditions])
      let names = program.variables.map(\.name).filter { !tj.numbers($0).isEmpty }
      guard let name = names.last else { return nil }
      let statement = "table \(name), \(names[0])"
      let outcomes = tj.enter(statement).filter {
        if case .table = $0 { return true } else { return false }
      }
      guard let table = outcomes.first else { return nil }
      let object = JSONReading.read(rendered(table, .json, tj))
      let csv = rendered(table, .csv, tj)
      let text = rendered(table, .text, tj)
      guard case .object(let fields)? = object, case .list(let columns)? = fields["columns"] else {
        return "no JSON of \(statement)"
      }
      for (index, column) in columns.enumerated() {
        guard case .object(let column) = column else { return "no column" }
        let numbers: [Double]
        if case .list(let items)? = column["values"] {
          numbers = items.compactMap { if case .number(let x) = $0 { x } else { nil } }
        } else if case .number(let x)? = column["value"] {
          numbers = [x]
        } else {
          continue
        }
        let hasAxis = csv.split(separator: "\n").count > 2
        let rows = csv.split(separator: "\n").dropFirst()
        let cells = rows.compactMap { row -> Double? in
          let parts = row.split(separator: ",", omittingEmptySubsequences: false)
          let place = index + (hasAxis ? 1 : 0)
          return place < parts.count ? Double(parts[place]) : nil
        }
        let wanted = numbers.count == 1 ? cells.map { _ in numbers[0] } : numbers
        if cells != wanted { return "\(statement): CSV \(cells), JSON \(numbers) of\n\(csv)" }
        // four digits of the largest at least, and what is written is the number rounded so
        let shown = text.split(separator: "\n").dropFirst().compactMap { row -> Double? in
          let parts = row.split(separator: " ")
          let place = index + (hasAxis ? 1 : 0)
          return place < parts.count ? Double(parts[place]) : nil
        }
        let most = numbers.map(abs).max() ?? 0
        for (a, b) in zip(shown, wanted) where abs(a - b) > 5.1e-4 * most {
          return "\(statement): text \(a), JSON \(b) in\n\(text)"
        }
      }
      return nil
    }
  }

  // MARK: cores

  /// Long axes and many samples are shared out: to the last bit nothing rests on how.
  @Test func `one core gives the same as all`() {
    holds(3) { bytes in
      // a distribution for each value of a long axis would be drawn for ever
      let isSampled = bytes.count % 2 == 0
      var parts: GeneratedProgram.Parts = [.lists, .functions, .conditions]
      if isSampled { parts.insert(.distributions) }
      let lines = GeneratedProgram(Choices(bytes), parts: parts, statements: 0)
      let questions = lines.variables.prefix(4).flatMap {
        isSampled
          ? [$0.name, "mean(\($0.name))"]
          : ["sum(abs(\($0.name) * \($0.name) * long) + \($0.name) * \($0.name) * long * 2)"]
      }
      func answers() -> [String] {
        let tj = Dialogue(":samples 32768\nlong = steps(0, 600_000, 1)")
        for line in lines.definitions { tj.enter(line) }
        return questions.map { question in
          tj.enter(question).map { rendered($0, .json, tj) }.joined()
        }
      }
      let all = answers()
      let one = Cores.$most.withValue(1) { answers() }
      for (question, pair) in zip(questions, zip(all, one)) where pair.0 != pair.1 {
        return "\(question): \(pair.0), on one core \(pair.1) after\n\(lines.text)"
      }
      return nil
    }
  }

  private func rendered(_ outcome: Outcome, _ format: Format, _ tj: Dialogue) -> String {
    var renderer = Renderer(format)
    var out: [UInt8] = []
    renderer.render(outcome, units: tj.session.units, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func json(_ tj: Dialogue, _ text: String) -> [String: JSONReading]? {
    for outcome in tj.enter(text) {
      guard case .value = outcome,
        case .object(let fields)? = JSONReading.read(rendered(outcome, .json, tj))
      else { continue }
      return fields
    }
    return nil
  }
}

/// Little enough that no program made by chance takes long. Time goes by with the work alone, a
/// millisecond for each time that it asks: on a busy machine the same is found.
enum SessionLimits {
  static func set(_ session: Session) {
    session.limits.seconds = 5
    var looks = 0
    session.clock = {
      looks += 1
      return Double(looks) * 1e-3
    }
    session.limits.cells = 1 << 18
  }
}

/// The shortest decimal of a double, as JSON has it.
private enum JSONNumber {
  static func text(_ value: Double) -> String { "\(value)" }
}

/// What a line of JSON holds.
private indirect enum JSONReading: Decodable {
  case object([String: JSONReading])
  case list([JSONReading])
  case number(Double)
  case text(String)
  case other

  static func read(_ line: String) -> JSONReading? {
    try? JSONDecoder().decode(JSONReading.self, from: Data(line.utf8))
  }

  init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if let value = try? one.decode(Double.self) {
      self = .number(value)
    } else if let value = try? one.decode(String.self) {
      self = .text(value)
    } else if let value = try? one.decode([JSONReading].self) {
      self = .list(value)
    } else if let value = try? one.decode([String: JSONReading].self) {
      self = .object(value)
    } else {
      self = .other
    }
  }
}
