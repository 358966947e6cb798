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
  /// the format is known, and with it which columns have no unit
  var isKnown = false

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

  /// Whether it announces moments: `timestamp`, `start_time`.
  var isTime: Bool {
    let words = Self.words(name)
    return ["timestamp", "time", "ts", "datetime", "date", "unixtime", "epoch"]
      .contains(words.last ?? "")
  }

  /// The head with a unit, where it names a power, an energy or a unit and states none: `power [W]`.
  var statingUnit: String? {
    guard unit == nil, !isKnown else { return nil }
    let words = Self.words(name)
    guard let last = words.last, words.allSatisfy({ !Self.noQuantities.contains($0) }) else {
      return nil
    }
    if let unit = Self.quantities[last], words.count == 1 { return "\(text) [\(unit)]" }
    if words.count > 1, let unit = Self.suffixes[last], words[words.count - 2] != "per" {
      return "\(words.dropLast().joined(separator: "_")) [\(unit)]"
    }
    let isEnergy = words.contains("energy")
    let isPower = words.contains("power") || (words.count > 1 && last == "draw")
    guard isEnergy || isPower else { return nil }
    if words.contains("per") { return "\(text) [\(isEnergy ? "J/t" : "W/gpu")]" }
    return "\(text) [\(isEnergy ? "kWh" : "W")]"
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split(separator: "_").map(String.init)
  }

  /// What units are called at the end of a head: `gpu_power_w`.
  private static let suffixes = [
    "w": "W", "watt": "W", "watts": "W", "kw": "kW", "mw": "mW", "wh": "Wh", "kwh": "kWh",
    "mwh": "MWh", "j": "J", "joule": "J", "joules": "J", "kj": "kJ", "mj": "MJ", "s": "s",
    "sec": "s", "secs": "s", "seconds": "s", "ms": "ms", "us": "µs",
  ]

  /// Heads that say what is measured, or in what, and no unit that is read.
  private static let quantities = [
    "watts": "W", "wattage": "W", "tdp": "W", "kwh": "kWh", "wh": "Wh", "joules": "J",
    "latency": "ms", "duration": "s", "throughput": "t/s",
  ]

  /// Words of heads that are about power and are none.
  private static let noQuantities: Set = [
    "share", "ratio", "factor", "fraction", "percent", "pct", "score", "rank", "class", "state",
    "mode", "level", "law", "id", "index", "count", "name", "source",
  ]

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
    "ram_energy": "kWh", "energy_consumed": "kWh", "water_consumed": "L", "wue": "L/kWh",
    "ram_total_size": "GB",
  ]
}
