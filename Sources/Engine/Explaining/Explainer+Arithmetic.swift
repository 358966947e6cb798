import Syntax
import Units

/// Arithmetic, line by line: names by their values, units that cancel, then one operation after the
/// other from the inside out.
extension Explainer {
  func arithmetic(
    _ expression: Expression, _ frame: ExplainFrame, _ block: ExplainBlock, _ known: Quantity?,
    depth: Int
  ) throws(Diagnostic) {
    let found = try read(expression, frame)
    let result = try self.known(known, expression, frame)
    if let leaf = found.working.leaf, leaf.isExact {
      line(block, .given, leaf.name, result, frame, remarks: found.remarks)
      return
    }
    let definition = WorkingText(quantities: quantities, digits: nil).text(found.working)
    let holdsNames = found.working.holdsNames
    // `h100_sxm` explained is its value, not its name again
    if block.subject != definition {
      line(
        block, holdsNames ? .definition : .given, definition, result, frame,
        remarks: found.remarks, sources: found.sources, holdsNames: holdsNames)
    } else {
      block.remarks += found.remarks
      block.sources += found.sources
    }
    if case .approximately(let approximation) = expression,
      let ends = try ends(of: approximation, result, frame)
    {
      try explainRanges(of: approximation, frame, block)
      line(
        block, .comparison, self.text(ends, result), result, frame, remarks: [.bracket(.endByEnd)])
      return work(ends, result, frame, block)
    }
    try explain(found.parts, frame, block, depth: depth)
    work(found.working, result, frame, block)
  }

  /// From a formula to its value.
  func work(
    _ start: Working, _ result: Quantity, _ frame: ExplainFrame, _ block: ExplainBlock
  ) {
    var working = start
    let exact = WorkingValue(quantities: quantities, digits: nil).value(working)
    guard let exact, isSame(exact, result), start.isWorkable else {
      let isLong = exact.map { isSame($0, result) } ?? false
      return finish(
        result, frame, block, .value,
        remarks: isLong ? [.result(.inOneStep)] : [])
    }
    if working.leaf?.isName == true || working.holdsNames {
      line(
        block, .substitution, text(working, result), result, frame)
    }
    while working.leaf == nil {
      var reasons: [Derivation.Remark] = []
      // percents first, and then what cancels
      for _ in 0..<2 {
        reasons = []
        working = related(working, &reasons, isWhole: true)
        if reasons.isEmpty { break }
        let isAsked = isConversion(working)
        line(
          block, isAsked ? .conversion : .relation, text(working, result), result, frame,
          remarks: reasons)
      }
      if working.leaf != nil {
        line(block, .conversion, text(working, result), result, frame)
        break
      }
      reasons = []
      working = reduced(working, &reasons, isWhole: true)
      let rule: Derivation.Rule = result.type.kind == .truth ? .comparison : .arithmetic
      line(block, rule, text(working, result), result, frame, remarks: reasons)
    }
  }

  private func isConversion(_ working: Working) -> Bool {
    if case .united = working { return true }
    return false
  }

  func isSame(_ a: Quantity?, _ b: Quantity) -> Bool {
    guard let a, a.type.kind == b.type.kind else { return false }
    if a.type.kind == .text { return a.text == b.text }
    guard a.type.kind == .number else { return a.number == b.number }
    return a.type.dimension == b.type.dimension
      && abs(a.number - b.number) <= 1e-9 * max(abs(a.number), abs(b.number))
  }

  /// A line with as many digits as it needs to give the digits of the result.
  func text(_ working: Working, _ result: Quantity) -> String {
    if let leaf = working.leaf, !leaf.isExact, !leaf.isName {
      return quantities.text(leaf.quantity, digits: session.digits, isLast: true)
    }
    let wanted = quantities.printed(result)
    // a line shows no less than its numbers are known by
    let first = max(session.digits, 6)
    var digits = first
    if result.type.kind != .text {
      for more in stride(from: first, to: 17, by: 3) {
        digits = more
        guard
          var value = WorkingValue(quantities: quantities, digits: more).value(working)
        else { continue }
        value.type = result.type
        if quantities.printed(value) == wanted { break }
        digits = 17
      }
    }
    return WorkingText(quantities: quantities, digits: digits).text(working)
  }

