@testable import Engine
@testable import Report
import Syntax
import Testing
import Units

/// What derivations say about units is so: of any two units of one dimension, `1 A = n B` is read by
/// tj as true, and a factor that is exact by definition shows no noise of rounding.
@Suite struct UnitRelationLawTests {
  private let session = Session()
  private var units: UnitTable { session.units }

  /// Every unit of the table, and some with a prefix.
  private var byDimension: [[Unit]] {
    var found: [Dimension: [Unit]] = [:]
    var order: [Dimension] = []
    let words = units.listing().flatMap(\.names)
    for word in words + [
      "km", "cm", "µm", "kg", "mg", "MJ", "GJ", "kWh", "GWh", "kW", "MW", "GB",
      "GiB", "TB", "kt", "Mt", "ms", "µs", "keV", "Gparam", "mL", "kPa", "MPa", "Mcal",
    ] {
      guard let unit = units.unit(named: Name(word)), !units.isReading(unit) else { continue }
      let dimension = units.dimension(of: unit)
      if found[dimension] == nil { order.append(dimension) }
      if found[dimension]?.contains(unit) != true { found[dimension, default: []].append(unit) }
    }
    return order.compactMap { found[$0] }
  }

  @Test func everyRelationIsTrue() throws {
    let relations = UnitRelations(quantities: QuantityText(session: session))
    let words = RemarkWords(units: units, settings: Settings())
    var count = 0
    for alike in byDimension {
      for (i, a) in alike.enumerated() {
        for b in alike[(i + 1)...] {
          for relation in relations.relation(a, b) {
            let text = words.words(relation)
            try check(text)
            count += 1
          }
        }
      }
    }
    #expect(count > 1000)
  }

  /// `1 kWh = 3.6×10⁶ J`, read by tj: exact to the last digit of a `Double`, or to six digits.
  private func check(_ text: String) throws {
    if text.contains(" is ") { return }
    let isExact = text.contains(" = ")
    let sides = text.split(separator: isExact ? " = " : " ≈ ")
    try #require(sides.count == 2, "\(text)")
    let left = try #require(read(String(sides[0])), "\(text)")
    let right = try #require(read(String(sides[1])), "\(text)")
    let share = abs(left - right) / abs(left)
    #expect(share <= (isExact ? 4e-16 : 5e-6), "\(text): off by \(share)")
    // a number by definition has few digits
    let number = sides[1].prefix { $0 != " " && $0 != "×" }.drop { $0 == "0" || $0 == "." }
    #expect(number.count { "0123456789".contains($0) } <= (isExact ? 15 : 6), "\(text)")
  }

  private func read(_ text: String) -> Double? {
    let source = SourceText(name: "test", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind,
      let formula = try? session.build(expression, source),
      case .constant(let number, _) = formula.code
    else { return nil }
    return number
  }

  /// Factors of the SI Brochure, of NIST SP 811 and of the agreements of 1959.
  @Test(arguments: [
    ("ft", "inch", "1 ft = 12 inch"), ("yd", "ft", "1 yd = 3 ft"), ("yd", "m", "1 yd = 0.9144 m"),
    ("mile", "km", "1 mile = 1.609344 km"), ("mph", "km/h", "1 mph = 1.609344 km/h"),
    ("lb", "kg", "1 lb = 0.45359237 kg"), ("gal", "L", "1 gal = 3.785411784 L"),
    ("µs", "ns", "1 µs = 1000 ns"), ("kg", "µg", "1 kg = 10⁹ µg"), ("nm", "µm", "1 µm = 1000 nm"),
    ("K", "Δ°F", "1 K = 1.8 Δ°F"), ("eV", "J", "1 eV = 1.602176634×10⁻¹⁹ J"),
    ("kWh", "MJ", "1 kWh = 3.6 MJ"), ("Wh", "MJ", "1 Wh = 3600 J and 1 MJ = 10⁶ J"),
    ("GJ", "kWh", "1 GJ = 10⁹ J and 1 kWh = 3.6×10⁶ J"), ("rad", "deg", "1 rad ≈ 57.2958 deg"),
    ("atm", "mmHg", "1 atm = 1.01325×10⁵ Pa and 1 mmHg = 133.322387415 Pa"),
    ("atm", "torr", "1 atm = 760 torr"), ("hp", "W", "1 hp ≈ 745.7 W"),
    ("%", "ppm", "1 % = 10000 ppm"),
    ("tsp", "gal", "1 gal = 768 tsp"), ("year", "month", "1 year = 12 month"),
  ]) func relations(_ a: String, _ b: String, _ wanted: String) throws {
    let relations = UnitRelations(quantities: QuantityText(session: session))
    let words = RemarkWords(units: units, settings: Settings())
    let (one, other) = (try unit(a), try unit(b))
    for pair in [(one, other), (other, one)] {
      let said = Set(relations.relation(pair.0, pair.1).map { words.words($0) })
      #expect(said == Set(wanted.split(separator: " and ").map(String.init)))
    }
  }

  /// A unit that was made from another is so many of it.
  @Test func ownUnits() throws {
    session.run(SourceText(name: "test", text: "unit lap = 1320 ft"), mode: .script) { _ in }
    let relations = UnitRelations(quantities: QuantityText(session: session))
    let words = RemarkWords(units: units, settings: Settings())
    #expect(
      relations.relation(try unit("lap"), try unit("ft")).map { words.words($0) } == [
        "1 lap = 1320 ft"
      ])
  }

  private func unit(_ text: String) throws -> Unit {
    let (_, written) = try #require(Parser.quantity("1 \(text)", units: units))
    return try units.resolve(try #require(written))
  }
}
