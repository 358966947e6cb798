import Syntax
import Units

/// The factor that one side of a mismatch lacks: who in scope and in the catalog has it, and the line
/// with it.
extension Session {
  /// One way to mend a candidate.
  private struct Mend {
    var candidate: MendCandidate
    var factor: Dimension
    var isDivisor: Bool
  }

  /// What is missing in words, with the line where there is one that works: for the first candidate of a
  /// list or range the others are looked at only where it has none.
  func advice(
    _ candidates: [MendCandidate], in whole: Place, except own: Name?, onlyLeaves: Bool
  ) -> [EngineProblem] {
    guard let first = candidates.first, first.isLeading else {
      return factors(candidates, in: whole, except: own, onlyLeaves: onlyLeaves)
    }
    let alone = factors([first], in: whole, except: own, onlyLeaves: onlyLeaves)
    if alone.contains(where: { $0.line != nil }) { return alone }
    let all = factors(candidates, in: whole, except: own, onlyLeaves: onlyLeaves)
    return all.contains { $0.line != nil } ? all : alone
  }

  private func factors(
    _ candidates: [MendCandidate], in whole: Place, except own: Name?, onlyLeaves: Bool
  ) -> [EngineProblem] {
    // (two of a kind over each other are no plain argument)
    let candidates = candidates.filter { !$0.isArgument || $0.to != .none }
    let mends = candidates.flatMap { candidate in
      [
        Mend(
          candidate: candidate, factor: units.quotient(candidate.from, candidate.to),
          isDivisor: true),
        Mend(
          candidate: candidate, factor: units.quotient(candidate.to, candidate.from),
          isDivisor: false),
      ]
      // (no exchange rate is assumed)
    }.filter { $0.factor != .none && units.currencies(in: $0.factor).count < 2 }
    // names first: they are what the line was about
    var found: [Advice] = []
    var except = Set(candidates.map(\.text))
    // what rests on a definition does not define it
    if let own {
      except.insert(own.text)
      for user in world.dependents(of: [.value(own)]) where user.isValue {
        except.insert(user.name.text)
      }
    }
    for mend in mends where found.count < 2 {
      let names = fitting(mend.factor).filter { name in
        // a range may rest on no name that rests on what is sought
        !onlyLeaves || world.node(name)?.references.isEmpty == true
      }.map(\.text).filter { !except.contains($0) }
      if !names.isEmpty { found.append(missing(mend, names: names, factors: names, whole)) }
    }
    for mend in mends where found.isEmpty {
      // (what has been applied once is not taken back)
      let calls = calls(giving: mend.factor).filter {
        !text(of: whole).contains($0.prefix { $0 != "(" } + "(")
      }
      if !calls.isEmpty { found.append(missing(mend, names: calls, factors: calls, whole)) }
    }
    if !found.isEmpty {
      // where a line with them goes wrong for another reason, an amount shows what is meant
      if found.allSatisfy({ $0.line == nil }) {
        let lines = found.map { shown($0, whole) }
        let best = lines.firstIndex { $0.factor.line != nil } ?? lines.firstIndex { $0.line != nil }
        if let best { found[best] = lines[best] }
      }
      let further =
        found.contains { $0.factor.line != nil } ? [] : found.compactMap(\.further).prefix(1)
      return found.map { .lacks($0.factor) } + further
    }
    // then an amount of what everybody has: an hour, some GPUs; a rate times it rather than over it
    var amounts: [Advice] = []
    for isDivisor in [false, true] {
      for mend in mends where mend.isDivisor == isDivisor {
        guard let amount = Self.amounts[units.name(of: mend.factor)] else { continue }
        var best = missing(mend, names: [], factors: [amount], whole)
        if best.line?.contains(amount) ?? true { best.factor.amount = amount }
        amounts.append(best)
      }
    }
    if let best = amounts.first(where: { $0.line != nil }) ?? amounts.first {
      return best.problems
    }
    // at last the factor in words, as the one of the spellings that has a name, else as a product
    let named = mends.filter { Self.usual.contains(units.name(of: $0.factor)) }
    let plain = mends.filter { !units.name(of: $0.factor).contains("^") }
    let readable = plain.filter { !$0.isDivisor } + plain.filter(\.isDivisor)
    let ways = (named + readable + mends.filter { !$0.isDivisor } + mends).map {
      missing($0, names: [], factors: [], whole)
    }
    guard let best = ways.first else { return [] }
    // what a script tells apart on purpose is not to be multiplied away
    if units.hasOwnBase(best.mend.factor) { return best.problems }
    let lines = ways.lazy.map { self.shown($0, whole) }
    return (lines.first { $0.line != nil } ?? best).problems
  }

  private func text(of place: Place) -> String {
    place.source.text(place.span)
  }

  /// A missing factor with what follows from it.
  private struct Advice {
    var mend: Mend
    var factor: MissingFactor
    /// what else had to be mended, with the line for both
    var further: EngineProblem?
    var line: String? { factor.line ?? further?.line }
    var problems: [EngineProblem] { [.lacks(factor)] + (further.map { [$0] } ?? []) }
  }