  // MARK: units

  /// The same with units rewritten where an operation is about to be done that needs it.
  private func related(
    _ working: Working, _ reasons: inout [Derivation.Remark], isWhole: Bool = false
  ) -> Working {
    if case .leaf = working { return working }
    let operands = working.operands
    guard operands.allSatisfy({ $0.leaf != nil }) else {
      return working.with(operands.map { related($0, &reasons) })
    }
    switch working {
    case .product(let factors) where !isWhole && countUnit(of: factors) != nil: return working
    case .product(let factors):
      guard let unit = shownUnit(of: factors),
        let (rewritten, why) = relations.rewritten(factors, result: unit)
      else { return working }
      add(why.map { .relation($0) }, &reasons)
      return .product(rewritten)
    case .converted(let operand, let unit):
      guard var quantity = operand.leaf?.quantity else { return working }
      guard let (converted, why) = relations.conversion(of: quantity, to: unit) else {
        quantity.type.isPinned = true
        return .value(quantity)
      }
      if !why.isEmpty { add([.conversion(why)], &reasons) }
      return converted
    case .sum, .comparison:
      return working.with(alike(operands, &reasons))
    case .near:
      // the right side keeps its digits, which a rounding is of
      return working.with(alike(operands.reversed(), &reasons).reversed())
    case .call(let name, _) where operands.count > 1 && name != "round":
      return working.with(alike(operands, &reasons))
    default: return working
    }
  }

  /// The unit of a product of values as they stand in the line: `0.55 mWh/t` is in mWh/t, whatever it
  /// was computed in.
  private func shownUnit(of factors: [Working.Factor]) -> Unit? {
    let shown = factors.map { factor in factor.value.leaf.map { quantities.unit(of: $0) } ?? .one }
    guard var unit = shown.first else { return nil }
    for (factor, next) in zip(factors, shown).dropFirst() {
      unit = factor.isDivided ? units.quotient(unit, next) : units.product(unit, next)
    }
    return unit
  }

  /// The unit of the one factor that counts something plain, `46.703 Gparam`, beside plain numbers: on
  /// the way a product may keep it.
  private func countUnit(of factors: [Working.Factor]) -> Unit? {
    var found: Unit?
    for factor in factors {
      guard let leaf = factor.value.leaf, leaf.quantity.type.kind == .number else { return nil }
      let unit = quantities.unit(of: leaf)
      if unit == .one { continue }
      guard found == nil, !factor.isDivided, units.dimension(of: unit) == .none,
        units.factor(of: unit) >= 1
      else { return nil }
      found = unit
    }
    return found
  }

  /// What cancels in a product, and the step of its unit on which the result is shown.
  private func stepped(_ factors: [Working.Factor], _ result: Quantity)
    -> [Derivation.UnitRelation]
  {
    let unit = shownUnit(of: factors) ?? quantities.unit(of: result)
    return relations.remark(factors, result: unit) + shown(result, after: unit)
  }

  /// The step of a unit on which a result is shown.
  private func shown(_ result: Quantity, after unit: Unit) -> [Derivation.UnitRelation] {
    let shown = quantities.unit(of: result)
    guard unit != shown, units.dimension(of: unit) == units.dimension(of: shown) else { return [] }
    return relations.links(unit, shown).flatMap(\.relations)
  }

  private func add(_ more: [Derivation.Remark], _ reasons: inout [Derivation.Remark]) {
    for remark in more where !reasons.contains(remark) { reasons.append(remark) }
  }

