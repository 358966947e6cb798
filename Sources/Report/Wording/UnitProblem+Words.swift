import Units

/// The words of what can be wrong with a unit.
extension UnitProblem {
  var words: Words {
    switch self {
    case .unknownUnit(let name, let nearest, _):
      return Words(
        message: name.lowercased() == "ton" || name.lowercased() == "tons"
          ? "`\(name)` alone is no unit: tons differ" : "`\(name)` is no unit",
        hints: Self.offer(nearest))
    case .unknownDimension(let name, let nearest, _):
      return Words(
        message: "`\(name)` is neither a dimension nor a unit", hints: Self.offer(nearest))
    case .tonneMeant(let written, let offered, _):
      return Words(
        message: "`\(written)` counts tokens, and CO2e is weighed",
        hints: ["write `\(offered)`: `t` is token, the tonne is `tonne`"])
    case .nameTaken(let name, let definition):
      return Words(
        message: "`\(name)` is a unit already",
        hints: Self.known(name, definition) + ["choose another name"])
    case .prefixClash(let spelling, let name, let definition):
      return Words(
        message: "`\(name)` with its prefixes would take `\(spelling)`, which is a unit already",
        hints: Self.known(spelling, definition) + ["leave that prefix out of `prefixes`"])
    case .unknownPrefix(let prefix):
      return Words(
        message: "`\(prefix)` is no prefix",
        hints: ["prefixes are single ones such as `k M G`, or `SI`, or `IEC`"])
    case .definedByItself(let name):
      return Words(
        message: "`\(name)` would be defined by itself",
        hints: ["the unit on the right rests on `\(name)`: state one rate only"])
    case .notPositive(let name):
      return Words(
        message: "`\(name)` needs a positive, finite size",
        hints: ["`unit \(name) = 400 m`, or `unit \(name)` for a new base unit"])
    }
  }

  private static func offer(_ names: [String]) -> [String] {
    guard let last = names.last else { return [] }
    let quoted = names.dropLast().map { "`\($0)`" }
    if quoted.isEmpty { return ["did you mean `\(last)`?"] }
    return ["did you mean \(quoted.joined(separator: ", ")) or `\(last)`?"]
  }

  private static func known(_ name: String, _ definition: String) -> [String] {
    definition == name ? ["it is built in"] : ["it is `\(definition)`"]
  }
}
