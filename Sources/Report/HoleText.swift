import Engine

extension HelpPage {
  /// ```
  /// ? is token/time, and the whole is energy/token
  /// in scope  tput = 319.8 t/s
  /// units     t/s, t/h
  /// ```
  init(_ hole: Hole) {
    var facts = hole.names.map {
      Fact("in scope", $0.value.isEmpty ? $0.name : "\($0.name) = \($0.value)")
    }
    for line in hole.catalog { facts.append(Fact("catalog", line)) }
    if !hole.units.isEmpty {
      facts.append(Fact("a number in", hole.units.joined(separator: ", ")))
    }
    self.init(
      title: "? is \(hole.dimension)" + (hole.whole.map { ", and the whole is \($0)" } ?? ""),
      facts: facts)
  }
}