  /// Operands that are to be added or compared, in the unit of the first.
  private func alike(_ operands: [Working], _ reasons: inout [Derivation.Remark]) -> [Working] {
    guard
      let first = operands.lazy.compactMap(\.leaf).first(where: {
        $0.quantity.type.kind == .number && !$0.quantity.type.isZero
      })
    else { return operands }
    let unit = quantities.unit(of: first)
    if units.isReading(unit) { return readings(operands, as: unit, &reasons) }
    return operands.map { operand in
      guard let leaf = operand.leaf, leaf.quantity.type.kind == .number,
        !leaf.quantity.type.isZero, leaf.quantity.type.dimension == first.quantity.type.dimension
      else { return operand }
      let other = quantities.unit(of: leaf)
      if other == unit || units.isReading(other) { return operand }
      if units.factor(of: other) != units.factor(of: unit) {
        add(relations.relation(other, unit).map { .relation($0) }, &reasons)
      }
      var quantity = leaf.quantity
      quantity.type.unit = unit
      quantity.type.isPinned = true
      return .value(quantity)
    }
  }

  /// Readings on one scale; differences stay what they are.
  private func readings(_ operands: [Working], as unit: Unit, _ reasons: inout [Derivation.Remark])
    -> [Working]
  {
    operands.map { operand in
      guard let leaf = operand.leaf, leaf.quantity.type.isReading,
        leaf.quantity.type.unit != unit
      else { return operand }
      var quantity = leaf.quantity
      quantity.type.unit = unit
      quantity.type.isPinned = true
      add(
        [
          .relation(
            .reading(
              amount(leaf.quantity.number, quantities.unit(of: leaf.quantity), isPinned: true),
              amount(quantity.number, unit, isPinned: true)))
        ], &reasons)
      return .value(quantity)
    }
  }

  // MARK: operations

  /// The innermost operations done.
  private func reduced(
    _ working: Working, _ reasons: inout [Derivation.Remark], isWhole: Bool = false
  ) -> Working {
    if case .leaf = working { return working }
    var operands = working.operands
    var isReady = operands.allSatisfy { $0.leaf != nil }
    if !isReady {
      operands = operands.map { reduced($0, &reasons) }
      // `(2.67528) kWh/Mt` and `-(3 W)` are values already
      switch working {
      case .united, .negative: isReady = operands.allSatisfy { $0.leaf != nil }
      default: break
      }
      guard isReady else { return working.with(operands) }
    }
    let values = operands.compactMap { $0.leaf?.quantity }
    guard
      var result = WorkingValue(quantities: quantities, digits: nil).apply(working, values)
    else { return working.with(operands) }
    if case .product(let factors) = working {
      if !isWhole, let unit = countUnit(of: factors) {
        result.type.unit = unit
      } else {
        add(stepped(factors, result).map { .relation($0) }, &reasons)
      }
    }
    if case .power = working {
      add(shown(result, after: result.type.unit).map { .relation($0) }, &reasons)
    }
    // a unit that was asked for is kept
    if case .united = working { result.type.isPinned = true }
    if case .near = working { add(gap(values[0], values[1]), &reasons) }
    return .value(result)
  }

  /// How far apart two values are.
  private func gap(_ a: Quantity, _ b: Quantity) -> [Derivation.Remark] {
    guard a.type.kind == .number, b.type.kind == .number else { return [] }
    let gap = abs(a.number - b.number)
    if gap == 0 { return [.condition(.same)] }
    var difference = amount(gap, units.difference(of: b.type.unit))
    difference.isBesideOthers = true
    let hasShare = b.number != 0 && !b.type.isReading
    return [.condition(.gap(difference, share: hasShare ? gap / abs(b.number) : nil))]
  }

  func amount(_ number: Double, _ unit: Unit, isPinned: Bool = false) -> Derivation.Amount {
    Derivation.Amount(number: number, unit: unit, isPinned: isPinned)
  }
}
