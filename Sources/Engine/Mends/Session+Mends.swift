import Syntax
import Units

/// What would make two sides of a mismatch fit: arguments the other way round, a sign, a unit, or the
/// missing factor. Every dimension error passes through here once, where its whole statement is known.
extension Session {
  /// A side of a mismatch that could be mended: where it stands, what it is, what it should be.
  struct MendCandidate {
    var place: Place
    var text: String
    var from: Dimension
    var to: Dimension
    /// the other side
    var other: EngineProblem.Side
    /// where the other side stands, if that is an end of the same range
    var rangeEnd: Place?
    /// of values that must be alike, the one that is not
    var isLeading = false
    /// it is given to a parameter
    var isArgument = false
    /// the unit of what the parameter is where nothing is given: `B` of `precision = 2 B`
    var usualUnit: String?
  }

  private static let secondsForMends = 0.5

  /// A dimension error with what it lacks; any other error as it is.
  /// - Parameter whole: the statement in which it was met, as far as it stands in the same source.
  func taught(_ diagnostic: Diagnostic, in whole: Place, except own: Name? = nil) -> Diagnostic {
    guard diagnostic.advice.isEmpty, diagnostic.severity == .error,
      let problem = diagnostic.problem as? EngineProblem
    else { return diagnostic }
    // (a temperature as it is read, `25 °C`, has no factors)
    // what is tried is valued, and an error does not wait for what takes long
    let before = (isInterrupted, stoppedAfter, stoppedNote)
    let end = clock() + Self.secondsForMends
    isInterrupted = { [unowned self] in before.0() || clock() > end }
    defer { (isInterrupted, stoppedAfter, stoppedNote) = before }
    let all = candidates(problem, diagnostic)
    let candidates = all.filter { !isReading($0) }
    guard !all.isEmpty else { return diagnostic }
    var taught = diagnostic
    guard !candidates.isEmpty else {
      taught.advice = [EngineProblem.noFactorOfReading(all[0].text)]
      return taught
    }
    if let swapped = swapped(whole) {
      taught.advice = [swapped]
      return taught
    }
    if let turned = candidates.lazy.compactMap({ self.turned($0, whole) }).first {
      taught.advice = [turned]
      return taught
    }
    if let counted = candidates.lazy.compactMap({ self.bared($0, whole) }).first {
      taught.advice = [counted]
      return taught
    }
    if let bare = candidates.first(where: { $0.from == .none && isNumber($0.text) }) {
      // a bare number wants the unit of the other side; a percentage in a sum has had its note
      taught.advice = united(bare, whole)
      if case .doNotAdd = problem { return taught }
      if !taught.advice.isEmpty { return taught }
    }
    if let joined = joined(problem, diagnostic, whole)
      ?? candidates.lazy.compactMap({ self.led($0, whole) }).first
    {
      taught.advice = [joined]
      return taught
    }
    if let respelt = respelt(candidates, problem, diagnostic, whole) {
      taught.advice = [respelt]
      return taught
    }
    var isRange = false
    if case .solveRangeDiffers = problem { isRange = true }
    let missing = advice(candidates, in: whole, except: own, onlyLeaves: isRange)
    taught.advice = missing
    let factors = missing.compactMap { if case .lacks(let factor) = $0 { factor } else { nil } }
    // where each side has one currency, it is said already
    let currencies = candidates.filter { units.agree($0.from, $0.to) }
      .flatMap { [$0.from, $0.to] }.map { units.currencies(in: $0) }
    if missing.isEmpty, let two = currencies.first(where: { $0.count > 1 }) {
      taught.advice = [EngineProblem.noExchange(two[0], two[1])]
    }
    if factors.allSatisfy(\.names.isEmpty), let over = dividing(problem, candidates, whole) {
      taught.advice = [over]
      return taught
    }
    let isTime = factors.allSatisfy { $0.dimension == "time" }
    guard isTime || factors.allSatisfy(\.names.isEmpty),
      let other = restated(problem, diagnostic, whole)
    else { return taught }
    // a factor that nobody has a word for is no likelier than that
    if factors.allSatisfy({
      $0.names.isEmpty && $0.line != nil && !Self.usual.contains($0.dimension)
    }) {
      taught.advice = []
    }
    // of two rates, such as energy/token and power/token, no time is missing
    // (of energy·time/token and energy/token it is one too much)
    let isRate = candidates.allSatisfy {
      [units.name(of: $0.from), units.name(of: $0.to)].allSatisfy {
        $0.contains("/") && !$0.contains("*time")
      }
    }
    if isTime, isRate { taught.advice = [] }
    taught.advice.append(other)
    return taught
  }

