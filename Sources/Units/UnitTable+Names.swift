import Syntax

/// From a word to its unit: declared names first, then a prefix before a declared name.
extension UnitTable {
  /// Finds a unit by name and keeps the answer.
  func findUnit(named name: Name) -> Unit? {
    let id = Int(name.id)
    while unitByName.count <= id {
      unitByName.append(contentsOf: repeatElement(Self.unasked, count: max(256, id / 2)))
    }
    guard let atom = atom(spelled: name.text) else {
      unitByName[id] = Self.unknown
      return nil
    }
    let unit = unit(ofAtom: atom)
    unitByName[id] = unit.id
    return unit
  }

  /// The atom of a word, `kWh`; nil for a word that is no unit.
  func atom(spelled word: String) -> Int32? {
    if let known = atomIDs[word] { return known }
    guard let (definition, prefix) = spelling(word), let found = self.definition(definition) else {
      return nil
    }
    let factor = prefix.map { Prefix.all[$0].apply(to: found.factor) } ?? found.factor
    let id = Int32(atoms.count)
    atoms.append(
      Atom(
        text: word, definition: definition, prefix: Int32(prefix ?? -1), factor: factor,
        dimension: found.dimension))
    atomIDs[word] = id
    return id
  }

  /// The unit that is one atom alone, a reading where the atom is °C or °F.
  func unit(ofAtom atom: Int32) -> Unit {
    let known = atoms[Int(atom)].unit
    if known >= 0 { return Unit(id: known) }
    let unit = intern([Term(atom: atom, exponent: .one)])
    atoms[Int(atom)].unit = unit.id
    return unit
  }

  /// What a word is made of: the place of its definition and, if it has one, of its prefix.
  func spelling(_ word: String) -> (definition: Int32, prefix: Int?)? {
    var copy = word
    return copy.withUTF8 { bytes -> (definition: Int32, prefix: Int?)? in
      if let (definition, _) = declared(bytes) { return (definition, nil) }
      return prefixed(bytes, as: .symbol) ?? prefixed(bytes, as: .word)
    }
  }

  private func declared(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (definition: Int32, kind: DefinitionIndex.Kind)? {
    if !ownNames.isEmpty, let own = ownNames[String(decoding: bytes, as: UTF8.self)] { return own }
    return index.entry(bytes).map { ($0.declaration, $0.kind) }
  }

  private func prefixed(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: DefinitionIndex.Kind
  ) -> (definition: Int32, prefix: Int?)? {
    for prefix in Prefix.leading(bytes, beforeWords: kind == .word) where prefix.count < bytes.count
    {
      let rest = UnsafeBufferPointer(rebasing: bytes[prefix.count...])
      if let found = declared(rest), found.kind.takes(kind),
        let definition = definition(found.definition),
        definition.prefixes & (1 << UInt64(prefix.index)) != 0,
        !bytes.elementsEqual("as".utf8)  // a word of the language, no attosecond
      {
        return (found.definition, prefix.index)
      }
    }
    return nil
  }

  /// A definition by its place, read from its line at the first question.
  ///
  /// nil only where a unit file is faulty, which a test rules out.
  func definition(_ place: Int32) -> Definition? {
    loadIndex()
    if let known = definitions[Int(place)] { return known }
    guard let read = read(index.declarations[Int(place)]) else { return nil }
    definitions[Int(place)] = read
    return read
  }

  /// Makes room for every declared unit, before the first is read or the first own one made.
  func loadIndex() {
    if definitions.isEmpty {
      definitions = Array(repeating: nil, count: index.declarations.count)
    }
  }

  private func read(_ declaration: DefinitionIndex.Declaration) -> Definition? {
    guard let line = DeclarationLine(declaration.line.string) else { return nil }
    var result = Definition(name: String(line.name), factor: 1, dimension: .none)
    if let dimension = line.words("dimension").first {
      let isCurrency = dimension == "money"
      result.dimension = dimensions.base(
        named: isCurrency ? result.name : dimension.joined(with: line.words("dimension")),
        isCurrency: isCurrency)
    } else {
      guard let value = line.value, let quantity = DefinitionQuantity(value) else { return nil }
      result.value = String(value)
      var terms: [Term] = []
      for factor in quantity.factors {
        guard let atom = atom(spelled: String(factor.name)) else { return nil }
        terms.append(Term(atom: atom, exponent: Rational(factor.exponent)))
      }
      let (factor, dimension) = size(of: terms)
      result.factor = quantity.number * factor.numerator / factor.denominator
      result.dimension = dimension
      if line.clauses.contains(where: { $0.key == "parts" }) { result.parts = terms }
    }
    result.names = [result.name]
    for word in ["short", "long", "also"].flatMap(line.words) where word != line.name {
      result.names.append(String(word))
    }
    for word in line.words("prefixes") {
      guard let set = Prefix.set(named: String(word)) else { return nil }
      result.prefixes |= set
    }
    result.powerLadder = line.words("powers").map(String.init)
    for clause in line.clauses where clause.key == "ladder" {
      if clause.words.count == 1 {
        result.ladderOf = String(clause.words[0])
      } else {
        result.ladders.append(clause.words.map(String.init))
      }
    }
    if let offset = line.words("offset").first { result.offset = Double(offset) ?? 0 }
    result.difference = line.words("difference").first.map(String.init)
    return result
  }

  /// The factor of a list of terms as a ratio, so that exact factors stay exact, and its dimension.
  func size(
    of terms: [Term]
  ) -> (factor: (numerator: Double, denominator: Double), dimension: Dimension) {
    var factor = (numerator: 1.0, denominator: 1.0)
    var dimension = Dimension.none
    for term in terms {
      let atom = atoms[Int(term.atom)]
      dimension = dimensions.product(
        dimension, dimensions.power(atom.dimension, term.exponent))
      let exponent = term.exponent.value
      if exponent < 0 {
        factor.denominator *= raised(atom.factor, -exponent)
      } else {
        factor.numerator *= raised(atom.factor, exponent)
      }
    }
    return (factor, dimension)
  }
}

extension Substring {
  /// A name of several words: `luminous intensity`.
  fileprivate func joined(with words: [Substring]) -> String { words.joined(separator: " ") }
}
