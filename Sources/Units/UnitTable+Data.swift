/// Units of data, which count by 1000 or by 1024.
extension UnitTable {
  /// The prefixed unit of data above the slash: `GiB` of `GiB/s`; nil where there is none.
  public func dataUnit(in unit: Unit) -> (text: String, factor: Double, isBinary: Bool)? {
    let information = dimensions.base(named: "information")
    for term in units[Int(unit.id)].terms where term.exponent == .one {
      let atom = atoms[Int(term.atom)]
      guard atom.dimension == information, atom.prefix >= 0 else { continue }
      return (atom.text, atom.factor, Prefix.all[Int(atom.prefix)].base == 2)
    }
    return nil
  }
}
