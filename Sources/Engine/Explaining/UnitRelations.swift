import Syntax
import Units

/// What units have to do with each other, and what cancels: the words beside a line of arithmetic.
struct UnitRelations {
  let quantities: QuantityText
  private var units: UnitTable { quantities.session.units }

  // MARK: numbers in words

  /// `3600`, `10⁶`, `3.6×10⁶`: as tj reads it back.
  func spelled(_ number: Double) -> String {
    let size = abs(number)
    guard size >= 1e5 || (size < 1e-3 && size > 0) else {
      return quantities.number(number, digits: 17)
    }
    var digits = ""
    var exponent = 0
    var isFraction = false
    let text = "\(size)"
    let mantissa = text.prefix { $0 != "e" }
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) ?? 0
    }
    var point = 0
    for character in mantissa {
      if character == "." { isFraction = true } else { digits.append(character) }
      if !isFraction { point += 1 }
    }
    let leading = digits.prefix { $0 == "0" }.count
    digits.removeFirst(leading)
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    exponent += point - 1 - leading
    let power = "10\(Self.superscript(exponent))"
    let sign = number < 0 ? "-" : ""
    if digits == "1" { return sign + power }
    let first = String(digits.prefix(1))
    let rest = String(digits.dropFirst())
    return "\(sign)\(first)\(rest.isEmpty ? "" : "." + rest)×\(power)"
  }

  private static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(abs(number)).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (number < 0 ? "⁻" : "") + String(text)
  }

  /// `1 kWh = 3.6×10⁶ J`, the larger one first; empty where they are the same.
  func relation(_ a: Unit, _ b: Unit) -> String {
    let ratio = units.factor(of: a) / units.factor(of: b)
    if ratio == 1 { return "\(name(a)) is \(name(b))" }
    let (large, small) = ratio >= 1 ? (a, b) : (b, a)
    let count = ratio >= 1 ? ratio : units.factor(of: b) / units.factor(of: a)
    return "1 \(name(large)) = \(spelled(count)) \(name(small))"
  }

  private func name(_ unit: Unit) -> String {
    let text = units.text(of: unit)
    return text.isEmpty ? "" : text
  }

  static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  // MARK: products

  /// A unit of one operand of a product.
  private struct Piece {
    var operand: Int
    var part: Int
    var unit: UnitPart
    var exponent: Rational
  }

  private func pieces(_ factors: [Working.Factor]) -> [Piece] {
    var pieces: [Piece] = []
    for (i, factor) in factors.enumerated() {
      guard let leaf = factor.value.leaf else { continue }
      for (k, part) in units.parts(of: quantities.unit(of: leaf)).enumerated() {
        pieces.append(
          Piece(
            operand: i, part: k, unit: part,
            exponent: factor.isDivided ? -part.exponent : part.exponent))
      }
    }
    return pieces
  }

  /// What each unit has too much in the factors (above 0), or too little, for the result.
  private func surplus(_ pieces: [Piece], _ result: [UnitPart]) -> [(UnitPart, Rational)] {
    var open: [(UnitPart, Rational)] = []
    func add(_ part: UnitPart, _ exponent: Rational) {
      if let same = open.firstIndex(where: { $0.0.text == part.text }) {
        open[same].1 = open[same].1 + exponent
      } else {
        open.append((part, exponent))
      }
    }
    for piece in pieces { add(piece.unit, piece.exponent) }
    for part in result { add(part, -part.exponent) }
    return open.filter { !$0.1.isZero }
  }

  /// A product whose units are written so that they cancel one by one, and why that may be.
  func rewritten(_ factors: [Working.Factor], result: Unit) -> ([Working.Factor], [String])? {
    var factors = factors
    var reasons: [String] = []
    for _ in 0..<8 {
      guard let reason = rewriteOne(&factors, result) else { break }
      if !reason.isEmpty, !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons.isEmpty ? nil : (factors, reasons)
  }

  /// Rewrites one unit; nil where nothing is left to be rewritten.
  private func rewriteOne(_ factors: inout [Working.Factor], _ result: Unit) -> String? {
    let pieces = pieces(factors)
    let parts = units.parts(of: result)
    let open = surplus(pieces, parts)
    if open.isEmpty { return nil }
    // percent and other plain units
    for (part, _) in open where units.dimension(of: part.unit) == .none {
      let factor = units.factor(of: part.unit)
      guard factor != 1, let piece = pieces.first(where: { $0.unit.text == part.text }) else {
        continue
      }
      rewrite(&factors, piece, .one)
      return "1 \(part.text) = \(spelled(factor))"
    }
    // two units of one dimension
    for (i, (a, left)) in open.enumerated() {
      for (b, right) in open[(i + 1)...]
      where units.dimension(of: a.unit) == units.dimension(of: b.unit)
        && (left + right).isZero && !units.isReading(a.unit) && !units.isReading(b.unit)
      {
        let inA = pieces.first { $0.unit.text == a.text }
        let inB = pieces.first { $0.unit.text == b.text }
        let isAWanted = parts.contains { $0.text == a.text }
        let isBWanted = parts.contains { $0.text == b.text }
        // what is multiplied by is put into the unit of what is divided by
        let isADivisor = inA.map { $0.exponent.numerator < 0 } ?? false
        let toA = isAWanted || (!isBWanted && isADivisor)
        if let inB, toA || inA == nil {
          rewrite(&factors, inB, a.unit)
        } else if let inA {
          rewrite(&factors, inA, b.unit)
        } else {
          continue
        }
        return relation(a.unit, b.unit)
      }
    }
    return rewriteWatt(&factors, pieces, open, parts)
  }

  /// A watt is a joule per second: seconds and joules show it.
  private func rewriteWatt(
    _ factors: inout [Working.Factor], _ pieces: [Piece], _ open: [(UnitPart, Rational)],
    _ result: [UnitPart]
  ) -> String? {
    guard let (watt, exponent) = open.first(where: { $0.0.name == "W" }),
      open.contains(where: { $0.0.text == "s" }), open.contains(where: { $0.0.name == "J" }),
      let piece = pieces.first(where: { $0.unit.text == watt.text }),
      let joule = result.first(where: { $0.name == "J" })?.unit,
      let second = open.first(where: { $0.0.text == "s" })?.0.unit,
      exponent.isInteger
    else { return nil }
    rewrite(&factors, piece, units.unmerged([(joule, .one), (second, -.one)]))
    let law = "a watt is a joule per second"
    return watt.prefix.isEmpty ? law : "\(law), and 1 \(watt.text) = \(prefixed(watt)) W"
  }

  private func prefixed(_ part: UnitPart) -> String {
    let ratio =
      units.unit(named: Name(part.name)).map {
        units.factor(of: part.unit) / units.factor(of: $0)
      } ?? 1
    return spelled(ratio)
  }

  private func rewrite(_ factors: inout [Working.Factor], _ piece: Piece, _ other: Unit) {
    guard let leaf = factors[piece.operand].value.leaf else { return }
    var quantity = leaf.quantity
    quantity.type.unit = units.rewriting(
      quantities.unit(of: leaf), part: piece.part, as: other)
    // written so on purpose
    quantity.type.isPinned = true
    factors[piece.operand].value = .value(quantity)
  }

  /// What cancels in a product, and which units make another one.
  func remark(_ factors: [Working.Factor], result: Unit) -> [String] {
    let pieces = pieces(factors)
    let parts = units.parts(of: result)
    var words: [String] = []
    var cancelled: [UnitPart] = []
    var seen: Set<String> = []
    for piece in pieces where seen.insert(piece.unit.text).inserted {
      let same = pieces.filter { $0.unit.text == piece.unit.text }
      let total = same.reduce(Rational.zero) { $0 + $1.exponent }
      let hasBoth =
        same.contains { $0.exponent.numerator > 0 } && same.contains { $0.exponent.numerator < 0 }
      if hasBoth, total.isZero, !parts.contains(where: { $0.text == piece.unit.text }) {
        cancelled.append(piece.unit)
      }
    }
    let open = surplus(pieces, parts).filter { units.dimension(of: $0.0.unit) != .none }
    if !open.isEmpty {
      let made = units.unmerged(
        open.filter { part in pieces.contains { $0.unit.text == part.0.text } }.map {
          ($0.0.unit, $0.1)
        })
      let wanted = units.unmerged(
        open.filter { part in !pieces.contains { $0.unit.text == part.0.text } }.map {
          ($0.0.unit, -$0.1)
        })
      if made != .one, wanted != .one {
        let isSame = units.factor(of: made) == units.factor(of: wanted)
        words.append(
          isSame
            ? "\(name(made).replacing(" ", with: " × ")) = \(name(wanted))" : relation(made, wanted)
        )
      }
    }
    if !cancelled.isEmpty {
      let plurals = cancelled.compactMap(\.plural)
      if plurals.count == cancelled.count {
        words.append("the \(Self.list(plurals)) cancel")
      } else {
        let names = cancelled.map(\.text)
        words.append("\(Self.list(names)) cancel\(names.count == 1 ? "s" : "")")
      }
    }
    return words
  }

  // MARK: one unit into another

  /// `9.63102 J/t` as `(9.63102 × 10⁶ / (3.6×10⁶)) kWh/Mt`, with the reasons; nil where both units
  /// are of one size.
  func conversion(of quantity: Quantity, to target: Unit) -> (Working, [String])? {
    let source = quantities.unit(of: quantity)
    if source == target { return nil }
    if units.offset(of: source) != 0 || units.offset(of: target) != 0 {
      return temperature(quantity, source, target)
    }
    let number = Working.value(Quantity(quantities.inUnit(quantity.number, source), .plain))
    var factors = [Working.Factor(isDivided: false, value: number)]
    var reasons: [String] = []
    func scale(_ ratio: Double, _ inverse: Double, by a: Unit, _ b: Unit) {
      if ratio == 1 { return }
      let isDivided = ratio < 1
      let size = isDivided ? inverse : ratio
      factors.append(
        Working.Factor(
          isDivided: isDivided, value: .exact(spelled(size), Quantity(size, .plain))))
      let reason = relation(a, b)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    var from = units.parts(of: source)
    var missing: [UnitPart] = []
    for part in units.parts(of: target) {
      if let same = from.firstIndex(where: { $0.text == part.text && $0.exponent == part.exponent })
      {
        from.remove(at: same)
      } else {
        missing.append(part)
      }
    }
    var isMatched = true
    for part in missing {
      guard
        let same = from.firstIndex(where: {
          units.dimension(of: $0.unit) == units.dimension(of: part.unit)
            && $0.exponent == part.exponent
        })
      else {
        isMatched = false
        break
      }
      let other = from.remove(at: same)
      let (a, b) = (units.factor(of: other.unit), units.factor(of: part.unit))
      scale(
        raised(a / b, b / a, part.exponent), raised(b / a, a / b, part.exponent), by: other.unit,
        part.unit)
    }
    if !isMatched || !from.isEmpty {
      factors = [Working.Factor(isDivided: false, value: number)]
      reasons = []
      let (a, b) = (units.factor(of: source), units.factor(of: target))
      scale(a / b, b / a, by: source, target)
      if factors.count == 1 {
        reasons = ["\(units.text(of: source)) is \(units.text(of: target))"]
      }
    }
    // multiplied first, as one would write it
    let ordered =
      factors.prefix(1) + factors.dropFirst().filter { !$0.isDivided }
      + factors.dropFirst().filter(\.isDivided)
    let inner = ordered.count == 1 ? ordered[0].value : Working.product(Array(ordered))
    return (.united(inner, target), reasons.isEmpty ? [] : [Self.list(reasons)])
  }

  /// A ratio to a power; a negative one is the inverse to the positive, so that both stay exact.
  private func raised(_ ratio: Double, _ inverse: Double, _ exponent: Rational) -> Double {
    exponent.numerator < 0
      ? Scalar.apply(.power, inverse, -exponent.value)
      : Scalar.apply(.power, ratio, exponent.value)
  }

  /// Readings have a zero of their own.
  private func temperature(_ quantity: Quantity, _ source: Unit, _ target: Unit)
    -> (Working, [String])
  {
    let number = Working.value(Quantity(quantities.inUnit(quantity.number, source), .plain))
    func exact(_ value: Double) -> Working {
      // 459.67, not 459.66999999999996
      let digits = quantities.number(value, digits: 12)
      return .exact(digits, Quantity(Double(digits) ?? value, .plain))
    }
    let (a, b) = (units.factor(of: source), units.factor(of: target))
    let isFahrenheit = a != 1 && b == 1
    let toFahrenheit = a == 1 && b != 1
    let shift = units.offset(of: source) - units.offset(of: target)
    var inner = number
    func add(_ amount: Double) {
      if abs(amount) < 1e-12 { return }
      inner = .sum([
        Working.Summand(isMinus: false, value: inner),
        Working.Summand(isMinus: amount < 0, value: exact(abs(amount))),
      ])
    }
    if isFahrenheit {
      add(shift / a)
      inner = .product([
        Working.Factor(isDivided: false, value: inner),
        Working.Factor(isDivided: true, value: exact(b / a)),
      ])
    } else if toFahrenheit {
      inner = .product([
        Working.Factor(isDivided: false, value: inner),
        Working.Factor(isDivided: false, value: exact(a / b)),
      ])
      add(shift / b)
    } else {
      add(shift / b)
    }
    let zero = quantities.joined(
      quantities.number(quantities.inUnit(units.offset(of: source), target), digits: 10), target)
    return (
      .united(inner, target),
      ["0 \(units.text(of: source)) is \(zero)"]
    )
  }
}
