import Syntax

/// A dimension, interned in a `UnitTable`: energy, energy/token. Equal ids, equal dimensions.
public struct Dimension: Hashable, Sendable {
  public let id: Int32
  public init(id: Int32) { self.id = id }
  /// plain numbers
  public static let none = Dimension(id: 0)
}

/// A unit as it is shown, interned in a `UnitTable`: `kW`, `kWh/million t`, `$/gpu/h`.
public struct Unit: Hashable, Sendable {
  public let id: Int32
  public init(id: Int32) { self.id = id }
  /// no unit at all
  public static let one = Unit(id: 0)
}

/// Every unit that tj knows, by name; and the arithmetic of dimensions and of shown units.
///
/// ```
/// let table = UnitTable()
/// let kWh = table.unit(named: "kWh")        // read from energy.tj now, at its first use
/// table.factor(of: kWh)                     // 3.6e6
/// table.product(kW, h) == kWh               // merged as W × h
/// ```
///
/// Values everywhere else are `Double`s in base units (m, kg, s, A, K, mol, cd, bit, t, FLOP,
/// request, gpu, CO2e and each currency); a `Unit` says how to write one.
/// One table belongs to one session and one thread.
///
/// A unit is a list of *terms*, an *atom* (`kWh`, with its prefix) to a power each. Atoms, units
/// and dimensions are interned, so repeated questions are look-ups in flat tables: names by
/// `Name.id`, texts by a trie of integer keys, products by the pair of ids.
public final class UnitTable: UnitNames {
  // What the unit files and the user's own `unit` lines say.
  /// made at the first question
  lazy var index = DefinitionIndex(files: UnitFiles.all)
  var definitions: [Definition?] = []
  /// names of units made at run time, and of built-in currencies that they replace
  var ownNames: [String: (definition: Int32, kind: DefinitionIndex.Kind)] = [:]

  // What has been asked for so far.
  var dimensions = DimensionTable()
  var atoms: [Atom] = []
  var atomIDs: [String: Int32] = [:]
  var units: [UnitRecord] = []
  /// by a hash of the terms; where that is taken by others, by the next number
  var unitIDs = IntegerMap()
  /// by `Name.id`: the unit; `unasked` or `unknown`
  var unitByName: [Int32] = []
  var trie = IntegerMap()
  var trieUnits = IntegerMap()
  var trieNodes: UInt64 = 0
  var numberIDs = IntegerMap()
  var products = IntegerMap()
  var quotients = IntegerMap()
  var powers = IntegerMap()
  var merges: [NamedMerge]?
  var namedDimensions: [NamedDimension]?
  /// by atom: its size as a rational number; nil for one that has none
  var exactFactors: [Int32: ExactFactor?] = [:]
  var dimensionTexts: [Dimension: DimensionText] = [:]

  static let unasked: Int32 = -2
  static let unknown: Int32 = -1

  public init() {
    units.append(UnitRecord.one)
    makeBaseDimensions()
  }

  /// One that knows what another has read, and goes on by itself: many sessions, each with units of
  /// its own, need not read the unit files again.
  package init(knowing other: UnitTable) {
    index = other.index
    (definitions, ownNames) = (other.definitions, other.ownNames)
    (dimensions, atoms, atomIDs) = (other.dimensions, other.atoms, other.atomIDs)
    (units, unitIDs, unitByName) = (other.units, other.unitIDs, other.unitByName)
    (trie, trieUnits, trieNodes) = (other.trie, other.trieUnits, other.trieNodes)
    (numberIDs, products) = (other.numberIDs, other.products)
    (quotients, powers, merges) = (other.quotients, other.powers, other.merges)
    namedDimensions = other.namedDimensions
    (exactFactors, dimensionTexts) = (other.exactFactors, other.dimensionTexts)
  }

  // MARK: names

  /// Whether a word is a unit, prefix, plural and abbreviation included.
  public func isUnit(_ name: Name) -> Bool { unit(named: name) != nil }

  /// The unit of one word, `kWh`, `hours`, `$`; nil for a word that is none.
  /// - Complexity: one array access after the first question.
  public func unit(named name: Name) -> Unit? {
    let id = Int(name.id)
    if id < unitByName.count {
      let known = unitByName[id]
      if known >= 0 { return Unit(id: known) }
      if known == Self.unknown { return nil }
    }
    return findUnit(named: name)
  }

  // MARK: facts of a unit

  public func dimension(of unit: Unit) -> Dimension { units[Int(unit.id)].dimension }
  /// Value in base units = value in the unit × factor (+ offset for a reading).
  public func factor(of unit: Unit) -> Double { units[Int(unit.id)].factor }
  /// 273.15 for °C as a whole unit, else 0.
  public func offset(of unit: Unit) -> Double { units[Int(unit.id)].offset }
  /// Whether the unit is a temperature reading: °C or °F as a whole unit, not `Δ°C`.
  public func isReading(_ unit: Unit) -> Bool { units[Int(unit.id)].difference >= 0 }
  /// The difference that belongs to a reading: `Δ°C` for °C.
  public func difference(of unit: Unit) -> Unit {
    let difference = units[Int(unit.id)].difference
    return difference >= 0 ? Unit(id: difference) : unit
  }
  /// `kWh/million t`, `$/gpu/h`, `s^-1`, `` for `.one`.
  public func text(of unit: Unit) -> String { units[Int(unit.id)].text }

  // MARK: algebra

  public func product(_ a: Dimension, _ b: Dimension) -> Dimension { dimensions.product(a, b) }
  public func quotient(_ a: Dimension, _ b: Dimension) -> Dimension { dimensions.quotient(a, b) }
  public func power(_ a: Dimension, _ exponent: Rational) -> Dimension {
    dimensions.power(a, exponent)
  }
}

/// A unit name with its prefix as it was written, `kWh`; or a number before one, `million t`.
struct Atom {
  var text: String
  /// the place of its definition; −1 for a number alone
  var definition: Int32
  /// the place of its prefix in `Prefix.all`; −1 for none
  var prefix: Int32
  /// base units per atom
  var factor: Double
  var dimension: Dimension
  /// of `million t`: the atom without its number; −1 for others
  var unscaled: Int32 = -1
  var isScaled: Bool { unscaled >= 0 || definition < 0 }
  /// the unit that is this atom alone
  var unit: Int32 = -1
}

/// A shown unit and what is asked of it.
struct UnitRecord {
  var terms: [Term]
  var text: String
  var factor: Double
  var dimension: Dimension
  var offset = 0.0
  /// of a reading: the unit of its differences; else −1
  var difference: Int32 = -1
  /// whether values may move along a ladder, and so are cut to significant digits
  var hasLadder = false
  /// one currency and nothing else
  var isPlainMoney = false
  /// the unit itself or, for money and emissions per token, the one per Mt; −1 until asked for
  var perMegatoken: Int32 = -1
  /// the steps on which a computed value is shown, ascending; nil until asked for
  var steps: [Step]?

  struct Step {
    var factor: Double
    var unit: Unit
  }

  static let one = UnitRecord(terms: [], text: "", factor: 1, dimension: .none)
}
