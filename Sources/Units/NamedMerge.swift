import Syntax

/// Two units that together have a name of their own: `W·s` is `J`.
struct NamedMerge {
  var left: Int32
  var right: Int32
  /// the exponent of `right` where `left` has 1
  var exponent: Rational
  var result: Int32

  /// In the names of the unit files. Time from the minute on makes watt-hours; what stands at
  /// `/year` or `/day` stays (`kWh/year`).
  static let all: [(left: String, right: String, exponent: Int, result: String)] =
    [
      ("W", "s", 1, "J"), ("J", "s", -1, "W"),
      ("V", "A", 1, "W"), ("N", "m", 1, "J"),
      ("Wh", "h", -1, "W"), ("Wh", "min", -1, "W"), ("Wh", "s", -1, "W"),
      ("A", "ohm", 1, "V"), ("V", "ohm", -1, "A"), ("V", "A", -1, "ohm"),
      ("W", "V", -1, "A"), ("W", "A", -1, "V"), ("C", "V", 1, "J"), ("J", "C", -1, "V"),
      ("A", "s", 1, "C"), ("C", "s", -1, "A"), ("A", "h", 1, "Ah"), ("Ah", "h", -1, "A"),
    ]
    + ["min", "h", "day", "week", "month", "year", "calendar_year"].map { ("W", $0, 1, "Wh") }
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
    guard name != "J", let left = exponent(a), let right = exponent(b) else {
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
        result: result.definition)
    }
    merges = loaded
    return loaded
  }
}
