import Syntax

/// A dimension with a name of its own and the unit that it is shown in.
struct NamedDimension {
  var name: String
  var dimension: Dimension
  var unit: String
  /// whether compound names are made of it: *energy/token*, but not *frequency × token*
  var isPart: Bool

  /// Of two names that are as long the one in plainer words: *volume/time*, not *power/pressure*, and
  /// *volume/energy/time*, not *length·time/mass*.
  var weight: Double {
    ["emissions", "energy", "power", "volume", "area"].contains(name) ? 0.9 : 1.05
  }
}

/// A dimension in words, and as a unit nobody wrote.
struct DimensionText {
  var name: String
  var unit: String
}

/// Dimensions in the user's terms.
extension UnitTable {
  /// In the user's terms: *energy/token*, *power*, *a plain number*; annotations read it back.
  public func name(of dimension: Dimension) -> String {
    dimension == .none ? "a plain number" : text(of: dimension).name
  }

  /// The names of two different dimensions, with their currencies where these are different:
  /// *money in USD* and *money in EUR*, *money/time in USD* and *money in EUR*.
  public func names(of a: Dimension, and b: Dimension) -> (String, String) {
    let (first, second) = (name(of: a), name(of: b))
    if a == b { return (first, second) }
    let mine = currencies(in: a).joined(separator: ", ")
    let others = currencies(in: b).joined(separator: ", ")
    if first != second, mine == others || mine.isEmpty || others.isEmpty { return (first, second) }
    func stated(_ name: String, _ codes: String) -> String {
      codes.isEmpty ? name : "\(name) in \(codes)"
    }
    return (stated(first, mine), stated(second, others))
  }

  /// The codes of the currencies in a dimension: `USD` in what $/kWh is of.
  package func currencies(in dimension: Dimension) -> [String] {
    dimensions.powers(of: dimension).filter { dimensions.isCurrency[Int($0.base)] }.map {
      dimensions.bases[Int($0.base)]
    }
  }

  /// A unit to show a dimension that nobody wrote a unit for: `J/t` for energy/token.
  public func standardUnit(of dimension: Dimension) -> Unit {
    if dimension == .none { return .one }
    guard let quantity = DefinitionQuantity("1 " + Substring(text(of: dimension).unit)) else {
      return .one
    }
    var terms: [Term] = []
    for factor in quantity.factors {
      guard let atom = atom(spelled: String(factor.name)) else { return .one }
      terms.append(Term(atom: atom, exponent: Rational(factor.exponent)))
    }
    let unit = intern(terms)
    return self.dimension(of: unit) == dimension ? unit : .one
  }

  /// The same in words, with powers that are fractions too: `N s^(1/2)`.
  package func standardUnitText(of dimension: Dimension) -> String { text(of: dimension).unit }

  /// The dimension that an annotation names: dimension words and unit names mixed,
  /// `energy/token`, `kWh/Mt`, `power`. `money` stands for every currency: see `fits`.
  public func dimension(annotation: UnitExpression) throws(UnitProblem) -> Dimension {
    var result = Dimension.none
    for factor in annotation.factors {
      guard case .unit(let name) = factor.kind else { continue }
      let dimension: Dimension
      if let named = self.dimension(word: name.text) {
        dimension = named
      } else if let unit = unit(named: name) {
        dimension = self.dimension(of: unit)
      } else {
        throw .unknownDimension(
          name: name.text, nearest: nearestDimensions(name.text), span: factor.span)
      }
      result = product(result, power(dimension, factor.exponent))
    }
    return result
  }

  /// Whether a value's dimension is what an annotation asks for. The word `money` fits every currency;
  /// a currency that is written fits itself alone.
  public func fits(_ dimension: Dimension, annotation: Dimension) -> Bool {
    dimension == annotation || anyMoney(dimension) == annotation
  }

  /// The dimension of a word: `energy`, `token`, `luminous_intensity`; nil for any other word.
  public func dimension(word: String) -> Dimension? {
    if let named = loadedNames().first(where: { $0.name == word }) { return named.dimension }
    let spoken = word == "luminous_intensity" ? "luminous intensity" : word
    guard let base = dimensions.bases.firstIndex(of: spoken), !dimensions.isCurrency[base] else {
      return nil
    }
    return dimensions.base(named: spoken)
  }

