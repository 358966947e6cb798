import Syntax
import Units

/// What is said after the answer of a `minimize` or `maximize`.
extension Session {
  /// What the goal comes to there, and whether an end of the range has stopped the search.
  func noteOptimum(_ formula: Formula, _ place: Place) {
    if case .text(.label(let label)) = formula.code { return noteOptimum(label.position, place) }
    guard case .input(let input) = formula.code else { return }
    switch input {
    case .formula(let inner): noteOptimum(inner, place)
    case .sought(let sought):
      guard let reached = sought.reached, reached.axes.isEmpty, let value = reached.cells.first
      else { return }
      if let jump = sought.jump {
        let unit = sought.gap.type.unit
        note(
          .noteOptimumBeside(
            goal: sought.text, value: brief(value, unit, error: sought.reachedError),
            place: "\(sought.unknown.name.text) = \(brief(jump.x, sought.type.unit))",
            there: brief(jump.value, unit)),
          at: sought.place)
        return
      }
      var end: String?
      if sought.cellsAtEnd.first == true, let x = try? evaluator.column(formula).cells.first,
        let range = try? evaluator.range(of: sought)
      {
        end = x == range.low ? "low" : "high"
      }
      note(
        .noteOptimum(
          goal: sought.text,
          value: brief(
            value, sought.gap.type.unit, isPinned: sought.gap.type.isPinned,
            error: sought.reachedError), end: end),
        at: sought.place)
    case .reduction(let reduction, let goal, let over, let asked):
      // `argmin(…)` says no more than it was asked
      let isAsked = asked.text.hasPrefix("minimize") || asked.text.hasPrefix("maximize")
      guard isAsked, reduction == .argmin || reduction == .argmax else { return }
      let least = Formula(
        type: goal.type,
        code: .input(
          .reduction(reduction == .argmin ? .min : .max, goal, over: over, place: asked)),
        place: asked, nodes: formula.nodes, hasSources: goal.hasSources)
      guard let value = try? value(of: least), value.axes.isEmpty else { return }
      note(.noteOptimum(goal: goal.place.text, value: brief(value), end: nil), at: asked)
    default: return
    }
  }
}

extension Sought {
  /// How far the goal at the optimum is likely off for resting on samples; nil where it does not.
  fileprivate var reachedError: Double? {
    let runs = reachedInRuns.compactMap(\.first)
    guard isStatistical, runs.count == StatisticRun.runs, runs.allSatisfy(\.isFinite) else {
      return nil
    }
    return Samples.deviation(runs) / Double(runs.count - 1).squareRoot()
  }
}
