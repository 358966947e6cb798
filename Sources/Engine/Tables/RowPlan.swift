import Syntax

/// How formulas can be valued some rows of a file at a time: which columns they need, and which
/// definitions vary along the rows.
final class RowPlan {
  let table: Int32
  private(set) var fields: Set<String> = []
  private var varying: [ObjectIdentifier: (node: Node, varies: Bool)] = [:]
  /// values that are found once for all rows
  var found: [ObjectIdentifier: (of: AnyObject, column: Column<Double>)] = [:]

  func varies(_ node: Node) -> Bool { varying[ObjectIdentifier(node)]?.varies ?? false }

  private init(_ table: Int32) { self.table = table }

  /// - Returns: nil where the formulas do not vary along the rows of one file that streams, or where
  ///   what they do needs all of them at once.
  convenience init?(_ formulas: [Formula], in session: Session) {
    var seen: Set<ObjectIdentifier> = []
    var tables: Set<Int32> = []
    for formula in formulas { Self.collect(formula, &seen, &tables) }
    guard tables.count == 1, let table = tables.first else { return nil }
    self.init(table)
    var all = false
    for formula in formulas {
      if formula.hasSources || formula.hasSamples { return nil }
      guard let varies = varies(formula) else { return nil }
      all = all || varies
    }
    if !all { return nil }
  }

  /// The tables whose rows occur anywhere below.
  private static func collect(
    _ formula: Formula, _ seen: inout Set<ObjectIdentifier>, _ tables: inout Set<Int32>
  ) {
    var open = [formula]
    while let next = open.popLast() {
      guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
      open += next.nodes.compactMap(\.formula)
      open += next.parts
      for case .rows(let table) in next.inputs { tables.insert(table) }
    }
  }

  // MARK: what varies

  /// Whether a formula has a value for each row; nil for one that needs all rows at once for that.
  private func varies(_ formula: Formula) -> Bool? {
    switch formula.code {
    case .constant: return false
    case .text(let code): return varies(code)
    default: return any(formula.inputs.map(varies))
    }
  }

  private func varies(_ input: Input) -> Bool? {
    switch input {
    case .rows(let number): return number == table ? true : nil
    case .node(let node): return varies(node)
    case .formula(let formula), .known(let formula), .comparison(_, let formula):
      return varies(formula)
    case .field(let formula, let name, _, _):
      guard let varies = varies(formula) else { return nil }
      if varies, formula.type.record == .table(table) { fields.insert(name) }
      return varies
    case .filter(let formula, let condition, _):
      guard let base = varies(formula), let test = varies(condition), base == test else {
        return nil
      }
      return base
    case .near(let near): return any([near.left, near.right, near.within].map(varies))
    case .sameText(let a, let b, _): return any([a, b].map(varies))
    case .reduction(_, let formula, let over, _):
      // a value for all rows together, found once
      guard let inside = varies(formula) else { return nil }
      return !inside || over.isEmpty || over.contains { $0.node.flatMap(varies) == true }
        ? false : nil
    case .grouped: return false
    case .constant(let column), .frozen(let column, _):
      return column.axes.contains { $0.name == nil } ? nil : false
    default:
      // whatever else varies along rows needs all of them; a list without a name must line up
      if case .list(let list) = input, list.over.isEmpty { return nil }
      if case .spaced = input { return nil }
      return any(input.parts.map(varies)) == false ? false : nil
    }
  }

  private func varies(_ node: Node) -> Bool? {
    if let known = varying[ObjectIdentifier(node)] { return known.varies }
    guard let formula = node.formula else { return nil }
    // whatever has nothing to do with the table is valued as ever
    let varies = reaches(formula) ? varies(formula) : false
    guard let varies else { return nil }
    varying[ObjectIdentifier(node)] = (node, varies)
    return varies
  }

  /// Whether the rows of the table occur anywhere below.
  private func reaches(_ formula: Formula) -> Bool {
    var seen: Set<ObjectIdentifier> = []
    var tables: Set<Int32> = []
    Self.collect(formula, &seen, &tables)
    return tables.contains(table)
  }

  private func varies(_ text: TextCode) -> Bool? {
    switch text {
    case .node(let node): return varies(node)
    case .field(let formula, let name):
      guard let varies = varies(formula) else { return nil }
      if varies, formula.type.record == .table(table) { fields.insert(name) }
      return varies
    case .choose(let condition, let then, let otherwise):
      return any([condition, then, otherwise].map(varies))
    case .filter(let formula, let condition, _):
      guard let base = varies(formula), let test = varies(condition), base == test else {
        return nil
      }
      return base
    case .pieces(let pieces):
      for case .value(let formula, _) in pieces where reaches(formula) { return nil }
      return false
    case .list, .pick, .label: return nil
    }
  }

  private func any(_ parts: [Bool?]) -> Bool? {
    var any = false
    for part in parts {
      guard let part else { return nil }
      any = any || part
    }
    return any
  }
}