  /// Every word that `dimension(word:)` knows.
  public func dimensionWords() -> [String] {
    loadedNames().map(\.name)
      + dimensions.bases.indices.filter { !dimensions.isCurrency[$0] }.map {
        dimensions.bases[$0] == "luminous intensity" ? "luminous_intensity" : dimensions.bases[$0]
      }
  }

  private static let baseDimensions = [
    "length", "mass", "time", "current", "temperature", "amount", "luminous intensity",
    "information", "token", "FLOP", "request", "gpu", "CO2e", "money",
  ]

  func makeBaseDimensions() {
    for name in Self.baseDimensions { _ = dimensions.base(named: name) }
  }

  /// Whether a base that a script has made is in it: `site` after `unit site`.
  package func hasOwnBase(_ dimension: Dimension) -> Bool {
    dimensions.powers(of: dimension).contains { power in
      let base = Int(power.base)
      return !dimensions.isCurrency[base] && !Self.baseDimensions.contains(dimensions.bases[base])
    }
  }

  /// Whether money is in it, and no currency: an annotation that any currency fits.
  package func isMoneyOfNoCurrency(_ dimension: Dimension) -> Bool {
    dimensions.powers(of: dimension).contains { dimensions.bases[Int($0.base)] == "money" }
  }

  /// Whether two are the same but for the currency of money in them.
  package func agree(_ a: Dimension, _ b: Dimension) -> Bool { anyMoney(a) == anyMoney(b) }

  private func anyMoney(_ dimension: Dimension) -> Dimension {
    var result = Dimension.none
    let money = dimensions.base(named: "money")
    for power in dimensions.powers(of: dimension) {
      let base =
        dimensions.isCurrency[Int(power.base)]
        ? money : dimensions.intern([.init(base: power.base, exponent: .one)])
      result = dimensions.product(result, dimensions.power(base, power.exponent))
    }
    return result
  }

  // MARK: words

  /// The named dimensions: exponents of length, mass, time, current, amount.
  func loadedNames() -> [NamedDimension] {
    if let namedDimensions { return namedDimensions }
    let table: [(name: String, exponents: [Int], unit: String, isPart: Bool)] = [
      ("energy", [2, 1, -2], "J", true), ("power", [2, 1, -3], "W", true),
      ("volume", [3], "m^3", true), ("area", [2], "m^2", true),
      ("pressure", [-1, 1, -2], "Pa", true), ("force", [1, 1, -2], "N", true),
      ("voltage", [2, 1, -3, -1], "V", true), ("charge", [0, 0, 1, 1], "C", true),
      ("speed", [1, 0, -1], "m/s", false), ("acceleration", [1, 0, -2], "m/s^2", false),
      ("frequency", [0, 0, -1], "Hz", false), ("density", [-3, 1], "kg/m^3", false),
      ("resistance", [2, 1, -3, -2], "ohm", false), ("conductance", [-2, -1, 3, 2], "S", false),
      ("capacitance", [-2, -1, 4, 2], "F", false), ("inductance", [2, 1, -2, -2], "H", false),
      ("magnetic_flux", [2, 1, -2, -1], "Wb", false),
      ("magnetic_flux_density", [0, 1, -2, -1], "T", false),
    ]
    var loaded = table.map { row in
      let powers = row.exponents.enumerated().filter { $0.element != 0 }.map {
        DimensionTable.Power(base: Int32($0.offset), exponent: Rational($0.element))
      }
      return NamedDimension(
        name: row.name, dimension: dimensions.intern(powers), unit: row.unit, isPart: row.isPart)
    }
    let emissions = dimensions.product(
      dimensions.base(named: "mass"), dimensions.base(named: "CO2e"))
    loaded.insert(
      NamedDimension(name: "emissions", dimension: emissions, unit: "gCO2e", isPart: true), at: 0)
    namedDimensions = loaded
    return loaded
  }

  private func text(of dimension: Dimension) -> DimensionText {
    if let known = dimensionTexts[dimension] { return known }
    let text = makeText(of: dimension)
    dimensionTexts[dimension] = text
    return text
  }

