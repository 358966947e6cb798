import Syntax
import Units

/// Whether an answer is right, and if not, what it would be the answer to.
extension Session {
  /// Judges the value of what was typed.
  ///
  /// ```
  /// // ask "Joules for a token?" expect node / tput
  /// session.judge(nodeValue, typed: "node", for: exercise)
  /// // .wrong([.dimension(got: "power", wanted: "energy/token", mend: / tput, which makes it right)])
  /// ```
  ///
  /// - Parameter typed: the text of the answer, which tells a rounded figure from a slip.
  /// - Complexity: cells × pairs of the factors that the answer rests on.
  package func judge(_ answer: Value, typed: String, for exercise: Exercise) -> Judgement {
    let answer = answer.aligned(to: exercise.value.axes)
    let judge = AnswerJudge(exercise: exercise, units: units)
    if judge.isRight(answer) {
      return judge.otherUnit(answer).map { .wrong([$0]) } ?? .right
    }
    // asked for by its name, a name is meant as one
    if case .texts(let texts) = exercise.value.cells, texts.count == 1, isName(typed) {
      return typed == texts[0] ? .right : .wrong([.otherText])
    }
    return .wrong(judge.findings(answer, lastDigit: writtenDigit(typed)))
  }

  private func isName(_ typed: String) -> Bool {
    var parser = Parser(SourceText(name: "answer", text: typed), units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(.name) = statement.kind
    else { return false }
    return true
  }

  /// The worth of the last digit of an answer that is written as one number, in base units.
  private func writtenDigit(_ typed: String) -> Double? {
    var parser = Parser(SourceText(name: "answer", text: typed), units: units)
    guard case .statement(let statement) = parser.next(),
      case .expression(var value) = statement.kind
    else { return nil }
    if case .negate(let operand, _) = value { value = operand }
    guard case .number(let literal) = value else { return nil }
    let unit = literal.unit.flatMap { try? units.resolve($0) }
    return literal.lastDigit * (unit.map { units.factor(of: $0) } ?? 1)
  }
}

/// Compares a value with the one that an exercise expects.
struct AnswerJudge {
  let exercise: Exercise
  let units: UnitTable

  private var wanted: Value { exercise.value }

  /// A value cell by cell: the numbers, and both ends where it is a bracket.
  struct Ends {
    var low: [Double]
    var high: [Double]

    init?(_ value: Value) {
      guard case .numbers(let numbers) = value.cells else { return nil }
      low = value.low ?? numbers
      high = value.high ?? numbers
    }
  }

  // MARK: right

  /// Along one axis lists are compared in their order, whether or not it has a name; several axes
  /// have been put into the order of the answer's.
  func isRight(_ answer: Value) -> Bool {
    switch (answer.cells, wanted.cells) {
    case (.truths(let a), .truths(let b)): return a == b
    case (.texts(let a), .texts(let b)): return a == b
    case (.numbers, .texts(let b)):
      return b.count == 1 && (answer.label ?? answer.record) == b[0]
    case (.numbers, .numbers):
      // a row of the catalog that is asked for by its name
      if let record = wanted.record ?? wanted.label, let given = answer.record ?? answer.label {
        return record == given
      }
      guard answer.dimension == wanted.dimension || isZero(answer), let a = Ends(answer),
        let b = Ends(wanted), answer.count == wanted.count
      else { return false }
      return areNear(a.low, b.low) && areNear(a.high, b.high)
    default: return false
    }
  }

  private func isZero(_ value: Value) -> Bool {
    guard case .numbers(let numbers) = value.cells, value.axes.isEmpty else { return false }
    return numbers.first == 0 && !value.isBracket && value.dimension == .none
  }

  func isNear(_ a: Double, _ b: Double) -> Bool {
    switch exercise.tolerance {
    case .share(let share): abs(a - b) <= max(share, 1e-9) * abs(b) * (1 + 1e-9)
    case .amount(let amount): abs(a - b) <= amount + 1e-9 * abs(b)
    }
  }

  private func areNear(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isNear($0, $1) }
  }

  // MARK: the unit that is asked for

  /// Of a right answer in another unit than a question with `->` asks for. A prefix of the number
  /// itself is free, MJ for J; what it is counted by is not: a figure per token is none per million.
  func otherUnit(_ answer: Value) -> Finding? {
    guard wanted.isPinned, let right = Ends(wanted), answer.dimension == wanted.dimension,
      wanted.record == nil, wanted.label == nil
    else { return nil }
    let largest = right.high.map { abs($0) }.max() ?? 0
    let shown = answer.isPinned ? answer.unit : units.step(of: answer.unit, for: largest)
    if isLike(answer.unit) || isLike(shown) { return nil }
    return .otherUnit(got: units.text(of: shown), wanted: units.text(of: wanted.unit))
  }

