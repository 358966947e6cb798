import Support
import Synchronization
import Syntax
import Testing

@testable import Engine

/// Whatever is stopped, at whichever time: it says so or has its whole answer, and what is asked
/// afterwards is answered as if nothing had been stopped.
struct InterruptionLawTests {
  /// Counts how often work asks whether it must stop, and says so from a certain time on.
  private final class Signal: Sendable {
    private let asked = Atomic<Int>(0)
    private let from = Atomic<Int>(.max)

    var count: Int { asked.load(ordering: .relaxed) }

    func begin(stopAt number: Int) {
      asked.store(0, ordering: .relaxed)
      from.store(number, ordering: .relaxed)
    }

    func isUp() -> Bool {
      let number = asked.wrappingAdd(1, ordering: .relaxed).oldValue
      return number >= from.load(ordering: .relaxed)
    }
  }

  private struct Run {
    let tj = Dialogue()
    let signal = Signal()

    init(_ entries: ArraySlice<String> = []) {
      tj.session.sampling.setCount(64)
      tj.session.limits.cells = 1 << 18
      tj.session.limits.parts = 100
      tj.session.isInterrupted = { [signal] in signal.isUp() }
      for entry in entries { tj.enter(entry) }
    }
  }

  /// - Parameters:
  ///   - tried: which of the entries are stopped.
  ///   - early: at which times first, beside the middle and the last.
  ///   - stops: how often work was stopped before its end.
  /// - Returns: what is wrong, in words.
  private func fault(
    _ entries: [String], _ tried: Range<Int>, _ stops: inout Int, early: [Int] = [1],
    isByChance: Bool = false
  ) -> String? {
    let whole = Run()
    var answers: [String] = []
    var errors: [Set<String>] = []
    var counts: [Int] = []
    for entry in entries {
      whole.signal.begin(stopAt: .max)
      let outcomes = whole.tj.enter(entry)
      counts.append(whole.signal.count)
      errors.append(Set(Dialogue.errors(outcomes).map(\.id)))
      answers.append(whole.tj.rendered(outcomes))
      if !isByChance, !errors[errors.count - 1].isEmpty { return "`\(entry)`: \(answers)" }
    }
    for i in tried where counts[i] > 0 {
      let entry = entries[i]
      for number in Set(early + [counts[i] / 2, counts[i] - 1]) {
        let run = Run(entries[..<i])
        run.signal.begin(stopAt: number)
        let outcomes = run.tj.enter(entry)
        let place = "`\(entry)`, stopped at \(number) of \(counts[i])"
        let new = Set(Dialogue.errors(outcomes).map(\.id)).subtracting(errors[i])
        if !new.isSubset(of: ["interrupted"]) { return "\(place): \(new)" }
        let notes = Dialogue.notes(outcomes).map(\.id)
        let shown = run.tj.rendered(outcomes)
        let isShort = shown != answers[i] && shown.contains("not yet recomputed")
        let says =
          new.contains("interrupted") || notes.contains { $0.hasPrefix("note-stopped") } || isShort
        if says { stops += 1 }
        if !says, shown != answers[i] {
          return "\(place): \(shown) instead of \(answers[i])"
        }
        run.signal.begin(stopAt: .max)
        // what defines may have done so; what asks is answered
        for (next, expected) in zip(entries[i...], answers[i...]) {
          let shown = run.tj.shown(next)
          let isDefinition = Parser.defines(next)
          if shown != expected, !(next == entry && isDefinition) {
            return "after \(place): `\(next)` shows \(shown) instead of \(expected)"
          }
        }
      }
    }
    return nil
  }

  private static let definitions = """
    cap = 3 kW..5 kW
    use_hours = normal(8 h, 1 h)
    price = triangular(0.2 $/kWh, 0.3 $/kWh, 0.5 $/kWh)
    n = [1, 2, 4]
    part = [0.5, 0.7, 0.9]
    energy_used = cap * use_hours * n * part
    cost = energy_used * price
    best_of = max(cost over n)
    scenario dear { price = 0.6 $/kWh }
    f(k) = cap * k + 1 kW
    spread_of = 1..3
    likely = quantile(use_hours * [1, 2] * price, 90%)
    wave = sin(spread_of * (2..5)) + cos(spread_of * 7)
    """.split(separator: "\n").map(String.init)

  private static let questions = [
    "cost[n = 2, part = 0.5]", "table cost", "wave",
    "energy_used * sin(cap / 1 kW)",
    "mean(use_hours * cap)", "prob(cost[n = 2, part = 0.5] > 3 $)", "histogram use_hours * price",
    "sensitivity cost[n = 2, part = 0.5]", "why cost[n = 2, part = 0.5] with price = 1 $/kWh",
    "why cost[n = 2, part = 0.5] under dear", "compare cost under base, dear",
    "explain cost[n = 2, part = 0.5]", "explain wave depth full", "inputs cost", "graph cost",
    "solve f(k) == 10 kW for k from 0..10", "solve median(use_hours * k) == 30 h for k from 0..10",
    "minimize best(f(k) + 3 kW / k) over k from 0.1..10", "argmax(cost over n)", "cost under dear",
    "assert median(cost[n = 2, part = 0.5]) < 100 $", "ask \"what\" expect cost[n = 2, part = 0.5]",
    "best(cost)", "quantile(cost[n = 4, part = 0.7], 90%)",
    "price = 0.4 $/kWh",
  ]
  /// work on lists asks only block by block
  private static let long = [
    "days = steps(1, 80000, 1)", "best_day = argmax(days * mod(days, 7) over days)",
    "by_rest = sum(days * 2 by mod(days, 7))", "total = sum(days * 3)",
    "sum(days * 3 + 1)", "max(days by mod(days, 5))", "best_day", "total",
  ]
  private static let after = ["cost[n = 2, part = 0.9]", "wave", "cost under dear"]

