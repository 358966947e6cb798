import Syntax

/// Names near a word that is no unit.
extension UnitTable {
  /// The nearest unit names, best first.
  ///
  /// First what is commonly written for a unit (`sec`, `ton`), then the same letters in another case
  /// (`kw`), then names one or two slips away.
  public func suggestions(for word: String, limit: Int) -> [String] {
    guard word.utf8.count <= 64 else { return [] }
    // the seed's `kWh/M` is a million tokens
    if word == "M", spelling("Mt") != nil { return ["Mt"] }
    let lower = word.lowercased()
    if let data = dataUnits(word) { return Array(data.prefix(limit)) }
    if let usual = Self.common[lower] { return Array(usual.prefix(limit)) }
    if word.utf8.count > 40 { return [] }
    let names = candidates()
    let sameLetters = names.filter { $0.lowercased() == lower }
    if !sameLetters.isEmpty { return Array(sameLetters.prefix(limit)) }
    // every other letter is one slip away from a letter, and half of the units from two
    if word.count <= 2 { return [] }
    // a unit is misspelt, not half typed: `kilowat` is no `kilowatthour`
    let near = (names + prefixed(word)).filter { abs($0.utf8.count - word.utf8.count) <= 2 }
    return nearest(to: word, in: near, limit: limit)
  }

  /// `Gb` may be a gigabit, which it is to most, or a gigabyte.
  private func dataUnits(_ word: String) -> [String]? {
    guard word.count == 2, word.hasSuffix("b"), let letter = word.first else { return nil }
    let prefix = letter == "K" ? "k" : String(letter)
    let units = ["\(prefix)bit", "\(prefix)B"]
    return units.allSatisfy { spelling($0) != nil } ? units : nil
  }

  /// The long names with the prefix that a word begins with: `kilowatt` for `kilowat`.
  private func prefixed(_ word: String) -> [String] {
    let lower = word.lowercased()
    return Prefix.all.filter { lower.hasPrefix($0.long) }.flatMap { prefix in
      allNames().map { prefix.long + $0 }.filter { spelling($0) != nil }
    }
  }

  func nearestDimensions(_ word: String) -> [String] {
    word.utf8.count > 40 ? [] : nearest(to: word, in: dimensionWords() + candidates(), limit: 3)
  }

  /// What people write for units that are spelled otherwise here.
  private static let common: [String: [String]] = [
    "sec": ["s"], "secs": ["s"], "ton": ["tonne", "short_ton", "long_ton"],
    "tons": ["tonne", "short_ton", "long_ton"], "tt": ["t"], "toks": ["tok"], "kwhr": ["kWh"],
    "mwhr": ["MWh"], "whr": ["Wh"], "hrs": ["h"], "in": ["inch"], "ghg": ["gCO2e"],
    "co2": ["CO2e"], "co2eq": ["CO2e"], "gco2": ["gCO2e"], "kgco2": ["kgCO2e"],
    "tco2": ["tCO2e"], "mtco2": ["MtCO2e"], "deg_c": ["°C"], "deg_f": ["°F"], "c": ["°C"],
    "f": ["°F"], "fahrenheit": ["°F"], "percent": ["%"], "dollar": ["USD"], "dollars": ["USD"],
    "pound": ["lb", "GBP"], "pounds": ["lb", "GBP"], "gallon": ["gal", "imperial_gallon"],
    "gallons": ["gal", "imperial_gallon"], "ounce": ["oz", "floz"], "ounces": ["oz", "floz"],
    "oz_t": ["troy_ounce"], "kts": ["knot"], "kph": ["km/h"], "kmh": ["km/h"], "fps": ["ft/s"],
    "cc": ["cm^3", "mL"], "sqft": ["ft^2"], "sqm": ["m^2"], "cuft": ["ft^3"], "gpm": ["gal/min"],
    "cfm": ["ft^3/min"], "tps": ["t/s"], "qps": ["request/s"], "flop/s": ["FLOPS"],
    "mo": ["month"], "yr": ["year"], "yrs": ["year"], "kcals": ["kcal"], "params": ["param"],
    "gpus": ["gpu"], "amp": ["A"], "amps": ["A"], "mcg": ["µg"], "mmhg": ["mmHg"],
    "inhg": ["inHg"], "rt": ["ton_refrigeration"], "tr": ["ton_refrigeration"],
  ]

  /// Usual names first: the ladders of energy and power, then all that completion offers.
  private func candidates() -> [String] {
    let usual = [
      "kW", "kWh", "W", "Wh", "MW", "MWh", "GW", "GWh", "TWh", "J", "kJ", "MJ", "GJ", "s", "ms",
      "min", "h", "day", "year", "t", "kt", "Mt", "Gt", "B", "kB", "MB", "GB", "TB", "GiB", "Gbps",
      "m", "cm", "mm", "km", "g", "kg", "mg", "L", "mL", "Hz", "kHz", "MHz", "GHz", "V", "kV", "mA",
      "kPa", "FLOP", "TFLOP", "PFLOP", "TFLOPS", "PFLOPS", "gCO2e", "kgCO2e", "tCO2e",
    ].filter { spelling($0) != nil }
    return usual + allNames().filter { !usual.contains($0) }
  }
}