  /// `node / tput -> J/t` for `tput -> J/t`: what there is, over what was converted.
  private func dividing(
    _ problem: EngineProblem, _ candidates: [MendCandidate], _ whole: Place
  ) -> EngineProblem? {
    guard case .cannotConvert = problem, let candidate = candidates.first else { return nil }
    let wanted = units.product(candidate.from, candidate.to)
    guard Self.usual.contains(units.name(of: wanted)) else { return nil }
    for name in fitting(wanted) where name.text != candidate.text {
      if let line = line(
        whole, replacing: candidate.place, with: "\(name.text) / \(bracketed(candidate.text))"),
        line.further.isEmpty
      {
        return .rather(line.text)
      }
    }
    return nil
  }

  /// Where no name would mend it, it may be the dimension or the unit that was meant otherwise:
  /// `jt: power/token = …`, `… -> t/W`.
  private func restated(
    _ problem: EngineProblem, _ diagnostic: Diagnostic, _ whole: Place
  ) -> EngineProblem? {
    let text: String
    let found: EngineProblem.Side
    switch problem {
    case .annotationMismatch(_, _, let side):
      (text, found) = (side.dimension, side)
    case .cannotConvert(let from, let to):
      guard from.dimension.contains("/"), to.dimension.contains("/"), let measure = from.measure
      else { return nil }
      (text, found) = (units.text(of: units.standardUnit(of: measure)), from)
    default: return nil
    }
    guard let measure = found.measure, measure != .none, let stated = diagnostic.labels.first,
      units.currencies(in: measure).count < 2,
      let line = line(whole, replacing: stated.place, with: text), line.further.isEmpty
    else { return nil }
    return .meantOtherwise(line: line.text, dimension: found.dimension)
  }

  // MARK: which side

  private func candidates(_ problem: EngineProblem, _ diagnostic: Diagnostic) -> [MendCandidate] {
    func candidate(
      _ place: Place, _ side: EngineProblem.Side, like wanted: EngineProblem.Side
    ) -> [MendCandidate] {
      guard let from = side.measure, let to = wanted.measure, from != to else { return [] }
      return [MendCandidate(place: place, text: side.text, from: from, to: to, other: wanted)]
    }
    let place = diagnostic.place
    switch problem {
    case .doNotAdd(_, let left, let right), .doNotCompare(_, let left, let right),
      .branchesDiffer(let left, let right):
      guard diagnostic.labels.count == 2 else {
        // `batch = 2 kW` means a label of an axis
        if case .doNotCompare("=", _, _) = problem { return [] }
        return candidate(place, right, like: left)
      }
      return candidate(diagnostic.labels[1].place, right, like: left)
        + candidate(diagnostic.labels[0].place, left, like: right)
    case .cannotConvert(let from, let to):
      // a plain number only wants its unit
      return from.measure == Dimension.none ? [] : candidate(place, from, like: to)
    case .listItemsDiffer(let first, let other):
      guard diagnostic.labels.count == 2 else { return candidate(place, other, like: first) }
      let (low, high) = (diagnostic.labels[0].place, diagnostic.labels[1].place)
      var sides = candidate(high, other, like: first) + candidate(low, first, like: other)
      if !sides.isEmpty { sides[0].isLeading = true }
      if isRange(low, high) {
        for i in sides.indices { sides[i].rangeEnd = sides[i].place.span == low.span ? high : low }
      }
      return sides
    case .parameterDiffers(_, _, let text, let found, let wanted, .some):
      if found == "a plain number" { return [] }
      let dimension = String(wanted.prefix { $0 != "," })
      return candidate(
        place,
        EngineProblem.Side(
          text: text, value: nil, dimension: found, measure: self.dimension(named: found)),
        like: EngineProblem.Side(
          text: dimension, value: nil, dimension: dimension,
          measure: self.dimension(named: dimension)))
    case .parameterMismatch(let function, let parameter, let wanted, let found):
      var argument = candidate(place, found, like: wanted)
      if !argument.isEmpty {
        argument[0].isArgument = true
        argument[0].usualUnit = usualUnit(of: parameter, function)
      }
      return argument
    case .annotationMismatch(_, let wanted, let found),
      .argumentDiffers(_, _, let wanted, let found):
      return candidate(place, found, like: wanted)
    case .overrideDiffers(_, let was, let found), .solveRangeDiffers(_, let was, let found):
      return candidate(place, found, like: was)
    default: return []
    }
  }

  /// Whether two places are the ends of `a..b`.
  private func isRange(_ low: Place, _ high: Place) -> Bool {
    guard low.source === high.source, low.span.end <= high.span.start else { return false }
    let between = low.source.bytes[Int(low.span.end)..<Int(high.span.start)]
    return String(decoding: between, as: UTF8.self).contains("..")
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
}
