import Engine
import Units

/// What is said about a wrong answer: what it would be the answer to, and what it lacks.
extension Finding {
  /// Sentences for a learner. They never hold the answer itself.
  package func words(_ units: UnitTable) -> String {
    switch self {
    case .kind(.truth, _): "A yes or no is asked for: a comparison such as `a < b`."
    case .kind(.text, _): "A name or a text is asked for."
    case .kind(.number, .text): "A value is asked for, not a text."
    case .kind(.number, _): "A value is asked for, not a yes or no."
    case .otherUnit(let got, let wanted):
      "That is the same, \(got.isEmpty ? "as a plain number" : "in \(got)"); say it "
        + (wanted.isEmpty ? "as a plain number." : "in \(wanted).")
    case .opposite: "It is the other way round."
    case .otherText: "That is another one."
    case .unitMissing(let fits?, _):
      "The number is right; now say of what: write its unit, \(fits)."
    case .unitMissing(nil, let dimension):
      "A number without a unit could be anything: \(Self.asked(dimension))."
        + Self.example(dimension)
    case .dimension(let got, let wanted, let mend): Self.dimension(got, wanted, mend)
    case .upsideDown("", _, _): "That is one over the answer: it stands on its head."
    case .upsideDown(let got, let wanted, let isExact):
      "\(Self.thatIs(got)), and \(Self.asked(wanted)): it stands on its head."
        + (isExact ? " One over it is right." : "")
    case .factor(let operation, let causes): Self.factor(operation, causes)
    case .wrongWay(let cause, let operation):
      "\(Self.factor(cause)) is in it the wrong way round: you "
        + (operation == .over
          ? "multiplied where you should divide." : "divided where you should multiply.")
    case .sign: "The sign is wrong; the rest is right."
    case .oneEnd(.low?): "That is the low end only. The whole range is asked for, low..high."
    case .oneEnd(.high?): "That is the high end only. The whole range is asked for, low..high."
    case .oneEnd(nil): "One value is not enough: a range is asked for, low..high."
    case .bracket(.low?): "One value is asked for: the low end of that range."
    case .bracket(.high?): "One value is asked for: the high end of that range."
    case .bracket(nil): "One value is asked for, not a range."
    case .otherEnd(.low): "That is the high end; the low one is asked for."
    case .otherEnd(.high): "That is the low end; the high one is asked for."
    case .endsSwapped: "The two ends are swapped: the low one comes first."
    case .halfBracket(.low): "The high end is right. Look at the low one again."
    case .halfBracket(.high): "The low end is right. Look at the high one again."
    case .count(let got, 1): "One value is asked for; that is a list of \(got)."
    case .count(1, let wanted): "That is one value; \(wanted) are asked for, a list."
    case .count(let got, let wanted): "That is a list of \(got); \(wanted) values are asked for."
    case .someValues(let right, let wrong):
      "\(right == 1 ? "1 value is" : "\(right) values are") right. Look again at "
        + Words.joined(wrong, "and") + "."
    case .rounded:
      "That is rounded too far: a few more digits, or the formula instead of the number."
    case .near(let share):
      "Close: \(Self.number(abs(share) * 100, units)) % too \(share > 0 ? "high" : "low")."
        + (abs(share) > 0.04
          ? "" : " Was it rounded on the way? Keep all digits and round at the end.")
    case .off(let factor, let isTooLarge):
      "The unit fits, but the value is \(Self.number(factor, units)) times too \(isTooLarge ? "large" : "small")."
    case .other: "The unit fits, but the value does not."
    case .redefined(let names):
      "\(Words.codes(names, "and")) \(names.count == 1 ? "means" : "mean") something else here since "
        + "you redefined \(names.count == 1 ? "it" : "them"); the question is about the lesson's."
    }
  }

  // MARK: dimensions