  /// The line with an amount of what is missing.
  private func shown(_ advice: Advice, _ whole: Place) -> Advice {
    guard !units.hasOwnBase(advice.mend.factor), let amount = example(of: advice.mend.factor)
    else { return advice }
    let shown = missing(advice.mend, names: [], factors: [amount], whole)
    guard shown.line != nil else { return advice }
    var result = advice
    result.further = shown.further
    result.factor.line = shown.factor.line
    if result.factor.line?.contains(amount) == true { result.factor.amount = amount }
    return result
  }

  /// What stands for a missing factor where no name does, and everybody has some of it.
  private static let amounts = ["time": "1 h", "gpu": "8 gpu", "request": "1000 request"]

  /// An amount that shows what is meant, in the unit in which it is usually told: `1 €/kWh`.
  func example(of dimension: Dimension) -> String? {
    let usual = [
      "token/time": "t/s", "energy/token": "J/t", "emissions/energy": "gCO2e/kWh",
      "money/energy": "$/kWh", "money/token": "$/Mt", "information/time": "GB/s", "money": "$",
      "information": "GB", "FLOP/time": "TFLOP/s", "FLOP/token": "GFLOP/t", "FLOP": "GFLOP",
      "volume/energy": "L/kWh", "energy": "kWh", "power": "kW", "volume": "L",
    ]
    if let unit = usual[units.name(of: dimension)] {
      return "1 " + unit.replacing("$", with: currencySign(in: dimension))
    }
    let unit = units.standardUnitText(of: dimension)
    return Parser.quantity("1 \(unit)", units: units)?.unit.flatMap { try? units.resolve($0) }
      == nil
      ? nil : "1 \(unit)"
  }

  /// `€`, or the code of a currency that has no sign.
  private func currencySign(in dimension: Dimension) -> String {
    guard let code = units.currencies(in: dimension).first else { return "$" }
    return ["$", "€", "£", "¥"].first { self.dimension(ofUnit: $0) == self.dimension(ofUnit: code) }
      ?? code
  }

  private func dimension(ofUnit name: String) -> Dimension? {
    units.unit(named: Name(name)).map { units.dimension(of: $0) }
  }

  /// Dimensions that have a name in conversation.
  package static let usual: Set<String> = [
    "token/time", "energy/token", "token", "token/request", "request", "request/time", "gpu",
    "emissions/energy", "money/energy", "money/token", "information/time", "information",
    "FLOP/time", "FLOP/token", "FLOP", "volume/energy", "energy", "power", "time", "length", "mass",
    "speed", "volume", "area", "emissions", "money",
  ]

  /// - Parameter factors: what could stand for it; the first with which the line is sound is taken.
  private func missing(_ mend: Mend, names: [String], factors: [String], _ whole: Place) -> Advice {
    let candidate = mend.candidate
    let sign = mend.isDivisor ? "/" : "*"
    var missing = MissingFactor(
      operand: candidate.text, isDivisor: mend.isDivisor, dimension: units.name(of: mend.factor),
      names: Array(names.prefix(3)), catalog: [])
    var further: EngineProblem?
    let opposite = mend.isDivisor ? "*" : "/"
    for factor in factors.prefix(3) where missing.line == nil {
      // `node * 1 h / 1 h` is what stands before it
      let undone = " \(opposite) \(factor)"
      if candidate.text.hasSuffix(undone) {
        let rest = String(candidate.text.dropLast(undone.count))
        if let line = mended(whole, candidate, rest), line.further.isEmpty {
          missing.line = line.text
        }
        continue
      }
      let text = "\(bracketed(candidate.text)) \(sign) \(factor)"
      let line = mended(whole, candidate, text) ?? mended(whole, candidate, "(\(text))")
      if let line {
        if line.further.isEmpty { missing.line = line.text } else { further = line.further.first }
      } else {
        missing.line = lineInside(whole, candidate.place, candidate.text, "\(sign) \(factor)")
      }
    }
    if factors.isEmpty { missing.catalog = Array(catalogFitting(mend.factor).prefix(2)) }
    return Advice(mend: mend, factor: missing, further: missing.line == nil ? further : nil)
  }

  /// The line with a mended side; the ends of a range change places where the low one would be above.
  func mended(_ whole: Place, _ candidate: MendCandidate, _ text: String) -> MendedLine? {
    let isRange = candidate.rangeEnd != nil
    if let line = line(whole, replacing: candidate.place, with: text, isValued: isRange) {
      return line
    }
    guard let other = candidate.rangeEnd else { return nil }
    let text = text.first == "(" ? text : "(\(text))"
    let isLow = candidate.place.span.start < other.span.start
    return line(
      whole, replacing: Place(other.source, candidate.place.span.joined(other.span)),
      with: isLow ? "\(other.text)..\(text)" : "\(text)..\(other.text)", isValued: true)
  }

  // MARK: the line

  /// Where a called function goes wrong: its call with another argument, else its own line.
  private func lineInside(_ whole: Place, _ place: Place, _ operand: String, _ mend: String)
    -> String?
  {
    if place.source === whole.source, place.span.start >= whole.span.start,
      place.span.end <= whole.span.end
    {
      return nil
    }
    if let line = lineOfCall(
      whole, place, operand: operand, { "\(bracketed($0)) \(mend)" }), isSound(line)
    {
      return line
    }
    let text = "\(bracketed(operand)) \(mend)"
    return lineOfFunction(whole, place, with: text)
      ?? lineOfFunction(whole, place, with: "(\(text))")
  }
}
