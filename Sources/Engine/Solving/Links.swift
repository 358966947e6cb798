import Syntax

/// What a formula is made of, one step down.
struct Links {
  private(set) var formulas: [Formula] = []
  /// among them those of which a plain number is taken even where the formula is enclosed
  private(set) var valued: [Formula] = []
  private(set) var nodes: [Node] = []
  private(set) var unknowns: [Unknown] = []
  private(set) var brackets: [Int32] = []
  /// of what `low(…)` or the like has taken one value
  private(set) var ended: [Formula] = []
  /// of which other cells than its own may go into a cell: sums along an axis, lists, picks
  private(set) var mixed: [Formula] = []
  /// of what a statistic of samples is taken
  private(set) var sampled: [Formula] = []
  /// whether it is the value of a statistic as it once was
  private(set) var isFrozen = false
  var hasStatistic: Bool { !sampled.isEmpty }

  init(_ formula: Formula) {
    switch formula.code {
    case .constant: break
    case .input(let input): add(input)
    case .program(_, let inputs): for input in inputs { add(input) }
    case .text(let text): add(text)
    }
  }

  init(_ input: Input) { add(input) }

  private mutating func add(_ node: Node) {
    nodes.append(node)
    if let formula = node.formula { formulas.append(formula) }
  }

  private mutating func value(_ some: [Formula]) {
    formulas += some
    valued += some
  }

  private mutating func add(over: [AxisReference]) {
    for node in over.compactMap(\.node) {
      nodes.append(node)
      if let formula = node.formula { value([formula]) }
    }
  }

  private mutating func add(_ input: Input) {
    let before = formulas.count
    defer {
      switch input {
      case .node, .formula, .comparison, .bracket: break
      default: mixed += formulas[before...]
      }
    }
    switch input {
    case .node(let node): add(node)
    case .formula(let formula), .comparison(_, let formula): formulas.append(formula)
    case .constant, .rows: break
    case .frozen: isFrozen = true
    case .unknown(let unknown): unknowns.append(unknown)
    case .list(let list): add(list)
    case .bracket(let bracket):
      brackets.append(bracket.source)
      formulas += [bracket.low, bracket.high] + (bracket.best.map { [$0] } ?? [])
    case .distribution(let distribution): formulas += distribution.parameters
    case .statistic(_, let formula, let share, _):
      formulas.append(formula)
      value(share.map { [$0] } ?? [])
      sampled.append(formula)
    // the figures of a record stay, whatever its plain value
    case .field: break
    case .movedField(let field): brackets += field.brackets.values.map(\.source)
    case .reduction(_, let formula, let over, _), .along(_, let formula, let over, _):
      formulas.append(formula)
      add(over: over)
    case .pick(let formula, let picks, _):
      formulas.append(formula)
      value(picks.map(\.label))
      add(over: picks.map(\.axis))
    case .filter(let formula, let condition, _): formulas += [formula, condition]
    case .interpolation(let formula, let axis, let at, _, _):
      formulas.append(formula)
      value([at])
      add(over: [axis])
    case .known(let formula): value([formula])
    case .refusal(let refusal): value(refusal.parts)
    case .grouped(let grouping): value(grouping.formulas)
    case .spaced(_, let a, let b, let c, _): value([a, b, c])
    case .end(_, let formula):
      value([formula])
      ended.append(formula)
    case .near(let near): value([near.left, near.right, near.within])
    case .sameText(let a, let b, _): value([a, b])
    case .sought(let sought):
      value([sought.gap, sought.left])
      if let inverse = sought.inverse { value([inverse.formula]) }
      // where to look is decided by best guesses
      var looked = sought.present.map { [$0] } ?? []
      if case .stated(let range) = sought.range { looked.append(range) }
      value(looked)
      ended += looked
    case .soughtLabel(let sought):
      value([sought.gap, sought.left])
      add(over: [sought.axis])
    }
  }

  private mutating func add(_ list: ListInput) {
    formulas += list.items.map(\.value)
    value(list.items.compactMap(\.label))
    add(over: list.over)
  }

  private mutating func add(_ text: TextCode) {
    switch text {
    case .pieces(let pieces):
      for case .value(let formula, _) in pieces { value([formula]) }
    case .node(let node): add(node)
    case .list(let list): add(list)
    case .field(let formula, _): value([formula])
    case .label(let label):
      value([label.goal, label.position])
      add(over: [label.axis])
    case .choose(let a, let b, let c): value([a, b, c])
    case .pick(let formula, let picks, _): value([formula] + picks.map(\.label))
    case .filter(let formula, let condition, _): value([formula, condition])
    }
  }
}

/// Which formulas and definitions below a formula rest on an unknown.
struct Reach {
  private var holding: Set<ObjectIdentifier> = []
  /// the definitions that do
  private(set) var nodes: [Node] = []
  /// whether enclosures see all that the unknown does
  private(set) var isEnclosable = true
  /// whether a statistic of samples moves with the unknown
  private(set) var isStatistical = false
  /// whether each cell rests on the unknown of its own label alone
  private(set) var isCellwise = true

  /// - Complexity: linear in the formulas below; without recursion, since chains may be long.
  init(of unknown: Unknown, in roots: [Formula]) {
    var links: [ObjectIdentifier: Links] = [:]
    var seenNodes: Set<ObjectIdentifier> = []
    var stack = roots
    while let formula = stack.last {
      let id = ObjectIdentifier(formula)
      guard let found = links[id] else {
        let found = Links(formula)
        links[id] = found
        for next in found.formulas where links[ObjectIdentifier(next)] == nil { stack.append(next) }
        continue
      }
      stack.removeLast()
      guard !holding.contains(id) else { continue }
      let holds =
        found.unknowns.contains { $0 === unknown } || found.formulas.contains { self.holds($0) }
      guard holds else { continue }
      holding.insert(id)
      if found.valued.contains(where: { self.holds($0) }) { isEnclosable = false }
      if found.sampled.contains(where: { self.holds($0) }) { isStatistical = true }
      if found.mixed.contains(where: { self.holds($0) }) { isCellwise = false }
      for node in found.nodes where seenNodes.insert(ObjectIdentifier(node)).inserted {
        if let formula = node.formula, self.holds(formula) { nodes.append(node) }
      }
    }
  }

  func holds(_ formula: Formula) -> Bool { holding.contains(ObjectIdentifier(formula)) }

  func holds(_ input: Input, _ unknown: Unknown) -> Bool {
    let links = Links(input)
    return links.unknowns.contains { $0 === unknown } || links.formulas.contains { holds($0) }
  }
}

extension Formula {
  /// The brackets on which the value rests, those left out of which `low(…)`, `best(…)` or `high(…)`
  /// has taken one value.
  var freeSources: [Int32] {
    var found: Set<Int32> = []
    var seen: Set<ObjectIdentifier> = []
    var open = [self]
    while let formula = open.popLast() {
      guard formula.hasSources, seen.insert(ObjectIdentifier(formula)).inserted else { continue }
      let links = Links(formula)
      found.formUnion(links.brackets)
      open += links.formulas.filter { next in !links.ended.contains { $0 === next } }
    }
    return found.sorted()
  }
}
