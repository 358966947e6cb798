import Engine
import Units

/// The hints of a question: the author's, and made ones behind them, three at least.
extension Exercise {
  /// From weak to strong. None of them is the answer.
  package func allHints(_ units: UnitTable) -> [String] {
    var all = hints
    let made = [kindHint(units), namesHint, beginningHint]
    // an author's hint stands in place of a made one of its strength
    if all.count < made.count { all += made[all.count...] }
    return all
  }

  /// What sort of thing is asked for.
  private func kindHint(_ units: UnitTable) -> String {
    switch value.cells {
    case .truths: return "The answer is yes or no: write a comparison, such as `a < b`."
    case .texts: return "The answer is a name or a text."
    case .numbers:
      let count = value.count > 1 ? "a list of \(value.count) values, each " : ""
      let range = value.isBracket ? "a range, low..high, of " : ""
      if value.dimension == .none { return "The answer is \(count)\(range)a plain number." }
      let unit = units.text(of: units.standardUnit(of: value.dimension))
      let name = units.name(of: value.dimension).split(separator: "/").joined(separator: " per ")
      return "The answer is \(count)\(range)\(name)" + (unit.isEmpty ? "." : ", in \(unit) say.")
    }
  }

  private var namesHint: String {
    if names.isEmpty {
      return
        "No names are needed: numbers with their units, and `->` for the unit that is asked for."
    }
    return "It is made of \(Words.codes(names, "and")); `?\(names[0])` says what that is."
  }

  private var beginningHint: String {
    guard let beginning else { return "It takes one line. `hint` once more works it out for you." }
    return "Fill the hole: `\(beginning)`. (`hint` once more works it out for you.)"
  }
}