  private func isLike(_ unit: Unit) -> Bool {
    if units.factor(of: unit) == units.factor(of: wanted.unit) { return true }
    let (a, b) = (units.parts(of: unit), units.parts(of: wanted.unit))
    guard a.count == b.count, let first = a.first, let other = b.first, first.name == other.name,
      first.exponent == other.exponent
    else { return false }
    return zip(a.dropFirst(), b.dropFirst()).allSatisfy {
      $0.exponent == $1.exponent && units.factor(of: $0.unit) == units.factor(of: $1.unit)
    }
  }

  // MARK: wrong

  func findings(_ answer: Value, lastDigit: Double?) -> [Finding] {
    switch (answer.cells, wanted.cells) {
    case (.truths, .truths): return [.opposite]
    case (.texts, .texts): return [.otherText]
    case (let got, .truths): return [.kind(wanted: .truth, got: got.kind)]
    case (let got, .texts): return [.kind(wanted: .text, got: got.kind)]
    case (.truths, _), (.texts, _): return [.kind(wanted: .number, got: answer.cells.kind)]
    case (.numbers, .numbers): break
    }
    guard let got = Ends(answer), let right = Ends(wanted) else { return [.other] }
    if answer.dimension != wanted.dimension { return [ofOtherDimension(answer, got, right)] }
    if answer.count != wanted.count {
      return [.count(got: answer.count, wanted: wanted.count)]
    }
    if let finding = ofEnds(answer, got, right) { return [finding] }
    if isRounded(got, right, lastDigit) { return [.rounded] }
    if let finding = ofScale(got, right) { return [finding] }
    if wanted.count > 1 {
      let wrong = wanted.cells.indices(where: { !isRight(got, right, at: $0) })
      if wrong.count < wanted.count {
        return [.someValues(right: wanted.count - wrong.count, wrong: labels(wrong.prefix(4)))]
      }
    }
    return [ofSize(got, right)]
  }

  private func isRight(_ got: Ends, _ right: Ends, at i: Int) -> Bool {
    isNear(got.low[i], right.low[i]) && isNear(got.high[i], right.high[i])
  }

  /// `batch = 8`, `card = h100_sxm, batch = 8`; a number from 1 where an axis has no name.
  private func labels(_ cells: some Sequence<Int>) -> [String] {
    cells.map { cell in
      var rest = cell
      var words: [String] = []
      for axis in wanted.axes.reversed() {
        words.append(label(of: axis, rest % axis.count))
        rest /= axis.count
      }
      return words.reversed().joined(separator: ", ")
    }
  }

  private func label(of axis: Axis, _ i: Int) -> String {
    let name = axis.name?.text ?? "number"
    switch axis.labels {
    case .numbers(let values, let unit):
      let text = units.numberText(values[i] / units.factor(of: unit), unit: unit, digits: 6)
      let word = units.text(of: unit)
      return "\(name) = \(text)" + (word.isEmpty ? "" : " \(word)")
    case .texts(let texts): return "\(name) = \(texts[i])"
    case .counts: return "\(name) \(i + 1)"
    }
  }

  // MARK: dimension

  private func ofOtherDimension(_ answer: Value, _ got: Ends, _ right: Ends) -> Finding {
    let (gotName, wantedName) = units.names(of: answer.dimension, and: wanted.dimension)
    let hasOneCount = answer.count == wanted.count
    if answer.dimension == .none {
      // the unit in which the lesson's answer would be shown, and those near it
      let fits = hasOneCount ? fittingUnit(got, right) : nil
      return .unitMissing(fits: fits, dimension: wantedName)
    }
    if units.quotient(.none, answer.dimension) == wanted.dimension {
      let isExact =
        hasOneCount && areNear(got.low.map { 1 / $0 }, right.high)
        && areNear(got.high.map { 1 / $0 }, right.low)
      return .upsideDown(got: gotName, wanted: wantedName, isExact: isExact)
    }
    if let turned = turned(answer) { return turned }
    return .dimension(
      got: gotName, wanted: wantedName,
      mend: hasOneCount ? mend(answer, got, right) : nil)
  }

  /// `node * tput` for `node / tput`.
  private func turned(_ answer: Value) -> Finding? {
    for factor in exercise.factors where factor.isOnTheWay && factor.dimension != .none {
      let square = units.product(factor.dimension, factor.dimension)
      if units.product(wanted.dimension, square) == answer.dimension {
        return .wrongWay(factor.cause, needs: .over)
      }
      if units.product(answer.dimension, square) == wanted.dimension {
        return .wrongWay(factor.cause, needs: .times)
      }
    }
    return nil
  }

