import Syntax
import Units

/// What would make two sides of a mismatch fit: the missing factor, who in scope has it, and the line
/// with it. Every dimension error passes through here once, where its whole statement is known.
extension Session {
  /// A side of a mismatch that could be mended: where it stands, what it is, what it should be.
  struct MendCandidate {
    var place: Place
    var text: String
    var from: Dimension
    var to: Dimension
  }

  /// One way to mend a candidate.
  private struct Mend {
    var candidate: MendCandidate
    var factor: Dimension
    var isDivisor: Bool
  }

  /// A dimension error with what it lacks; any other error as it is.
  /// - Parameter whole: the statement in which it was met, as far as it stands in the same source.
  func taught(_ diagnostic: Diagnostic, in whole: Place, except own: Name? = nil) -> Diagnostic {
    guard diagnostic.advice.isEmpty, diagnostic.severity == .error,
      let problem = diagnostic.problem as? EngineProblem
    else { return diagnostic }
    let candidates = candidates(problem, diagnostic)
    guard !candidates.isEmpty, !candidates.contains(where: isReading) else { return diagnostic }
    var taught = diagnostic
    if let turned = candidates.lazy.compactMap({ self.turned($0, whole) }).first {
      taught.advice = [turned]
      return taught
    }
    if let bare = candidates.first(where: { $0.from == .none && isNumber($0.text) }) {
      // a bare number wants the unit of the other side; a percentage has had its note
      taught.advice =
        unit(of: problem, besides: bare.text).flatMap { unit in
          line(whole, replacing: bare.place, with: "\(bare.text) \(unit)").map {
            [.meantOtherwise(line: $0, dimension: units.name(of: bare.to))]
          }
        } ?? [EngineProblem]()
      return taught
    }
    var isRange = false
    if case .solveRangeDiffers = problem { isRange = true }
    let missing = advice(candidates, in: whole, except: own, onlyLeaves: isRange)
    taught.advice = missing.map { EngineProblem.lacks($0) }
    let isTime = missing.allSatisfy { $0.dimension == "time" }
    guard isTime || missing.allSatisfy(\.names.isEmpty),
      let other = restated(problem, place: diagnostic.place, whole)
    else { return taught }
    // of two rates, such as energy/token and power/token, no time is missing
    let isRate = candidates.allSatisfy {
      units.name(of: $0.from).contains("/") && units.name(of: $0.to).contains("/")
    }
    if isTime, isRate { taught.advice = [] }
    taught.advice.append(other)
    return taught
  }

