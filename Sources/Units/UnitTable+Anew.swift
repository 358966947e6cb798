import Syntax

/// Units that have been made anew, and what was said in them.
extension UnitTable {
  /// The name of the unit that a word is, prefix, plural and other names included.
  public func definedName(_ word: String) -> String? {
    spelling(word).flatMap { definition($0.definition)?.name }
  }

  /// A unit in the units that have its names now; nil where these are of something else, or gone.
  public func current(_ unit: Unit) -> Unit? {
    let terms = units[Int(unit.id)].terms
    guard terms.contains(where: { isGone(atoms[Int($0.atom)].definition) }) else { return unit }
    var now: [Term] = []
    for term in terms {
      let atom = atoms[Int(term.atom)]
      guard isGone(atom.definition) else {
        now.append(term)
        continue
      }
      guard let other = self.unit(named: Name(atom.text)), units[Int(other.id)].terms.count == 1,
        let only = units[Int(other.id)].terms.first, only.exponent == .one
      else { return nil }
      now.append(Term(atom: only.atom, exponent: term.exponent))
    }
    let made = intern(now)
    return dimension(of: made) == dimension(of: unit) ? made : nil
  }
}
