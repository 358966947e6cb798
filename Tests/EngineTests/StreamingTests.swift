import Syntax
import Testing

@testable import Engine

/// Statistics that stream: the same as of a sorted column, on any number of threads, whatever the first
/// samples told of where to look, and when they are stopped.
struct StreamingTests {
  static let rig = """
    node = 1.5..3.0 kW as uniform; pue = 1.1..1.5 as lognormal
    tput = normal(319.8 t/s, 31.98 t/s); jt = node * pue / tput
    share = discrete([1, 2, 4], [5, 3, 2]); mix = mixture([jt, 5 J/t], [1, 2])
    tail = 1 / normal(0, 1); part = truncate(node, 1.6 kW..2 kW); b = beta(2, 3)
    batch = [1, 2, 4]; grid = jt * batch
    """

  /// A statement's formula with its samples, one result after the other.
  private func columns(_ text: String, _ dialogue: Dialogue)
    throws -> (plan: SamplePlan, columns: [[Double]])
  {
    let source = SourceText(name: "test", text: text)
    var parser = Parser(source, units: dialogue.session.units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind
    else { throw Missing() }
    let session = dialogue.session
    let formula = try session.build(expression, source)
    return try session.evaluator.sampled([formula]) { () throws(Diagnostic) in
      let evaluator = session.evaluator
      let samples = try session.samples(
        formula.distributions.mapValues { session.sourceNames[Int($0.source)] }, for: [formula])
      evaluator.samples = samples
      let column = try evaluator.column(formula)
      let axes = column.axes.filter { $0 !== samples.axis } + [samples.axis]
      let cells = column.spread(over: axes).cells
      let lines = stride(from: 0, to: cells.count, by: samples.sampling.count).map {
        Array(cells[$0..<($0 + samples.sampling.count)])
      }
      guard
        let planned = try SamplePlanner(evaluator, samples, at: evaluator.bestPoint).plan([formula])
      else { throw Diagnostic(EngineProblem.interrupted, at: formula.place) }
      return (planned.plan, lines)
    }
  }

  private struct Missing: Error {}

  @Test(arguments: [
    "jt", "share", "mix", "tail", "part", "b", "grid", "sum(grid)", "jt * 0 + 3 J/t",
    "if node > 2 kW then jt else 2 * jt", "max(grid) - min(grid)", "abs(ln(pue)) + exp(b)",
  ]) func `as of a sorted column`(text: String) throws {
    let dialogue = Dialogue(Self.rig)
    dialogue.session.sampling.setCount(4096)
    let (plan, lines) = try columns(text, dialogue)
    #expect(plan.results.count == lines.count)
    // in windows that the first samples tell; in narrow ones; by further sweeps; by these alone
    for (few, collected) in [(2048, 1 << 18), (64, 1 << 18), (64, 64), (1 << 20, 0)] {
      var finder = StatisticsFinder(shares: [0.05, 0.5, 0.95, 0.999]) { _ in false }
      finder.few = few
      finder.collected = collected
      var fault: Double?
      let found = try #require(finder.find(PlannedColumns(plan: plan), fault: &fault))
      for (line, statistics) in zip(lines, found) {
        let sorted = line.sorted()
        #expect(statistics.count == line.count)
        for (share, quantile) in zip(finder.shares, statistics.quantiles) {
          // sums along an axis are added in another order
          #expect(
            isClose(quantile, Samples.quantile(sorted, share), within: 1e-15), "\(text) at \(share)"
          )
        }
        let scale = sorted.reduce(0) { max($0, abs($1)) }
        #expect(abs(statistics.mean - Samples.mean(line)) <= 1e-13 * scale)
        #expect(
          abs(statistics.variance - Samples.variance(line)) <= 1e-12 * Samples.variance(line))
      }
    }
  }

  /// The same columns, of which only one thread may make pieces.
  private struct OneThread: SampleColumns {
    let columns: PlannedColumns
    var width: Int { columns.width }
    var total: Int { columns.total }
    var work: Int { columns.work }
    var isShared: Bool { false }
    func worker() -> PlannedColumns.Worker { columns.worker() }
  }

  @Test func `the same bits on one thread and on many`() throws {
    let dialogue = Dialogue(Self.rig)
    dialogue.session.sampling.setCount(1 << 17)
    let (plan, _) = try columns("grid", dialogue)
    let finder = StatisticsFinder(shares: Samples.shown) { _ in false }
    var fault: Double?
    let many = try #require(finder.find(PlannedColumns(plan: plan), fault: &fault))
    let one = try #require(
      finder.find(OneThread(columns: PlannedColumns(plan: plan)), fault: &fault))
    for (a, b) in zip(many, one) {
      #expect(a.mean == b.mean && a.variance == b.variance)
      #expect(a.quantiles == b.quantiles && a.errors == b.errors)
    }
  }

  /// What has no plan is valued in columns, some samples at a time, with the same result.
  @Test func `without a plan`() {
    let x = "x = normal(3, 1); y = uniform(0, 1)"
    let dialogue = Dialogue(x)
    let planned = dialogue.value("x * y")?.distributed?.spreads
    let valued = dialogue.value("first(sort([x * y]))")?.distributed?.spreads
    #expect(planned != nil && planned == valued)
    // a distribution whose parameter varies: variances add
    let nested = Dialogue("\(x); z = normal(x, 2)")
    #expect(abs((nested.numbers("var(z)").first ?? 0) - 5) < 5e-3)
  }

  /// Beside a bracket: x · n over 1…2 is least at 1 and greatest at 2, whatever has been asked before.
  @Test func `an envelope of definitions`() {
    let dialogue = Dialogue("x = 1..2; n = uniform(10, 20); y = x * n; z = y + 1")
    dialogue.session.sampling.setCount(1 << 15)
    let first = dialogue.value("y")?.distributed?.spreads.first
    #expect(abs((first?.low ?? 0) - 10.5) < 1e-3 && abs((first?.high ?? 0) - 39) < 2e-3)
    let second = dialogue.value("z")?.distributed?.spreads.first
    #expect(abs((second?.low ?? 0) - 11.5) < 1e-3 && abs((second?.high ?? 0) - 40) < 2e-3)
  }

  @Test func `very many samples may be asked for before anything is defined`() {
    let dialogue = Dialogue()
    dialogue.session.sampling.setCount(1 << 30)
    let text = "x = normal(3, 1); y = [1, 2] * x; z = x * (1..2)"
    #expect(Dialogue.errors(dialogue.enter(text, mode: .script)).isEmpty)
  }

  /// What is known when it is stopped is shown, with a note of how much that is.
  @Test func `stopped in the middle`() throws {
    let dialogue = Dialogue(Self.rig)
    dialogue.session.sampling.setCount(1 << 20)
    let whole = try #require(dialogue.value("jt")?.distributed?.spreads.first)
    var asked = 0
    dialogue.session.isInterrupted = {
      asked += 1
      return asked > 40
    }
    // only one thread asks, between two pieces of its own: alone, it has all of them
    let outcomes = Cores.$most.withValue(1) { dialogue.enter("jt * 1") }
    let notes = Dialogue.notes(outcomes).map(\.id)
    #expect(notes == ["note-stopped"])
    guard
      case .value(_, let value)? = outcomes.first(where: {
        if case .value = $0 { true } else { false }
      }),
      let spread = value.distributed?.spreads.first
    else {
      Issue.record("nothing is shown")
      return
    }
    #expect(abs(spread.low - whole.low) < 0.05 && abs(spread.high - whole.high) < 0.05)
  }

  @Test func `progress is told and taken back`() {
    let dialogue = Dialogue(Self.rig)
    let told = Told()
    var now = 10.0
    dialogue.session.clock = { now }
    let progress = Progress(dialogue.session)
    dialogue.session.progress = { told.works.append($0) }
    #expect(!progress.isInterrupted(0.1))
    now += 0.55
    #expect(!progress.isInterrupted(0.5))
    progress.end()
    #expect(told.works.count == 2 && told.works[1] == nil)
    #expect(told.works[0]?.share == 0.5)
    #expect(abs((told.works[0]?.secondsLeft ?? 0) - 0.55) < 1e-9)
  }

  private final class Told { var works: [Work?] = [] }

  @Test func `the fault of the first sample that has one`() {
    refuses("sqrt(normal(0, 1))", as: "not-defined-for")
    refuses("median(1 / discrete([0, 1]))", as: "division-by-zero")
  }

  /// §6: a result over brackets holds every result over distributions on them.
  @Test func `a bracket's result holds every sampled one`() {
    var random = SplitMix(5)
    for _ in 0..<40 {
      let count = Int.random(in: 1...3, using: &random)
      let names = ["x", "y", "z"].prefix(count).map { $0 }
      let low = names.map { _ in Double.random(in: 0.1...3, using: &random) }
      let ends = low.map { ($0, $0 + Double.random(in: 0...2, using: &random)) }
      let text = RandomFormula.made(of: count, depth: 3, &random).text(names)
      let kinds = names.map { _ in
        ["uniform", "triangular", "pert"][Int.random(in: 0..<3, using: &random)]
      }
      func dialogue(_ isSampled: Bool) -> Dialogue {
        Dialogue(
          zip(zip(names, kinds), ends).map { pair, ends in
            let (name, kind) = pair
            let middle = ends.0 + (ends.1 - ends.0) * 0.3
            // a uniform distribution has no place for a best guess
            return kind == "uniform"
              ? "\(name) = \(ends.0)..\(ends.1)" + (isSampled ? " as uniform" : "")
              : "\(name) = \(ends.0)..\(middle)..\(ends.1)" + (isSampled ? " as \(kind)" : "")
          }.joined(separator: "; "))
      }
      guard let range = dialogue(false).range("f = \(text); f") else { continue }
      let sampled = dialogue(true)
      sampled.session.sampling.setCount(1024)
      sampled.define("f = \(text)")
      let slack = 1e-9 * max(abs(range.low[0]), abs(range.high[0]), 1)
      // of all samples together
      let (least, greatest) = (range.low[0] - slack, range.high[0] + slack)
      let outside = sampled.numbers("prob(f < (\(least))) + prob(f > (\(greatest)))")
      #expect(outside == [0], "\(text)")
    }
  }
}