  private static func dimension(_ got: String, _ wanted: String, _ mend: Mend?) -> String {
    var text = "\(thatIs(got)), and \(asked(wanted))"
    if got == "power", wanted == "energy" {
      return text + ": a watt is a rate. Did you forget to multiply by "
        + (mend.map(target) ?? "a time") + "?"
    }
    if got == "energy", wanted == "power" {
      return text + ": joules are an amount. Did you forget to divide by "
        + (mend.map(target) ?? "a time") + "?"
    }
    if let rest = rest(of: got, "mass"), rest == Self.rest(of: wanted, "emissions") {
      return text + ": write `CO2e` behind the mass, as in `44 gCO2e`."
    }
    guard let mend else { return text + "." }
    if wanted == "a plain number", mend.operation == .over, mend.names.isEmpty {
      return isOdd(got) ? text + "." : text + ": divide it by another \(bare(mend.dimension))."
    }
    // without a name only what people speak of: nobody forgets a power per information
    if mend.names.isEmpty, !Session.usual.contains(mend.dimension) { return text + "." }
    if mend.operation == .into {
      return text + ": did you forget to divide \(Words.codes(mend.names, "or")), "
        + "\(article(mend.dimension)), by it?"
    }
    text += ": did you forget to \(mend.operation == .over ? "divide" : "multiply") by "
    return text + target(mend) + "?"
  }

  /// What stands behind the first word of a dimension: `/token` of `mass/token`.
  private static func rest(of dimension: String, _ word: String) -> Substring? {
    dimension.hasPrefix(word) ? dimension.dropFirst(word.count) : nil
  }

  private static func target(_ mend: Mend) -> String {
    if mend.names.isEmpty { return article(mend.dimension) }
    let names = Words.codes(mend.names, "or")
    if mend.dimension == "a plain number" || isOdd(mend.dimension) { return names }
    let about = gloss(mend.dimension)
    return names + ", " + (about == mend.dimension ? article(about) : about)
  }

  /// What nobody has a word for: `token^2/time^2`
  private static func isOdd(_ dimension: String) -> Bool {
    dimension.contains { "^*".contains($0) }
  }

  private static func thatIs(_ dimension: String) -> String {
    isOdd(dimension) ? "That comes to \(dimension)" : "That is \(gloss(dimension))"
  }

  private static func asked(_ dimension: String) -> String {
    let text = article(dimension)
    let isPlural = counts.contains { text.hasPrefix("\($0.many) ") } || text.hasPrefix("emissions ")
    return text + (isPlural ? " are asked for" : " is asked for")
  }

  /// What is counted, one and many.
  private static let counts = [
    (one: "token", many: "tokens"), (one: "request", many: "requests"), (one: "gpu", many: "GPUs"),
  ]

  /// `energy/token` → `energy per token`, `token/time` → `tokens per second`
  private static func spoken(_ dimension: String) -> String {
    var parts = dimension.split(separator: "/").map(String.init)
    if let first = parts.first, let count = counts.first(where: { $0.one == first }) {
      parts[0] = count.many
      if parts.count == 2, parts[1] == "time" { parts[1] = "second" }
    }
    return parts.joined(separator: " per ").replacing("per gpu", with: "per GPU")
  }

  /// With what it is made of, where a learner may not know.
  private static func gloss(_ dimension: String) -> String {
    switch dimension {
    case "power": "power, J per second"
    case "energy": "energy, joules"
    case "time/token": "seconds per token"
    case "token/energy": "tokens per joule"
    default: spoken(dimension)
    }
  }

  /// Without an article: `number of tokens`
  private static func bare(_ dimension: String) -> String {
    for article in ["a ", "an "] {
      let text = Self.article(dimension)
      if text.hasPrefix(article) { return String(text.dropFirst(article.count)) }
    }
    return article(dimension)
  }