  /// The shortest way to write a dimension with at most two named parts and base dimensions.
  private func makeText(of dimension: Dimension) -> DimensionText {
    let named = loadedNames()
    if let own = named.first(where: { $0.dimension == dimension }) {
      return DimensionText(name: own.name, unit: own.unit)
    }
    // the root of a named one: `power^(1/2)`
    let roots = Set(dimensions.powers(of: dimension).map { Int($0.exponent.denominator) })
    if let root = roots.max(), root > 1 {
      let whole = dimensions.power(dimension, Rational(root))
      if let own = named.first(where: { $0.dimension == whole }) {
        let exponent = "^(1/\(root))"
        return DimensionText(name: own.name + exponent, unit: own.unit + exponent)
      }
    }
    let parts = named.filter(\.isPart)
    typealias Choice = [(part: NamedDimension, exponent: Int)]
    var best: (cost: Double, choice: Choice, rest: Dimension) = (
      cost(of: dimension), [], dimension
    )
    func consider(_ choice: Choice) {
      let weight = choice.reduce(0) { $0 + Double(abs($1.exponent)) * $1.part.weight }
      guard weight < best.cost else { return }
      var rest = dimension
      for (part, exponent) in choice {
        rest = dimensions.quotient(rest, dimensions.power(part.dimension, Rational(exponent)))
      }
      // `volume/energy` rather than `pressure^-1`
      let isUpsideDown =
        choice.allSatisfy { $0.exponent < 0 }
        && dimensions.powers(of: rest).allSatisfy { $0.exponent.numerator < 0 }
      let cost = weight + cost(of: rest) + (isUpsideDown ? 1.5 : 0)
      if cost < best.cost { best = (cost, choice, rest) }
    }
    for (index, first) in parts.enumerated() {
      for exponent in [1, -1] {
        consider([(first, exponent)])
        consider([(first, 2 * exponent)])
        for second in parts[(index + 1)...] {
          for other in [1, -1] { consider([(first, exponent), (second, other)]) }
        }
      }
    }
    return spelled(best.choice.map { ($0.part, $0.exponent) }, best.rest)
  }

  private func cost(of dimension: Dimension) -> Double {
    dimensions.powers(of: dimension).reduce(0) { sum, power in
      sum + abs(power.exponent.value) + (power.exponent.isInteger ? 0 : 2)
    }
  }

  private func spelled(
    _ parts: [(part: NamedDimension, exponent: Int)], _ rest: Dimension
  ) -> DimensionText {
    var pieces: [(name: String, unit: String, exponent: Rational)] = parts.map {
      ($0.part.name, $0.part.unit, Rational($0.exponent))
    }
    let time = Int32(2)
    let powers = dimensions.powers(of: rest)
    for power in powers.filter({ $0.base != time }) + powers.filter({ $0.base == time }) {
      let base = Int(power.base)
      let name = dimensions.isCurrency[base] ? "money" : dimensions.bases[base]
      pieces.append((name, baseUnit(base), power.exponent))
    }
    let money = pieces.filter { $0.name == "money" }
    pieces = money + pieces.filter { $0.name != "money" }
    return DimensionText(
      name: chain(pieces.map { ($0.name, $0.exponent) }, joint: "*"),
      unit: chain(pieces.map { ($0.unit, $0.exponent) }, joint: " "))
  }

  private func chain(_ pieces: [(name: String, exponent: Rational)], joint: String) -> String {
    func power(_ exponent: Rational) -> String {
      exponent == .one
        ? ""
        : exponent.isInteger
          ? "^\(exponent.numerator)" : "^(\(exponent.numerator)/\(exponent.denominator))"
    }
    let above = pieces.filter { $0.exponent.numerator > 0 }
    if above.isEmpty { return pieces.map { $0.name + power($0.exponent) }.joined(separator: joint) }
    return above.map { $0.name + power($0.exponent) }.joined(separator: joint)
      + pieces.filter { $0.exponent.numerator < 0 }.map { "/" + $0.name + power(-$0.exponent) }
      .joined()
  }

  private func baseUnit(_ base: Int) -> String {
    switch dimensions.bases[base] {
    case "length": "m"
    case "mass": "kg"
    case "time": "s"
    case "current": "A"
    case "temperature": "K"
    case "amount": "mol"
    case "luminous intensity": "cd"
    case "information": "B"
    case "token": "t"
    case let own: own
    }
  }
}
