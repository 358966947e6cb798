import Engine
import Glibc
import Syntax
import Testing

/// Laws of derivations: what every line says is so, over the examples of the project and over
/// formulas made by chance.
@Suite struct ExplainLawTests {
  /// Every script in `examples` and every lesson of the course, whatever there will be.
  static let scripts =
    files(in: "examples").map { "examples/\($0)" }
    + files(in: "examples/published").map { "examples/published/\($0)" }
    + files(in: "Sources/Shell/Lessons/Course").map { "Sources/Shell/Lessons/Course/\($0)" }

  @Test func thereAreExamples() { #expect(Self.scripts.count >= 17) }

  /// Every definition, and everything that is shown, checked or asked for.
  @Test(arguments: scripts) func everythingInTheExamplesReplays(_ path: String) throws {
    let text = try #require(Self.file(path))
    let tj = Dialogue()
    let name = Self.fullPath(path)
    tj.session.allowFiles(besides: name)
    tj.session.run(SourceText(name: name, text: text), mode: .script) { _ in }
    let replay = ExplainReplay(tj: tj)
    let asked = Self.asked(in: text, tj)
    #expect(!asked.isEmpty)
    for expression in asked {
      let isName = expression.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      for depth in isName ? ["", " depth 1", " depth full"] : [" depth full"] {
        let faults = replay.faults("explain \(expression)\(depth)")
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
      }
    }
    #expect(replay.skipped.isEmpty, "\(replay.skipped)")
  }

  @Test func formulasMadeByChanceReplay() {
    var random = SplitMix(4)
    let names = ["x", "y", "z"]
    for round in 0..<15 {
      let tj = Dialogue()
      for name in names {
        let value = Double(Int.random(in: 1...900, using: &random)) / 7
        tj.define("\(name) = \(value)")
      }
      let formula = RandomFormula.made(of: 3, depth: 1 + round % 5, &random)
      tj.define("made = \(formula.text(names))")
      let faults = ExplainReplay(tj: tj).faults("explain made")
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  /// Distributions, alone and beside a bracket: every line at the medians, the last one of all samples.
  @Test func distributionsMadeByChanceReplay() {
    var random = SplitMix(6)
    let makers = [
      "2..5 as uniform", "1.1..1.5 as lognormal", "normal(4, 0.5)", "1..2..4 as triangular",
      "discrete([1, 2, 4], [5, 3, 2])", "3",
    ]
    for round in 0..<12 {
      let tj = Dialogue()
      for name in ["x", "y"] {
        tj.define("\(name) = \(makers.randomElement(using: &random) ?? "3")")
      }
      tj.define("z = \(round % 3 == 2 ? "2..3" : "normal(5, 0.4)")")
      let formula = RandomFormula.made(of: 3, depth: 1 + round % 3, &random)
      tj.define("made = \(formula.text(["x", "y", "z"]))")
      for line in ["explain made", "explain made < 3"] {
        let faults = ExplainReplay(tj: tj).faults(line)
        #expect(
          faults.isEmpty, "\(formula.text(["x", "y", "z"])): \(faults.joined(separator: "\n"))")
      }
    }
  }

  /// The catalog, brackets, axes, functions, conditions, scenarios, `with`, `solve`, interpolation and
  /// reductions, each inside the others.
  @Test(arguments: 0..<8) func questionsMadeByChanceReplay(_ part: Int) {
    var random = SplitMix(UInt64(40 + part))
    for round in 0..<15 {
      var made = RandomQuestion(hasBrackets: round % 3 == 2, SplitMix(random.next()))
      let tj = Dialogue()
      tj.enter(made.definitions, mode: .script)
      let replay = ExplainReplay(tj: tj)
      let text = made.question(depth: 1 + round % 3)
      tj.enter("made = \(text)")
      // what has no value has no derivation
      guard Dialogue.errors(tj.enter(text)).isEmpty else { continue }
      for line in ["explain \(text)", "explain made depth full", "explain made depth 1"] {
        let faults = replay.faults(line)
        #expect(faults.isEmpty, "\(made.definitions)\n\(faults.joined(separator: "\n"))")
      }
      #expect(replay.skipped.isEmpty, "\(text): \(replay.skipped)")
    }
  }

  @Test func unitsMadeByChanceReplay() {
    var random = SplitMix(5)
    let pool = [
      "3 kW", "2.7 h", "319.8 t/s", "0.12 $/kWh", "5 kWh", "40%", "12 min", "7 GB", "2.2 TB/s",
      "1.5 J", "8 gpu", "44 gCO2e/kWh", "3 m^2", "2 km/h", "12 V", "0.4 A", "900 MJ",
      "1.3 $/gpu/h", "70 billion param", "6 L/kWh", "0.25", "3 day", "17 W/gpu", "9 GW",
      "4 kt", "2 Mt", "11 FLOP/B", "5 s^-1",
    ]
    for round in 0..<300 {
      var text = pool.randomElement(using: &random) ?? "1"
      for _ in 0..<(1 + round % 4) {
        let sign = Bool.random(using: &random) ? "*" : "/"
        text += " \(sign) (\(pool.randomElement(using: &random) ?? "1"))"
      }
      let tj = Dialogue()
      tj.define("made = \(text)")
      let faults = ExplainReplay(tj: tj).faults("explain made")
      #expect(faults.isEmpty, "\(text): \(faults.joined(separator: "\n"))")
    }
  }

  @Test func conversionsReplay() {
    let pairs = [
      ("9.5 J/t", "kWh/Mt"), ("3 kWh", "MJ"), ("25 °C", "K"), ("25 °C", "°F"), ("77 °F", "°C"),
      ("300 K", "°C"), ("60 mph", "km/h"), ("3 m^2", "cm^2"), ("2 TB/s", "GiB/min"),
      ("1 year", "h"), ("4 kW", "J/h"), ("0.2", "%"), ("44 g CO2e/kWh", "kgCO2e/MWh"),
      ("1 BTU", "kWh"), ("5 L/kWh", "m^3/MWh"), ("12 eV", "J"), ("3 hp", "W"), ("1e12 J", "TJ"),
      ("3 kWh/km", "kWh/(100 km)"), ("1/(3 s)", "Hz"),
    ]
    for (from, to) in pairs {
      let faults = ExplainReplay(tj: Dialogue()).faults("explain \(from) -> \(to)")
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  /// An answer put back comes to what was asked for, whatever the name is of: a definition, a row or a
  /// figure of the catalog, another name for one.
  @Test(arguments: [
    "solve jt == 5 J/t for h100_sxm", "solve jt == 5 J/t for tput", "solve jt == 5 J/t for node",
    "solve n == 1 kW for card", "solve jt * pue == 12 J/t for pue",
    "solve used * grid.FRA == 100 gCO2e for grid.FRA", "solve both == 30 kW GB for card",
    "solve both == 30 kW GB for h100_sxm", "solve twice(jt) == 20 J/t for h100_sxm",
    "solve (jt with tput = 100 t/s) * pue == 12 J/t for h100_sxm", "solve jt == 5 J/t for share",
  ]) func whatIsPutBackEndsAtTheGoal(_ question: String) {
    let tj = Dialogue(
      """
      node = 4 * h100_sxm * share
      share = 1.1
      tput = 319.8 t/s
      jt = node / tput
      card = h100_sxm
      n = 2 * card
      pue = facility.google_fleet
      used = 2 kWh
      both = card * card.memory
      twice(x) = 2 * x
      """)
    let replay = ExplainReplay(tj: tj)
    for depth in ["", " depth 1", " depth full"] {
      let derivation = replay.derivation(of: "explain \(question)\(depth)")
      let isPutBack = derivation?.steps.contains { step in
        step.remarks.contains { if case .solution(.putBack) = $0 { true } else { false } }
      }
      #expect(isPutBack == true, "\(question)\(depth)")
      // a record that was given another plain value has no spelling that could be replayed
      if question.contains("both") { continue }
      let faults = replay.faults("explain \(question)\(depth)")
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  /// The least and the greatest value are those of the formula with the answer put back.
  @Test(arguments: [
    ("minimize abs(h100_sxm - 500 W) over h100_sxm", "0 W"),
    ("maximize node over h100_sxm from 300 W..800 W", "3.2 kW"),
    ("minimize (card - 350 W)^2 over card", "0 W^2"),
  ]) func whatIsBestIsPutBack(_ question: String, _ best: String) throws {
    let tj = Dialogue("node = 4 * h100_sxm\ncard = h100_sxm")
    let derivation = try #require(ExplainReplay(tj: tj).derivation(of: "explain \(question)"))
    let inside = derivation.steps.drop { step in
      !step.remarks.contains { if case .solution = $0 { true } else { false } }
    }.dropFirst()
    let top = inside.map(\.level).min() ?? 0
    let last = try #require(inside.last { $0.level == top })
    let wanted = try #require(tj.numbers(best).first)
    #expect(abs(last.value - wanted) < 1e-3, "\(last.text)")
  }

  /// Numbers that nearly cancel are shown with the digits that the result needs.
  @Test func linesHaveTheDigitsThatTheyNeed() {
    let tj = Dialogue("a = 1 / 3\nb = 0.333333\nd = (a - b) * 1e9")
    let replay = ExplainReplay(tj: tj)
    #expect(replay.faults("explain d").isEmpty)
    let texts = replay.derivation(of: "explain d")?.steps.map(\.text) ?? []
    #expect(texts.contains("(0.333333333333 - 0.333333) × 1e9"), "\(texts)")
  }

  /// A chain takes a few lines for each of its definitions, however long it is.
  @Test func longChainsStayLinear() {
    var text = "x0 = 1 W\n"
    for i in 1...3000 { text += "x\(i) = x\(i - 1) + 1 W\n" }
    let tj = Dialogue()
    tj.enter(text, mode: .script)
    let all = ExplainReplay(tj: tj).derivation(of: "explain x3000 depth full")?.steps ?? []
    #expect(all.count > 9000 && all.count < 15_000)
    #expect(all.map(\.level).max() ?? 99 <= 14)
    let few = ExplainReplay(tj: tj).derivation(of: "explain x3000")?.steps ?? []
    #expect(few.count < 20)
    var wide = "w = x0"
    for i in 1...200 { wide += " + x\(i)" }
    tj.define(wide)
    let sum = ExplainReplay(tj: tj).derivation(of: "explain w depth 1")?.steps ?? []
    #expect(sum.count < 210)
  }

  // MARK: files

  static func fullPath(_ path: String) -> String {
    "/\(#filePath.split(separator: "/").dropLast(3).joined(separator: "/"))/\(path)"
  }

  static func file(_ path: String) -> String? {
    guard let handle = fopen(fullPath(path), "r") else { return nil }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(handle), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func files(in folder: String) -> [String] {
    guard let open = opendir(fullPath(folder)) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".tj") { names.append(name) }
    }
    return names.sorted()
  }

  /// Names that are defined, and the expressions that are shown, checked, asked and compared.
  static func asked(in text: String, _ tj: Dialogue) -> [String] {
    let source = SourceText(name: "test", text: text)
    var parser = Parser(source, units: tj.session.units)
    var found: [String] = []
    func add(_ expressions: [Expression], _ statement: Statement) {
      for expression in expressions {
        let text = source.text(of: expression)
        let whatIf = statement.whatIf.map { " " + source.text($0.span) } ?? ""
        if !found.contains(text + whatIf) { found.append(text + whatIf) }
      }
    }
    while true {
      switch parser.next() {
      case .end: return found
      case .failure: continue
      case .statement(let statement):
        switch statement.kind {
        case .definition(let definition): found.append(definition.name.text)
        case .expression(let one), .assert(let one), .explain(let one, _), .inputs(let one),
          .sensitivity(let one, _):
          add([one], statement)
        case .table(let all), .compare(let all): add(all, statement)
        case .ask(let question): add([question.answer], statement)
        default: break
        }
      }
    }
  }
}
