import Syntax

/// Names near a word that is no unit.
extension UnitTable {
  /// The nearest unit names, best first.
  ///
  /// First what is commonly written for a unit (`sec`, `ton`), then the same letters in another case
  /// (`kw`), then names one or two slips away.
  public func suggestions(for word: String, limit: Int) -> [String] {
    let lower = word.lowercased()
    if let usual = Self.common[lower] { return Array(usual.prefix(limit)) }
    let letters = Array(lower.utf8)
    if letters.count > 40 { return [] }
    let names = candidates()
    let sameLetters = names.filter { $0.lowercased() == lower }
    if !sameLetters.isEmpty { return Array(sameLetters.prefix(limit)) }
    // of equals the order of the candidates decides: usual units come first
    let allowed = letters.count <= 5 ? 1 : 2
    let near = (names + prefixed(word)).enumerated().compactMap {
      offset, name -> (distance: Int, offset: Int, name: String)? in
      let distance = slips(letters, Array(name.lowercased().utf8), atMost: allowed)
      return distance <= allowed ? (distance, offset, name) : nil
    }
    var found: [String] = []
    for item in near.sorted(by: { ($0.distance, $0.offset) < ($1.distance, $1.offset) })
    where !found.contains(item.name) {
      found.append(item.name)
    }
    return Array(found.prefix(limit))
  }

  /// The long names with the prefix that a word begins with: `kilowatt` for `kilowat`.
  private func prefixed(_ word: String) -> [String] {
    let lower = word.lowercased()
    return Prefix.all.filter { lower.hasPrefix($0.long) }.flatMap { prefix in
      allNames().map { prefix.long + $0 }.filter { spelling($0) != nil }
    }
  }

  func nearestDimensions(_ word: String) -> [String] {
    let letters = Array(word.lowercased().utf8)
    if letters.count > 40 { return [] }
    let near = (dimensionWords() + candidates()).enumerated().compactMap {
      offset, name -> (distance: Int, offset: Int, name: String)? in
      let distance = slips(letters, Array(name.lowercased().utf8), atMost: 2)
      return distance <= 2 && distance < letters.count ? (distance, offset, name) : nil
    }
    return near.sorted { ($0.distance, $0.offset) < ($1.distance, $1.offset) }.prefix(3).map(\.name)
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

  /// Letters to add, drop, change or swap; above the limit only *more*.
  private func slips(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + Array(repeating: 0, count: b.count)
      for j in b.indices {
        row[j + 1] = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      (before, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
