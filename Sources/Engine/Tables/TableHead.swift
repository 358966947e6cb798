import Syntax
import Units

/// The head of a column: its name as a field, and the unit that it states.
///
/// ```
/// power.draw [W]     power_draw, W
/// GPU time (s)       GPU_time, s
/// ```
struct TableHead {
  let text: String
  let name: String
  var unit: Unit?

  /// What stands in square brackets in a head and is no unit.
  struct UnknownUnit: Error { let text: String }

  init(_ text: String, units: UnitTable) throws(UnknownUnit) {
    self.text = text
    var bare = Substring(text)
    var unit: Unit?
    for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)] {
      guard bare.last == close, let start = bare.lastIndex(of: open) else { continue }
      let inner = bare[bare.index(after: start)...].dropLast()
      if let known = Self.unit(String(inner), units) {
        unit = known
        bare = bare[..<start]
      } else if open == "[" {
        throw UnknownUnit(text: String(inner))
      }
      break
    }
    self.unit = unit
    name = Self.field(bare)
  }

  static func unit(_ text: String, _ units: UnitTable) -> Unit? {
    if text == "-" || text == "1" { return .one }
    guard let (value, expression) = Parser.quantity("1 \(text)", units: units), value == 1,
      let expression
    else { return nil }
    return try? units.resolve(expression)
  }

  /// Every run of other signs becomes one `_`; none at the ends.
  private static func field(_ head: Substring) -> String {
    var name = ""
    for character in head {
      if character.isLetter || character.isNumber || character == "_" {
        name.append(character)
      } else if name.last != "_", !name.isEmpty {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    return name.first?.isNumber == true ? "_" + name : name
  }

  /// The units of a log of CodeCarbon, whose heads state none.
  static func known(_ heads: [String]) -> [String: String] {
    guard ["run_id", "emissions", "energy_consumed", "duration"].allSatisfy(heads.contains) else {
      return [:]
    }
    return codeCarbon
  }

  /// Columns of `emissions.csv` of CodeCarbon 3. Its `emissions_rate` is in kg/s in some files and in
  /// g/s in others, and gets no unit.
  private static let codeCarbon = [
    "duration": "s", "emissions": "kgCO2e", "cpu_power": "W", "gpu_power": "W", "ram_power": "W",
    "cpu_energy": "kWh", "gpu_energy": "kWh",
    "ram_energy": "kWh", "energy_consumed": "kWh", "water_consumed": "L", "ram_total_size": "GB",
  ]
}