  /// The unit that a bare number lacks: the answer's own, or another in use for its dimension.
  private func fittingUnit(_ got: Ends, _ right: Ends) -> String? {
    let largest = right.high.map { abs($0) }.max() ?? 0
    let shown = wanted.isPinned ? wanted.unit : units.step(of: wanted.unit, for: largest)
    // a question that asks for a unit asks for the number in it
    let candidates =
      wanted.isPinned
      ? [wanted.unit] : [shown, wanted.unit, units.standardUnit(of: wanted.dimension)]
    for unit in candidates {
      let factor = units.factor(of: unit)
      if areNear(got.low.map { $0 * factor }, right.low),
        areNear(got.high.map { $0 * factor }, right.high)
      {
        return units.text(of: unit)
      }
    }
    return nil
  }

  /// A product or quotient that has the dimension: with a name that makes the answer right if there
  /// is one.
  private func mend(_ answer: Value, _ got: Ends, _ right: Ends) -> Finding.Mend? {
    let over = units.quotient(answer.dimension, wanted.dimension)
    let times = units.quotient(wanted.dimension, answer.dimension)
    for (dimension, operation) in [(over, Finding.Operation.over), (times, .times)] {
      let fitting = exercise.factors.filter { $0.dimension == dimension }
      let exact = fitting.first { factor in
        let scale = operation == .over ? 1 / factor.value : factor.value
        return areNear(got.low.map { $0 * scale }, right.low)
          && areNear(got.high.map { $0 * scale }, right.high)
      }
      if let exact {
        return Finding.Mend(
          operation: operation, dimension: units.name(of: dimension),
          names: exact.cause.isOfAnswer ? [] : [exact.cause.text], isExact: true)
      }
    }
    for (dimension, operation) in [(over, Finding.Operation.over), (times, .times)] {
      let names = exercise.factors.filter { $0.dimension == dimension }.sorted {
        $0.isOnTheWay && !$1.isOnTheWay
      }
      var texts: [String] = []
      for factor in names {
        if case .name(let name) = factor.cause, !texts.contains(name) { texts.append(name) }
      }
      if !texts.isEmpty {
        return Finding.Mend(
          operation: operation, dimension: units.name(of: dimension),
          names: Array(texts.prefix(2)), isExact: false)
      }
    }
    let whole = units.product(answer.dimension, wanted.dimension)
    for factor in exercise.factors where factor.dimension == whole && factor.isOnTheWay {
      if case .name(let name) = factor.cause {
        return Finding.Mend(
          operation: .into, dimension: units.name(of: whole), names: [name], isExact: false)
      }
    }
    // the one whose words are shorter: *token/time* rather than *time/token*
    let (overName, timesName) = (units.name(of: over), units.name(of: times))
    return timesName.count < overName.count
      ? Finding.Mend(operation: .times, dimension: timesName, names: [], isExact: false)
      : Finding.Mend(operation: .over, dimension: overName, names: [], isExact: false)
  }

  // MARK: ends of brackets

  private func ofEnds(_ answer: Value, _ got: Ends, _ right: Ends) -> Finding? {
    if let other = exercise.otherEnd.flatMap(Ends.init), !answer.isBracket,
      areNear(got.low, other.low)
    {
      let isHigher = zip(other.low, right.low).contains { $0 > $1 }
      return .otherEnd(asked: isHigher ? .low : .high)
    }
    if wanted.isBracket, !answer.isBracket {
      let isLow = areNear(got.low, right.low)
      let isHigh = areNear(got.low, right.high)
      return .oneEnd(isLow ? .low : isHigh ? .high : nil)
    }
    if answer.isBracket, !wanted.isBracket {
      let isLow = areNear(got.low, right.low)
      let isHigh = areNear(got.high, right.low)
      return .bracket(asked: isLow ? .low : isHigh ? .high : nil)
    }
    guard wanted.isBracket else { return nil }
    let isLow = areNear(got.low, right.low)
    let isHigh = areNear(got.high, right.high)
    if isLow != isHigh { return .halfBracket(wrong: isLow ? .high : .low) }
    return nil
  }

  // MARK: scale

  /// How far an answer times a factor is from being right: the largest relative distance, or nil
  /// where it is not right.
  private func distance(_ got: Ends, _ right: Ends, _ factor: Double) -> Double? {
    var worst = 0.0
    for (a, b) in zip(got.low + got.high, right.low + right.high) {
      guard isNear(a * factor, b) else { return nil }
      if b != 0 { worst = max(worst, abs(a * factor / b - 1)) }
    }
    return worst
  }