  private static func article(_ dimension: String) -> String {
    if dimension == "a plain number" { return dimension }
    if isOdd(dimension) { return "a value of \(dimension)" }
    let text = spoken(dimension)
    if let count = counts.first(where: { text.hasPrefix($0.many) }) {
      return text == count.many ? "a number of \(text)" : text
    }
    switch dimension {
    case "information/time": return "a bandwidth"
    case "emissions/energy": return "a carbon intensity"
    case "money/energy": return "a price of energy"
    case "money/token": return "a price per token"
    default: break
    }
    if text.hasPrefix("emissions ") { return text }
    if ["money", "information", "emissions", "FLOP"].contains(text) || text.hasPrefix("money ") {
      return "an amount of " + text
    }
    return (text.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + text
  }

  private static func example(_ dimension: String) -> String {
    switch dimension {
    case "energy": " J or kWh, say."
    case "power": " W or kW, say."
    case "energy/token": " J/t or kWh/Mt, say."
    case "token/time": " t/s, say."
    case "time": " s or h, say."
    case "money": " USD, say."
    default: ""
    }
  }

  // MARK: factors

  private static func factor(_ operation: Operation, _ causes: [Cause]) -> String {
    let verb = operation == .times ? "Multiply" : "Divide"
    if case .known(let known)? = causes.first, causes.count == 1 {
      return "That is \(operation == .times ? "too small" : "too large") by a factor of "
        + "\(known.amount): \(known.reason)."
    }
    var parts: [String] = []
    for (i, cause) in causes.enumerated() {
      switch cause {
      case .number(let text, let holder):
        // `the 4 and the 1.1 of node`
        var isSaidLater = false
        if i + 1 < causes.count, case .number(_, holder) = causes[i + 1] { isSaidLater = true }
        parts.append("the `\(text)`" + (holder.isEmpty || isSaidLater ? "" : " of `\(holder)`"))
      case .count(let number, let text, let holder):
        parts.append("the `\(number)` of `\(text)`" + (holder.isEmpty ? "" : " in `\(holder)`"))
      case .onePlus(let text): parts.append("`1 + \(text)`")
      case .name(let name): parts.append("`\(name)`")
      case .known(let known): parts.append("\(known.amount) (\(known.reason))")
      }
    }
    let list = Words.joined(parts, "and")
    let slip = operation == .times ? "was forgotten" : "is in it and does not belong there"
    let plural = operation == .times ? "were forgotten" : "are in it and do not belong there"
    return "\(verb) by \(list) and it is right: "
      + (causes.count == 1 ? "that \(slip)." : "they \(plural).")
  }

  /// `The 1.1 of node`, to begin a sentence.
  private static func factor(_ cause: Cause) -> String {
    switch cause {
    case .number(let text, let holder): "The `\(text)`" + (holder.isEmpty ? "" : " of `\(holder)`")
    case .count(let number, let text, let holder):
      "The `\(number)` of `\(text)`" + (holder.isEmpty ? "" : " in `\(holder)`")
    case .onePlus(let text): "`1 + \(text)`"
    case .name(let name): "`\(name)`"
    case .known(let known): "The \(known.amount) (\(known.reason))"
    }
  }

  /// Two significant digits.
  private static func number(_ value: Double, _ units: UnitTable) -> String {
    units.numberText(value, unit: .one, digits: 2)
  }
}

extension Finding.Known {
  /// `3.6`, `10⁶`
  var amount: String {
    switch self {
    case .kilo: "1000"
    case .mega: "a million"
    case .giga: "a billion"
    case .wattHour: "3600"
    case .kilowattHour: "3.6 million"
    case .megajoules: "3.6"
    case .minutes: "60"
    case .seconds: "86400"
    case .hours: "24"
    case .year: "8766"
    case .days: "365.25"
    case .percent: "100"
    case .bits: "8"
    case .two: "2"
    case .kibi: "1.024"
    case .mebi: "1.0486"
    case .gibi: "1.0737"
    case .trillion: "10¹²"
    }
  }

  /// Why just that factor turns up.
  var reason: String {
    switch self {
    case .kilo: "k, M and G stand a thousand apart, kWh and MWh too"
    case .mega: "a million tokens are 10⁶"
    case .giga: "a billion is 10⁹"
    case .wattHour: "an hour has 3600 seconds, so 1 Wh = 3600 J"
    case .kilowattHour: "1 kWh = 3.6×10⁶ J"
    case .megajoules: "1 kWh = 3.6 MJ"
    case .minutes: "an hour has 60 minutes, a minute 60 seconds"
    case .seconds: "a day has 86400 seconds"
    case .hours: "a day has 24 hours"
    case .year: "a year has 8766 hours"
    case .days: "a year has 365.25 days"
    case .percent: "1 % is 0.01"
    case .bits: "a byte is 8 bits"
    case .two: "something is doubled or halved"
    case .kibi: "1 KiB is 1.024 kB"
    case .mebi: "1 MiB is 1.0486 MB"
    case .gibi: "1 GiB is 1.0737 GB"
    case .trillion: "`/ 3.6 * 10^6` multiplies by 10⁶ where it should divide: brackets are missing"
    }
  }
}