  /// Whether a text is a number by itself, with a unit that is plain or none.
  private func isNumber(_ text: String) -> Bool {
    // (a quantity may be a lone unit, which a name is too)
    guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return false }
    return Parser.quantity(text, units: units) != nil
  }

  /// The unit in which the other side of a bare number is shown: `kW` of `5 kW`.
  private func unit(of problem: EngineProblem, besides text: String) -> String? {
    let sides: [EngineProblem.Side]
    switch problem {
    case .doNotAdd(_, let left, let right), .doNotCompare(_, let left, let right),
      .branchesDiffer(let left, let right):
      sides = [left, right]
    case .overrideDiffers(_, let was, let found), .solveRangeDiffers(_, let was, let found):
      sides = [was, found]
    default: return nil
    }
    guard !text.hasSuffix("%"), let value = sides.first(where: { $0.text != text })?.value,
      let blank = value.firstIndex(of: " "), !value.contains("over")
    else { return nil }
    let unit = String(value[value.index(after: blank)...])
    return Parser.quantity("1 \(unit)", units: units) == nil ? nil : unit
  }

  /// Where no name would mend it, it may be the dimension or the unit that was meant otherwise:
  /// `jt: power/token = …`, `… -> t/W`.
  private func restated(_ problem: EngineProblem, place: Place, _ whole: Place) -> EngineProblem? {
    switch problem {
    case .annotationMismatch(_, let stated, _, let found):
      guard place.source === whole.source, whole.span.start < place.span.start else { return nil }
      let head = String(
        decoding: whole.source.bytes[Int(whole.span.start)..<Int(place.span.start)], as: UTF8.self)
      guard let range = head.firstRange(of: stated),
        !["text", "true or false"].contains(found.dimension)
      else { return nil }
      let line =
        head.replacingCharacters(range, with: found.dimension)
        + String(
          decoding: whole.source.bytes[Int(place.span.start)..<Int(whole.span.end)], as: UTF8.self)
      return isSound(line) ? .meantOtherwise(line: line, dimension: found.dimension) : nil
    case .cannotConvert(let from, let to):
      guard from.dimension.contains("/"), to.dimension.contains("/"),
        let dimension = dimension(named: from.dimension), place.source === whole.source
      else { return nil }
      let text = String(
        decoding: whole.source.bytes[Int(whole.span.start)..<Int(whole.span.end)], as: UTF8.self)
      guard let range = text.lastRange(of: to.text) else { return nil }
      let line = text.replacingCharacters(
        range, with: units.text(of: units.standardUnit(of: dimension)))
      return isSound(line) ? .meantOtherwise(line: line, dimension: from.dimension) : nil
    default: return nil
    }
  }

  // MARK: which side

  private func candidates(_ problem: EngineProblem, _ diagnostic: Diagnostic) -> [MendCandidate] {
    func candidate(
      _ place: Place, _ side: EngineProblem.Side, like wanted: String
    ) -> [MendCandidate] {
      guard let from = dimension(named: side.dimension), let to = dimension(named: wanted),
        from != to
      else { return [] }
      return [MendCandidate(place: place, text: side.text, from: from, to: to)]
    }
    let place = diagnostic.place
    switch problem {
    case .doNotAdd(_, let left, let right), .doNotCompare(_, let left, let right),
      .branchesDiffer(let left, let right):
      guard diagnostic.labels.count == 2 else {
        // `batch = 2 kW` means a label of an axis
        if case .doNotCompare("=", _, _) = problem { return [] }
        return candidate(place, right, like: left.dimension)
      }
      return candidate(diagnostic.labels[1].place, right, like: left.dimension)
        + candidate(diagnostic.labels[0].place, left, like: right.dimension)
    case .cannotConvert(let from, let to):
      // a plain number only wants its unit
      if from.dimension == "a plain number" { return [] }
      return candidate(place, from, like: to.dimension)
    case .listItemsDiffer(let first, let other):
      if [first.dimension, other.dimension].contains("a plain number") { return [] }
      return candidate(place, other, like: first.dimension)
    case .parameterDiffers(_, _, let text, let found, let wanted, .some):
      if found == "a plain number" { return [] }
      let dimension = wanted.prefix { $0 != "," }
      return candidate(
        place, EngineProblem.Side(text: text, value: nil, dimension: found), like: String(dimension)
      )
    case .annotationMismatch(_, let stated, _, let found),
      .parameterMismatch(_, _, let stated, _, let found):
      return candidate(place, found, like: stated)
    case .overrideDiffers(_, let was, let found), .solveRangeDiffers(_, let was, let found):
      return candidate(place, found, like: was.dimension)
    default: return []
    }
  }

  /// Whether a side is a temperature as it is read, `25 °C`: that has no factors.
  private func isReading(_ candidate: MendCandidate) -> Bool {
    guard units.name(of: candidate.from) == "temperature" else { return false }
    let line = SourceText(name: "side", text: candidate.text)
    var parser = Parser(line, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind
    else { return false }
    return silently { (try? build(expression, line))?.type.isReading ?? false }
  }

  /// The dimension that a message names; nil for what is no number, and between currencies.
  private func dimension(named text: String) -> Dimension? {
    if text == "a plain number" { return Dimension.none }
    guard let expression = Parser.dimension(text, units: units) else { return nil }
    return try? units.dimension(annotation: expression)
  }

  // MARK: what it lacks

  private func advice(
    _ candidates: [MendCandidate], in whole: Place, except own: Name?, onlyLeaves: Bool
  )
    -> [MissingFactor]
  {
    let mends = candidates.flatMap { candidate in
      [
        Mend(
          candidate: candidate, factor: units.quotient(candidate.from, candidate.to),
          isDivisor: true),
        Mend(
          candidate: candidate, factor: units.quotient(candidate.to, candidate.from),
          isDivisor: false),
      ]
    }
    // names first: they are what the line was about
    var advice: [MissingFactor] = []
    let except = candidates.map(\.text) + [own?.text ?? ""]
    for mend in mends where mend.factor != .none && advice.count < 2 {
      let names = fitting(mend.factor).filter { name in
        // a range may rest on no name that rests on what is sought
        !onlyLeaves || world.node(name)?.references.isEmpty == true
      }.map(\.text).filter { !except.contains($0) }
      if !names.isEmpty, let best = missing(mend, names: names, factors: names, whole) {
        advice.append(best)
      }
    }
    if !advice.isEmpty { return advice }
    // then an amount of what everybody has: an hour, some GPUs; a rate times it rather than over it
    var amounts: [MissingFactor] = []
    for isDivisor in [false, true] {
      for mend in mends where mend.isDivisor == isDivisor {
        guard let amount = Self.amounts[units.name(of: mend.factor)],
          var best = missing(mend, names: [], factors: [amount], whole)
        else { continue }
        best.amount = amount
        amounts.append(best)
      }
    }
    if let best = amounts.first(where: { $0.line != nil }) ?? amounts.first { return [best] }
    // at last the factor in words, as the one of the two spellings that has a name
    let named = mends.first { Self.usual.contains(units.name(of: $0.factor)) }
    // (tokens, masses and emissions are taken for each other by their marks, and lack no factor)
    let readable = mends.first { mend in
      let name = units.name(of: mend.factor)
      return !mend.isDivisor
        && !["^", "CO2e", "token/mass", "mass/token"].contains(where: name.contains)
    }
    guard let mend = named ?? readable, var best = missing(mend, names: [], factors: [], whole)
    else { return [] }
    // what a script tells apart on purpose is not to be multiplied away
    if units.hasOwnBase(mend.factor) { return [best] }
    let amount = example(of: mend.factor)
    best.line = missing(mend, names: [], factors: [amount], whole)?.line
    if best.line != nil { best.amount = amount }
    return [best]
  }

  /// What stands for a missing factor where no name does, and everybody has some of it.
  private static let amounts = ["time": "1 h", "gpu": "8 gpu", "request": "1000 request"]

  /// An amount that shows what is meant, in the unit in which it is usually told.
  private func example(of dimension: Dimension) -> String {
    let usual = [
      "token/time": "t/s", "energy/token": "J/t", "emissions/energy": "gCO2e/kWh",
      "money/energy": "$/kWh", "money/token": "$/Mt", "information/time": "GB/s",
      "information": "GB", "FLOP/time": "TFLOP/s", "FLOP/token": "GFLOP/t", "FLOP": "GFLOP",
      "volume/energy": "L/kWh", "energy": "kWh", "power": "kW", "volume": "L",
    ]
    let standard = units.text(of: units.standardUnit(of: dimension))
    return "1 \(usual[units.name(of: dimension)] ?? standard)"
  }

  /// Dimensions that have a name in conversation.
  package static let usual: Set<String> = [
    "token/time", "energy/token", "token", "token/request", "request", "request/time", "gpu",
    "emissions/energy", "money/energy", "money/token", "information/time", "information",
    "FLOP/time", "FLOP/token", "FLOP", "volume/energy", "energy", "power", "time", "length", "mass",
    "speed", "volume", "area", "emissions", "money",
  ]

  /// - Parameter factors: what could stand for it; the first with which the line is sound is taken.
  /// - Returns: nil where nothing is missing.
  private func missing(_ mend: Mend, names: [String], factors: [String], _ whole: Place)
    -> MissingFactor?
  {
    let candidate = mend.candidate
    let sign = mend.isDivisor ? "/" : "*"
    var missing = MissingFactor(
      operand: candidate.text, isDivisor: mend.isDivisor, dimension: units.name(of: mend.factor),
      names: Array(names.prefix(3)), catalog: [])
    for factor in factors.prefix(3) where missing.line == nil {
      let text = "\(bracketed(candidate.text)) \(sign) \(factor)"
      missing.line =
        line(whole, replacing: candidate.place, with: text)
        ?? line(whole, replacing: candidate.place, with: "(\(text))")
        ?? lineInside(whole, candidate.place, candidate.text, "\(sign) \(factor)")
    }
    if factors.isEmpty {
      guard mend.factor != .none else { return nil }
      missing.catalog = Array(catalogFitting(mend.factor).prefix(2))
    }
    return missing
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

  /// The statement with a side replaced; nil where it stands elsewhere, or is still wrong then.
  func line(_ whole: Place, replacing place: Place, with text: String) -> String? {
    let span = place.source.balanced(place.span)
    guard place.source === whole.source, span.start >= whole.span.start,
      span.end <= whole.span.end, whole.span.end - whole.span.start <= 200
    else { return nil }
    let bytes = whole.source.bytes
    let line =
      String(decoding: bytes[Int(whole.span.start)..<Int(span.start)], as: UTF8.self) + text
      + String(decoding: bytes[Int(span.end)..<Int(whole.span.end)], as: UTF8.self)
    return isSound(line) ? line : nil
  }

  /// Whether a line can be read, and its dimensions agree.
  func isSound(_ line: String) -> Bool {
    let source = SourceText(name: "mend", text: line)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(), case .end = parser.next() else {
      return false
    }
    return silently {
      switch statement.kind {
      case .function, .scenario: return true
      default:
        if case .success = attempt(statement) { return true }
        return false
      }
    }
  }

  /// Does something without a word.
  func silently<Result>(_ body: () -> Result) -> Result {
    let outer = (emit: emit, mode: mode, saidNotes: saidNotes)
    emit = { _ in }
    mode = .script
    defer { (emit, mode, saidNotes) = outer }
    return body()
  }

  /// A text that `*` and `/` may follow.
  func bracketed(_ text: String) -> String {
    let source = SourceText(name: "operand", text: text)
    var parser = Parser(source, units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(let expression) = statement.kind
    else { return "(\(text))" }
    switch expression {
    case .number, .name, .dotted, .field, .call, .index, .united, .list: return text
    case .binary(let binary):
      switch binary.op {
      case .multiply, .divide, .power, .juxtapose: return text
      default: return "(\(text))"
      }
    default: return "(\(text))"
    }
  }
}

extension String {
  /// Where a text stands for the first time.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    return indices.first { self[$0...].hasPrefix(text) }.map {
      $0..<index($0, offsetBy: text.count)
    }
  }

  fileprivate func lastRange(of text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    return indices.last { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }

  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