  private func ofScale(_ got: Ends, _ right: Ends) -> Finding? {
    if distance(got, right, -1) != nil { return .sign }
    // `51.8` for −51.8 %: what is missing first is its unit
    if wanted.isPinned, units.factor(of: wanted.unit) == 0.01,
      distance(got, right, 0.01) != nil || distance(got, right, -0.01) != nil
    {
      return .factor(needs: .over, cause: [.known(.percent)])
    }
    let isPlain = wanted.dimension == .none && !wanted.isBracket
    if isPlain, areNear(got.low.map { 1 / $0 }, right.low) {
      return .upsideDown(got: "", wanted: "", isExact: true)
    }
    let own = exercise.factors.filter {
      $0.dimension == .none && abs($0.value - 1) > 1e-6 && $0.value.isFinite
    }
    var best: (finding: Finding, distance: Double)?
    func consider(_ factor: Double, _ make: (Finding.Operation) -> Finding) {
      for operation in [Finding.Operation.times, .over] {
        let scale = operation == .times ? factor : 1 / factor
        // a factor within the tolerance of 1 tells nothing
        guard !isNear(scale, 1) || isAmount, let distance = distance(got, right, scale)
        else { continue }
        if distance < (best?.distance ?? .infinity) - 1e-6 { best = (make(operation), distance) }
      }
    }
    // the number of a quantity is the last guess: to forget it alone is rare
    for factor in own where factor.isOnTheWay && !factor.cause.isCount {
      consider(factor.value) { .factor(needs: $0, cause: [factor.cause]) }
    }
    for known in Finding.Known.allCases
    where (!known.isOfInformation || isOfInformation)
      && (known != .percent || wanted.dimension == .none)
    {
      consider(known.value) { .factor(needs: $0, cause: [.known(known)]) }
    }
    if let best { return best.finding }
    for factor in own where factor.isOnTheWay && factor.cause.isCount {
      consider(factor.value) { .factor(needs: $0, cause: [factor.cause]) }
    }
    if let best { return best.finding }
    for factor in own where !factor.isOnTheWay {
      consider(factor.value) { .factor(needs: $0, cause: [factor.cause]) }
    }
    for factor in own where factor.isOnTheWay {
      consider(factor.value * factor.value) { .wrongWay(factor.cause, needs: $0) }
    }
    for known in [Finding.Known.megajoules, .wattHour, .kilowattHour, .kilo, .minutes, .hours] {
      consider(known.value * known.value) { .wrongWay(.known(known), needs: $0) }
    }
    if let best { return best.finding }
    let ways = own.filter(\.isOnTheWay).prefix(12)
    for (i, first) in ways.enumerated() {
      for second in ways.dropFirst(i + 1) {
        consider(first.value * second.value) {
          .factor(needs: $0, cause: [first.cause, second.cause])
        }
      }
    }
    for factor in ways {
      for known in [Finding.Known.kilo, .wattHour, .megajoules, .mega] {
        consider(factor.value * known.value) {
          .factor(needs: $0, cause: [factor.cause, .known(known)])
        }
      }
    }
    return best?.finding
  }

  /// GB and GiB, bits and bytes are told apart only where there are any.
  private var isOfInformation: Bool {
    units.name(of: wanted.dimension).contains("information")
  }

  private var isAmount: Bool { if case .amount = exercise.tolerance { true } else { false } }

  // MARK: size

  /// Whether a figure was rightly rounded, to fewer digits than are asked for.
  private func isRounded(_ got: Ends, _ right: Ends, _ lastDigit: Double?) -> Bool {
    guard let lastDigit, got.low.count == 1, right.low.count == 1, right.low == right.high
    else { return false }
    let gap = abs(got.low[0] - right.low[0])
    return gap <= lastDigit / 2 * (1 + 1e-9) && gap <= 0.2 * abs(right.low[0])
  }

  private func ofSize(_ got: Ends, _ right: Ends) -> Finding {
    guard wanted.count == 1, !wanted.isBracket, let a = got.low.first, let b = right.low.first,
      a != 0, b != 0, (a > 0) == (b > 0)
    else { return .other }
    let ratio = a / b
    if abs(ratio - 1) <= 0.2 { return .near(share: ratio - 1) }
    return .off(factor: ratio > 1 ? ratio : 1 / ratio, isTooLarge: ratio > 1)
  }
}

extension Finding.Cause {
  /// A number that the answer itself is written with: to say it would be to give it away.
  fileprivate var isOfAnswer: Bool { if case .number(_, "") = self { true } else { false } }

  fileprivate var isCount: Bool { if case .count = self { true } else { false } }

  /// As it is written.
  package var text: String {
    switch self {
    case .number(let text, _), .onePlus(let text), .name(let text): text
    case .count(let number, _, _): number
    case .known(let known): known.rawValue
    }
  }
}

extension Value.Cells {
  fileprivate var kind: Finding.Kind {
    switch self {
    case .numbers: .number
    case .truths: .truth
    case .texts: .text
    }
  }

  /// The indices at which something holds.
  fileprivate func indices(where holds: (Int) -> Bool) -> [Int] {
    let count =
      switch self {
      case .numbers(let numbers): numbers.count
      case .truths(let truths): truths.count
      case .texts(let texts): texts.count
      }
    return (0..<count).filter(holds)
  }
}
