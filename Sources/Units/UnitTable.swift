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
/// Values everywhere else are `Double`s in base units (m, kg, s, A, K, mol, cd, bit, t, FLOP,
/// request, gpu, CO2e and each currency); a `Unit` says how to write one.
/// One table belongs to one session and one thread.
public final class UnitTable: UnitNames {
  public init() {}

  // MARK: names

  /// Whether a word is a unit, prefix, plural and abbreviation included.
  public func isUnit(_ name: Name) -> Bool { false }

  public func unit(named name: Name) -> Unit? { nil }

  /// The unit that a text means: `kWh/million t`, `W/(m² K)`.
  public func resolve(_ expression: UnitExpression) throws(UnitProblem) -> Unit { .one }

  /// The dimension that an annotation names: dimension words and unit names mixed,
  /// `energy/token`, `kWh/Mt`, `power`.
  public func dimension(annotation: UnitExpression) throws(UnitProblem) -> Dimension { .none }

  /// `unit lap = 400 m, also laps, prefixes k`; without a value a new base dimension.
  public func define(
    _ name: Name, value: (factor: Double, dimension: Dimension)?, aliases: [Name], prefixes: [Name]
  ) throws(UnitProblem) {}

  /// The nearest unit names, best first.
  public func suggestions(for word: String, limit: Int) -> [String] { [] }

  // MARK: facts of a unit

  public func dimension(of unit: Unit) -> Dimension { .none }
  /// Value in base units = value in the unit × factor (+ offset for a reading).
  public func factor(of unit: Unit) -> Double { 1 }
  /// 273.15 for °C as a whole unit, else 0.
  public func offset(of unit: Unit) -> Double { 0 }
  /// Whether the unit is a temperature reading: °C or °F as a whole unit, not `Δ°C`.
  public func isReading(_ unit: Unit) -> Bool { false }
  /// The difference that belongs to a reading: `Δ°C` for °C.
  public func difference(of unit: Unit) -> Unit { unit }
  /// `kWh/million t`, `$/gpu/h`, `s^-1`, `` for `.one`.
  public func text(of unit: Unit) -> String { "" }

  // MARK: algebra

  public func product(_ a: Dimension, _ b: Dimension) -> Dimension { .none }
  public func quotient(_ a: Dimension, _ b: Dimension) -> Dimension { .none }
  public func power(_ a: Dimension, _ exponent: Rational) -> Dimension { .none }

  /// The shown unit of a product, merged by the rules of *Display*.
  public func product(_ a: Unit, _ b: Unit) -> Unit { .one }
  public func quotient(_ a: Unit, _ b: Unit) -> Unit { .one }
  public func power(_ a: Unit, _ exponent: Rational) -> Unit { .one }

  /// In the user's terms: *energy/token*, *power*, *a plain number*.
  public func name(of dimension: Dimension) -> String { "" }
  /// A unit to show a dimension that nobody wrote a unit for, if there is an usual one.
  public func standardUnit(of dimension: Dimension) -> Unit { .one }

  // MARK: display

  /// The step of the unit's ladder at which a value (base units, its magnitude) is shown.
  /// Values side by side ask once, with the largest.
  public func step(of unit: Unit, for magnitude: Double) -> Unit { unit }

  /// A number as it stands before a unit: `digits` significant, trailing zeros cut, all integer
  /// digits for units without a ladder, two decimals for plain money of 1 or more.
  public func numberText(_ valueInUnit: Double, unit: Unit, digits: Int) -> String { "" }
}
