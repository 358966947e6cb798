import Syntax

/// Two units that together have a name of their own: `W·s` is `J`.
struct NamedMerge {
  var left: Int32
  var right: Int32
  /// the exponent of `right` where `left` has 1
  var exponent: Rational
  var result: Int32
  /// the exponent of the result: `W/J` is `s^-1`
  var resultExponent: Rational

  /// In the names of the unit files. Time from the minute on makes watt-hours; what stands at
  /// `/year` or `/day` stays (`kWh/year`).
  static let all: [(left: String, right: String, exponent: Int, result: String, power: Int)] =
    [
      ("W", "s", 1, "J", 1), ("J", "s", -1, "W", 1),
      ("V", "A", 1, "W", 1), ("N", "m", 1, "J", 1),
      ("Wh", "h", -1, "W", 1), ("Wh", "min", -1, "W", 1), ("Wh", "s", -1, "W", 1),
      ("J", "W", -1, "s", 1), ("W", "J", -1, "s", -1),
      ("Wh", "W", -1, "h", 1), ("W", "Wh", -1, "h", -1),
      ("A", "ohm", 1, "V", 1), ("V", "ohm", -1, "A", 1), ("V", "A", -1, "ohm", 1),
      ("W", "V", -1, "A", 1), ("W", "A", -1, "V", 1), ("C", "V", 1, "J", 1),
      ("J", "C", -1, "V", 1), ("A", "s", 1, "C", 1), ("C", "s", -1, "A", 1),
      ("A", "h", 1, "Ah", 1), ("Ah", "h", -1, "A", 1),
    ]
    + ["min", "h", "day", "week", "month", "year", "calendar_year"].map { ("W", $0, 1, "Wh", 1) }
}

extension UnitTable {
  /// The merge that two factors make, if one has the exponent 1 or −1 and the other fits.
  func namedMerge(_ a: Term, _ b: Term) -> NamedMerge? {
    guard a.exponent.isInteger, abs(a.exponent.numerator) == 1 else { return nil }
    let left = atoms[Int(a.atom)]
    let right = atoms[Int(b.atom)]
    if left.isScaled || right.isScaled { return nil }
    return loadedMerges().first {
      $0.left == left.definition && $0.right == right.definition
        && b.exponent == $0.exponent * a.exponent
    }
  }

  /// The atom of a merge with its prefix: `kW·h` is `kWh`, `mA·kV` is `W`.
  func atom(of merge: NamedMerge, _ a: Term, _ b: Term) -> Int32? {
    guard let name = definition(merge.result)?.name else { return nil }
    func exponent(_ term: Term) -> Int? {
      let prefix = atoms[Int(term.atom)].prefix
      if prefix < 0 { return 0 }
      return Prefix.all[Int(prefix)].base == 10 ? Prefix.all[Int(prefix)].exponent : nil
    }
    // joules are shown from plain J on, so that values side by side share J/t rather than kJ/t
    guard name != "J", name != "s", let left = exponent(a), let right = exponent(b) else {
      return atom(spelled: name)
    }
    let sum = left + right * Int(merge.exponent.numerator)
    if let prefix = Prefix.index(decimalExponent: sum), abs(sum) > 2,
      let prefixed = atom(spelled: Prefix.all[prefix].short + name)
    {
      return prefixed
    }
    return atom(spelled: name)
  }

  private func loadedMerges() -> [NamedMerge] {
    if let merges { return merges }
    let loaded = NamedMerge.all.compactMap { merge -> NamedMerge? in
      guard let left = spelling(merge.left), let right = spelling(merge.right),
        let result = spelling(merge.result)
      else { return nil }
      return NamedMerge(
        left: left.definition, right: right.definition, exponent: Rational(merge.exponent),
        result: result.definition, resultExponent: Rational(merge.power))
    }
    merges = loaded
    return loaded
  }
}
