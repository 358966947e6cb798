import Syntax
import Units

/// One unit into another: the line of a conversion, with the reasons.
extension UnitRelations {
  /// `9.63102 J/t` as `(9.63102 × 10⁶ / (3.6×10⁶)) kWh/Mt`, with the reasons; nil where both are the
  /// same unit.
  func conversion(of quantity: Quantity, to target: Unit)
    -> (Working, [Derivation.UnitRelation])?
  {
    let source = quantities.unit(of: quantity)
    if source == target { return nil }
    if units.offset(of: source) != 0 || units.offset(of: target) != 0 {
      return temperature(quantity, source, target)
    }
    let number = Working.value(Quantity(quantities.inUnit(quantity.number, source), .plain))
    var factors = [Working.Factor(isDivided: false, value: number)]
    var reasons: [Derivation.UnitRelation] = []
    func add(_ link: UnitLink) {
      for scale in link.scales {
        let value = Quantity(scale.count, .plain)
        factors.append(
          Working.Factor(
            isDivided: scale.isDivided,
            value: scale.isExact
              ? .exact(units.powerText(scale.count), value) : .value(value)))
      }
      reasons += link.relations.filter { !reasons.contains($0) }
    }
    for link in links(source, target) { add(link) }
    // a number that stays as it is needs no brackets before its new unit
    if factors.count == 1 {
      var same = quantity
      same.type.unit = target
      same.type.isPinned = true
      return (.value(same), reasons)
    }
    // multiplied first, as one would write it
    let ordered =
      factors.prefix(1) + factors.dropFirst().filter { !$0.isDivided }
      + factors.dropFirst().filter(\.isDivided)
    return (.united(.product(Array(ordered)), target), reasons)
  }

  /// From one unit to another, factor by factor where they are alike, and else as a whole.
  func links(_ source: Unit, _ target: Unit) -> [UnitLink] {
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
    var links: [UnitLink] = []
    for part in missing {
      guard
        let same = from.firstIndex(where: {
          units.dimension(of: $0.unit) == units.dimension(of: part.unit)
            && $0.exponent == part.exponent
        })
      else { return wholeLinks(source, target) }
      links.append(link(from.remove(at: same).unit, part.unit, power: part.exponent))
    }
    return from.isEmpty ? links : wholeLinks(source, target)
  }

  /// `kWh/month` and `W`: at once where the factor is a number of few digits, and else through the
  /// units that both are made of.
  private func wholeLinks(_ source: Unit, _ target: Unit) -> [UnitLink] {
    let whole = link(source, target)
    if whole.scales.allSatisfy(\.isExact) { return [whole] }
    var links: [UnitLink] = []
    func standard(_ unit: Unit, sign: Int) -> Unit {
      units.unmerged(
        units.parts(of: unit).map { part in
          let standard = units.standardUnit(of: units.dimension(of: part.unit))
          links.append(link(part.unit, standard, power: part.exponent * Rational(sign)))
          return (standard, part.exponent)
        })
    }
    let (a, b) = (standard(source, sign: 1), standard(target, sign: -1))
    guard links.allSatisfy({ $0.scales.allSatisfy(\.isExact) }) else { return [whole] }
    if a != b, let watt = units.unit(named: "W"), let joule = units.unit(named: "J"),
      let second = units.unit(named: "s")
    {
      let isWatt =
        [a, b].contains(watt) && [a, b].contains(units.unmerged([(joule, .one), (second, -.one)]))
      links.append(
        UnitLink(relations: [isWatt ? .watt(watt, count: 1) : .same(b, a, isMade: false)]))
    }
    return links
  }

  /// Readings have a zero of their own.
  private func temperature(_ quantity: Quantity, _ source: Unit, _ target: Unit)
    -> (Working, [Derivation.UnitRelation])
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
    // the zero that has a short number on the other scale: 0 °C is 32 °F
    func zero(of one: Unit, in other: Unit) -> (Derivation.UnitRelation, isShort: Bool) {
      let value = quantities.inUnit(units.offset(of: one), other)
      let amount = Derivation.Amount(number: units.offset(of: one), unit: other, isPinned: true)
      return (.zero(of: one, amount), abs(value * 100 - (value * 100).rounded()) < 1e-6)
    }
    let own = zero(of: source, in: target)
    let relation = own.isShort ? own : zero(of: target, in: source)
    return (.united(inner, target), [relation.0])
  }
}
