import Syntax
import Testing
import Units

/// The value in base units and the unit of a text, `25 °C`, `kWh/million t`.
func quantity(
  _ text: String, in table: UnitTable, sourceLocation: SourceLocation = #_sourceLocation
) throws -> (base: Double, unit: Unit) {
  let read = try #require(
    Parser.quantity(text, units: table), "\(text) does not read", sourceLocation: sourceLocation)
  let unit = try read.unit.map { try table.resolve($0) } ?? .one
  return (read.value * table.factor(of: unit) + table.offset(of: unit), unit)
}

func unit(
  _ text: String, in table: UnitTable, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Unit {
  text.isEmpty ? .one : try quantity(text, in: table, sourceLocation: sourceLocation).unit
}

/// What a text written in one unit is in another.
func convert(_ text: String, to target: String, in table: UnitTable) throws -> Double {
  let (base, from) = try quantity(text, in: table)
  let to = try unit(target, in: table)
  #expect(
    table.dimension(of: from) == table.dimension(of: to), "\(text) and \(target) do not match")
  return (base - table.offset(of: to)) / table.factor(of: to)
}

func agree(_ a: Double, _ b: Double, within relative: Double) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b)) || abs(a - b) < 1e-300
}
