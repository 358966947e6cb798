import Syntax
import Units

/// What units have to do with each other, and what cancels: the reasons beside a line of arithmetic.
struct UnitRelations {
  let quantities: QuantityText
  var units: UnitTable { quantities.session.units }

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
  func rewritten(_ factors: [Working.Factor], result: Unit)
    -> ([Working.Factor], [Derivation.UnitRelation])?
  {
    var factors = factors
    var reasons: [Derivation.UnitRelation] = []
    for _ in 0..<8 {
      guard let found = rewritePlain(&factors, result) else { break }
      reasons += found.filter { !reasons.contains($0) }
    }
    if !reasons.isEmpty { return (factors, reasons) }
    for _ in 0..<8 {
      guard let found = rewriteOne(&factors, result) else { break }
      reasons += found.filter { !reasons.contains($0) }
    }
    return reasons.isEmpty ? nil : (factors, reasons)
  }

  /// Rewrites a percent, or another unit of plain numbers.
  private func rewritePlain(_ factors: inout [Working.Factor], _ result: Unit)
    -> [Derivation.UnitRelation]?
  {
    let pieces = pieces(factors)
    for (part, _) in surplus(pieces, units.parts(of: result))
    where units.dimension(of: part.unit) == .none {
      let factor = units.factor(of: part.unit)
      guard factor != 1, let piece = pieces.first(where: { $0.unit.text == part.text }) else {
        continue
      }
      rewrite(&factors, piece, .one)
      let exact = units.exactRatio(part.unit, .one)
      return [.size(part.unit, count: exact ?? factor, .one, isExact: exact != nil)]
    }
    return nil
  }

  /// Rewrites one unit; nil where nothing is left to be rewritten.
  private func rewriteOne(_ factors: inout [Working.Factor], _ result: Unit)
    -> [Derivation.UnitRelation]?
  {
    let pieces = pieces(factors)
    let parts = units.parts(of: result)
    let open = surplus(pieces, parts)
    if open.isEmpty { return nil }
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
    return rewriteWatt(&factors, pieces, open, parts).map { [$0] }
      ?? rewriteWattHour(&factors, pieces, open, parts)
  }

  /// A watt is a joule per second: seconds and joules show it.
  private func rewriteWatt(
    _ factors: inout [Working.Factor], _ pieces: [Piece], _ open: [(UnitPart, Rational)],
    _ result: [UnitPart]
  ) -> Derivation.UnitRelation? {
    guard let (watt, exponent) = open.first(where: { $0.0.name == "W" }),
      open.contains(where: { $0.0.text == "s" }), open.contains(where: { $0.0.name == "J" }),
      let piece = pieces.first(where: { $0.unit.text == watt.text }),
      let joule = (result + open.map(\.0)).first(where: { $0.name == "J" })?.unit,
      let second = open.first(where: { $0.0.text == "s" })?.0.unit,
      exponent.isInteger
    else { return nil }
    rewrite(&factors, piece, units.unmerged([(joule, .one), (second, -.one)]))
    let bare = watt.prefix.isEmpty ? nil : units.unit(named: Name(watt.name))
    return .watt(
      watt.unit, count: bare.map { units.factor(of: watt.unit) / units.factor(of: $0) } ?? 1)
  }

  /// A kilowatt-hour is a kilowatt for an hour: `100 W × 3 day` beside kWh are `0.1 kW × 72 h`.
  private func rewriteWattHour(
    _ factors: inout [Working.Factor], _ pieces: [Piece], _ open: [(UnitPart, Rational)],
    _ result: [UnitPart]
  ) -> [Derivation.UnitRelation]? {
    guard let hour = units.unit(named: "h"),
      let (energy, exponent) = open.first(where: { $0.0.name == "Wh" }),
      let power = units.unit(named: Name(energy.prefix + "W"))
    else { return nil }
    func other(_ unit: Unit) -> (UnitPart, Rational)? {
      open.first {
        units.dimension(of: $0.0.unit) == units.dimension(of: unit) && ($0.1 + exponent).isZero
      }
    }
    guard let (watt, _) = other(power), let (time, _) = other(hour) else { return nil }
    for (part, wanted) in [(watt, power), (time, hour)] where part.unit != wanted {
      guard let piece = pieces.first(where: { $0.unit.text == part.text }) else { continue }
      rewrite(&factors, piece, wanted)
      return relation(part.unit, wanted)
    }
    return nil
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
  func remark(_ factors: [Working.Factor], result: Unit) -> [Derivation.UnitRelation] {
    let pieces = pieces(factors)
    let parts = units.parts(of: result)
    var found: [Derivation.UnitRelation] = []
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
      var sides = (
        made: open.filter { part in pieces.contains { $0.unit.text == part.0.text } },
        wanted: open.filter { part in !pieces.contains { $0.unit.text == part.0.text } }
      )
      // `kW × h / kWh`: all of them stand in the factors
      if sides.wanted.isEmpty {
        sides = (
          open.filter { $0.1.numerator > 0 }, open.filter { $0.1.numerator < 0 }
        )
      }
      let made = units.unmerged(sides.made.map { ($0.0.unit, $0.1) })
      let wanted = units.unmerged(sides.wanted.map { ($0.0.unit, -$0.1) })
      if made != .one, wanted != .one {
        let link = link(made, wanted)
        found += link.scales.isEmpty ? [.same(made, wanted, isMade: true)] : link.relations
      }
    }
    if !cancelled.isEmpty {
      found.append(
        .cancel(cancelled.map { Derivation.Cancelled(name: $0.text, plural: $0.plural) }))
    }
    return found
  }
}
