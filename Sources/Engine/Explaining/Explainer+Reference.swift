import EnergyCore
import Syntax
import Units

/// Where else a derivation stands, and what a definition stands in for.
extension Explainer {
  /// What to ask for the derivation of a definition as it is here: `node with pue = 1.2`.
  func asked(_ node: Node, _ name: String, _ outer: ExplainFrame) throws(Diagnostic)
    -> String
  {
    let isAsElsewhere =
      node.world.below == nil || !node.world.overrides(any: [.value(node.name)])
    if isAsElsewhere { return name }
    let within = try frame(node, outer).within
    return within.reversed().reduce(name) { text, clause in
      text == name ? "\(text) \(clause)" : "(\(text)) \(clause)"
    }
  }

  /// Whether the value that is shown of a definition is an end of its range.
  func end(of node: Node, _ value: Quantity, _ axes: [Axis], _ frame: ExplainFrame)
    throws(Diagnostic) -> [Derivation.Remark]
  {
    let whole = try session.value(of: node)
    guard whole.axes.count == axes.count, let low = whole.low, let high = whole.high else {
      return []
    }
    let cell = frame.cell(of: whole.axes)
    func isNear(_ end: Double) -> Bool {
      abs(end - value.number) <= 1e-9 * max(abs(end), abs(value.number))
    }
    if isNear(low[cell]) { return [.bracket(.lowEnd)] }
    return isNear(high[cell]) ? [.bracket(.highEnd)] : []
  }

  func refer(
    _ block: ExplainBlock, _ value: Quantity, _ frame: ExplainFrame,
    _ reference: Derivation.Remark.Reference
  ) {
    line(
      block, .reference, quantities.text(value, digits: session.digits, isLast: true), value, frame,
      remarks: [.reference(reference)])
  }

  // MARK: overrides and documentation

  /// A value in a few words.
  private func replaced(_ value: Value) -> Derivation.Remark.Override.Replaced {
    func amount(_ number: Double, isBesideOthers: Bool = false) -> Derivation.Amount {
      Derivation.Amount(
        number: number, unit: value.unit, isPinned: value.isPinned, isBesideOthers: isBesideOthers)
    }
    if let label = value.label { return .text(label) }
    if value.distributed != nil { return .text(session.brief(value)) }
    if value.count > 1 {
      return .list(count: value.count, axes: value.axes.compactMap(\.name?.text))
    }
    if let low = value.low?.first, let high = value.high?.first {
      return .range(amount(low, isBesideOthers: true), amount(high, isBesideOthers: true))
    }
    if case .numbers(let numbers) = value.cells, let number = numbers.first {
      return .amount(amount(number))
    }
    return .text(session.brief(value))
  }

  /// What whoever wrote a definition says about it, and what an override stands in for.
  func describe(_ node: Node, _ block: ExplainBlock) {
    if let override = override(node) {
      block.remarks.append(.override(override))
      block.rule = .override
    }
    guard isNew(documentation: node) else { return }
    block.remarks += said(node.documentation)
    if !node.provenance.isEmpty { block.sources = [node.provenance.joined(separator: " ")] }
  }

  /// What a node stands in for, if it does.
  func override(_ node: Node) -> Derivation.Remark.Override? {
    guard let outer = node.outer else { return nil }
    var before = outer.node(node.name).flatMap { try? session.value(of: $0) }
    if before == nil, let entry = Catalog.entry(node.name.text) {
      before = session.value(of: entry.plain)
    }
    return Derivation.Remark.Override(
      scenario: node.scenario?.text, replaced: before.map(replaced))
  }
}
