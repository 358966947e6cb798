import Syntax
import Units

/// Mends of a mismatch that lacks no factor: a bare number that wants a unit, a mass that stands for
/// emissions or is written as tokens, arguments that stand in each other's place.
extension Session {
  // MARK: a bare number

  /// Whether a text is a number by itself, with a unit that is plain or none.
  func isNumber(_ text: String) -> Bool {
    // (a quantity may be a lone unit, which a name is too)
    guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return false }
    return Parser.quantity(text, units: units) != nil
  }

  /// `if jt > 3 J/t …`: the line in which a number has the unit of the other side.
  func united(_ bare: MendCandidate, _ whole: Place) -> [EngineProblem] {
    guard !bare.text.hasSuffix("%"), let unit = unit(besides: bare),
      // (a number before a reading is a difference, or else a reading too: `1.2 - 25 °C`)
      let line = mended(whole, bare, "\(bare.text) \(unit)")
        ?? (bare.other.isReading ? mended(whole, bare, "\(bare.text) °C") : nil)
    else { return [] }
    return [.meantOtherwise(line: line.text, dimension: units.name(of: bare.to))]
  }

  /// `4` for `4 gpu` where a plain count is meant, also in `4 gpu * h100_sxm`.
  func bared(_ counted: MendCandidate, _ whole: Place) -> EngineProblem? {
    let unit = units.name(of: units.quotient(counted.from, counted.to))
    guard ["gpu", "request"].contains(unit) else { return nil }
    var words = counted.text.split(separator: " ", omittingEmptySubsequences: false).map(
      String.init)
    guard
      let place = words.indices.dropFirst().first(where: {
        [unit, unit + "s"].contains(words[$0]) && isNumber(words[$0 - 1])
      })
    else { return nil }
    words.remove(at: place)
    guard let line = mended(whole, counted, words.joined(separator: " ")), line.further.isEmpty
    else { return nil }
    return .meantOtherwise(line: line.text, dimension: "a plain number")
  }

  /// The unit of the default of a parameter.
  func usualUnit(of parameter: String, _ function: String) -> String? {
    let parameters = world.function(Name(function))?.definition.parameters ?? []
    guard
      case .number(let literal)? = parameters.first(where: { $0.name.text == parameter })?.standard,
      let unit = literal.unit, let resolved = try? units.resolve(unit)
    else { return nil }
    return units.text(of: resolved)
  }

  /// The unit in which the other side of a bare number is shown: `kW` of `5 kW`; else the one that was
  /// stated, or the usual one.
  private func unit(besides bare: MendCandidate) -> String? {
    func isUnit(_ text: String) -> Bool { Parser.quantity("1 \(text)", units: units) != nil }
    if bare.other.isReading { return "K" }
    if let unit = bare.usualUnit, isUnit(unit) { return unit }
    if let value = bare.other.value, let blank = value.firstIndex(of: " "), !value.contains("over")
    {
      let unit = String(value[value.index(after: blank)...])
      if isUnit(unit) { return unit }
    }
    if bare.other.value == nil, isUnit(bare.other.text) { return bare.other.text }
    let usual = String(example(of: bare.to)?.dropFirst(2) ?? "")
    // nobody tells thousands of kilowatts of one machine
    if usual == "kW", let number = Double(bare.text), number >= 50 { return "W" }
    return isUnit(usual) ? usual : nil
  }

  // MARK: a unit for another

  /// `3 kgCO2e` for `3 kg` beside emissions, `5 tonne` for `5 t` beside a mass: the line in which the
  /// unit is what was meant.
  func respelt(
    _ candidates: [MendCandidate], _ problem: EngineProblem, _ diagnostic: Diagnostic,
    _ whole: Place
  ) -> EngineProblem? {
    for candidate in candidates {
      guard let line = respelt(candidate, whole) else { continue }
      return .meantOtherwise(line: line, dimension: units.name(of: candidate.to))
    }
    // what is asked for or stated may lack it: `1 kWh * grid.FRA -> kg`
    guard let stated = diagnostic.labels.first, candidates.count == 1, let only = candidates.first
    else { return nil }
    switch problem {
    case .cannotConvert, .annotationMismatch: break
    default: return nil
    }
    let turned = MendCandidate(
      place: stated.place, text: stated.place.text, from: only.to, to: only.from,
      other: only.other)
    guard let line = respelt(turned, whole) else { return nil }
    return .meantOtherwise(line: line, dimension: units.name(of: only.from))
  }

  private func respelt(_ candidate: MendCandidate, _ whole: Place) -> String? {
    guard let mass = units.dimension(word: "mass"), let token = units.dimension(word: "token"),
      let emissions = units.dimension(word: "emissions")
    else { return nil }
    let factor = units.quotient(candidate.to, candidate.from)
    let slips: [(from: Dimension, to: Dimension, spell: (String) -> [String])] = [
      (mass, emissions, { ["\($0)CO2e", "\($0) CO2e"] }),
      (token, mass, { $0 == "t" ? ["tonne"] : [] }),
      (token, emissions, { $0 == "t" ? ["tCO2e"] : [] }),
    ]
    for slip in slips where factor == units.quotient(slip.to, slip.from) {
      for (range, word) in words(in: candidate.text) {
        guard let unit = units.unit(named: Name(word)), units.dimension(of: unit) == slip.from
        else { continue }
        for spelling in slip.spell(word) {
          let text =
            candidate.text[..<range.lowerBound] + spelling
            + candidate.text[range.upperBound...]
          if let line = line(whole, replacing: candidate.place, with: String(text)) {
            return line.text
          }
        }
      }
    }
    guard factor == units.dimension(word: "CO2e") else { return nil }
    return line(
      whole, replacing: candidate.place, with: "\(bracketed(candidate.text)) * 1 CO2e")?.text
  }

  /// The words of a text, the last first: a unit stands behind its number.
  private func words(in text: String) -> [(Range<String.Index>, String)] {
    var words: [(Range<String.Index>, String)] = []
    var start: String.Index?
    for index in text.indices + [text.endIndex] {
      let isLetter = index < text.endIndex && text[index].isLetter
      if isLetter, start == nil { start = index }
      if !isLetter, let from = start {
        words.append((from..<index, String(text[from..<index])))
        start = nil
      }
    }
    return words.reversed()
  }

  // MARK: arguments

  /// `f(b, a)` for `f(a, b)`: the line in which two arguments stand the other way round.
  func swapped(_ whole: Place) -> EngineProblem? {
    guard mendDepth == 0, whole.span.end - whole.span.start <= 200 else { return nil }
    let (source, calls) = calls(in: whole)
    for call in calls where world.function(call.name) != nil {
      let spans = call.arguments.map { source.balanced($0.value.span) }
      guard spans.count <= 6 else { continue }
      for (i, first) in spans.enumerated() {
        for second in spans.dropFirst(i + 1) {
          let line = source.replacing(second, with: source.text(first))
          let both = SourceText(name: "mend", text: line).replacing(
            first, with: source.text(second))
          if isSound(both) { return .swapped(function: call.name.text, line: both) }
        }
      }
    }
    return nil
  }
}