  @Test func `definitions that are stopped`() {
    var stops = 0
    let entries = Self.definitions + Self.after
    let found = fault(entries, 0..<Self.definitions.count, &stops)
    #expect(found == nil, "\(found ?? "")")
    #expect(stops > 10)
  }

  @Test func `long lists that are stopped`() {
    var stops = 0
    let found = fault(Self.long, Self.long.indices, &stops, early: [0, 1, 2])
    #expect(found == nil, "\(found ?? "")")
    #expect(stops > 10)
  }

  @Test(arguments: questions)
  func `a question that is stopped`(question: String) {
    var stops = 0
    let count = Self.definitions.count
    let found = fault(Self.definitions + [question] + Self.after, count..<count + 1, &stops)
    #expect(found == nil, "\(found ?? "")")
    #expect(stops > 0)
  }

  /// a walk over definitions asks once in 256 of them
  private static let chain = [
    "d0 = 1..2; " + (1...300).map { "d\($0) = d\($0 - 1) + \($0)" }.joined(separator: "; "),
    "graph d300 + d299", "inputs d300 + d299", "d300",
  ]

  @Test func `chains that are stopped`() {
    var stops = 0
    let found = fault(Self.chain, 1..<Self.chain.count, &stops, early: [0])
    #expect(found == nil, "\(found ?? "")")
    #expect(stops > 3)
  }

  /// A text that is stopped is known as that, and the statements before it have been dealt with.
  private func stopped(
    _ count: Int, _ work: (Session, SourceText, @escaping (Outcome) -> Void) -> Bool
  ) {
    let lines = (0..<count).map { "v\($0) = \($0) W\nv\($0)\n" }.joined()
    let source = SourceText(name: "text", text: lines)
    let whole = Run()
    whole.signal.begin(stopAt: .max)
    var outcomes: [Outcome] = []
    #expect(work(whole.tj.session, source) { outcomes.append($0) })
    #expect(Dialogue.errors(outcomes).isEmpty)
    let all = whole.signal.count
    #expect(all > 1)
    for number in Set([0, 1, all / 2, all - 1]) {
      let run = Run()
      run.signal.begin(stopAt: number)
      var shown: [Outcome] = []
      #expect(!work(run.tj.session, source) { shown.append($0) })
      #expect(Dialogue.errors(shown).map(\.id) == ["interrupted"])
      #expect(shown.count - 1 <= outcomes.count)
      run.signal.begin(stopAt: .max)
      #expect(run.tj.shown("v0 = 3 W; 2 * v0") == "v0 = 3 W\n6 W")
    }
  }

  @Test func `a text that is only read`() {
    stopped(20) { session, source, emit in session.read(source, emit: emit) }
  }

  @Test func `a script that is checked`() {
    stopped(600) { session, source, emit in
      let check = ScriptCheck(session)
      defer { check.diagnostics.forEach { emit(.diagnostic($0)) } }
      return check.run(source)
    }
  }

  @Test(arguments: [Session.Mode.script, .replay, .resume])
  func `a text that is run`(mode: Session.Mode) {
    stopped(600) { session, source, emit in session.run(source, mode: mode, emit: emit) }
  }

  @Test func `an entry that is undone`() {
    for number in [0, 1] {
      let run = Run(Self.chain[0..<1] + ["d0 = 3..5"])
      run.signal.begin(stopAt: number)
      let told = run.tj.session.undo(1, isTold: true)
      #expect(told?.names == ["d0"])
      let shown = run.tj.rendered(told?.outcomes ?? [])
      #expect(shown.contains("not yet recomputed"), "\(shown)")
      run.signal.begin(stopAt: .max)
      #expect(run.tj.shown("d0") == "1..2")
      #expect(run.tj.shown("d300") == "45151..45152")
    }
  }

  @Test func `programs made by chance`() {
    var stops = 0
    let failure = Law.failure(seed: 1, count: 6, size: 60) { bytes in
      var choices = Choices(bytes)
      let program = GeneratedProgram(
        choices, definitions: 1 + choices.below(5), statements: 1 + choices.below(4))
      return fault(program.lines, program.lines.indices, &stops, isByChance: true)
    }
    #expect(failure == nil, "\(failure?.description ?? "")")
    #expect(stops > 20)
  }
}

extension Parser {
  /// Whether a line makes a definition.
  fileprivate static func defines(_ line: String) -> Bool {
    var parser = Parser(SourceText(name: "line", text: line), units: Session().units)
    guard case .statement(let statement) = parser.next() else { return false }
    if case .expression = statement.kind { return false }
    return line.contains("=") && !line.contains("with") && !line.contains("==")
  }
}
