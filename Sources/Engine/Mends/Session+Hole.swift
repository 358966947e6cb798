import EnergyCore
import Syntax
import Units

/// `jt + node / ?`: the dimension that a hole must have, and what has it.
extension Session {
  /// Answers a line with a hole in it.
  func answerHole(at place: Place, _ statement: Statement) throws(Diagnostic) {
    let search = HoleSearch(at: place)
    hole = search
    defer { hole = nil }
    // the first pass finds the dimension, even where the line goes wrong after that
    let first = attempt(statement)
    if search.dimension == nil {
      if case .failure(let fault) = first { throw fault }
      throw Diagnostic(
        EngineProblem.freeHole(statement.source.text(statement.span)), at: place)
    }
    let whole: Dimension?
    switch attempt(statement) {
    case .failure(let fault): throw fault
    case .success(let formula):
      whole = formula?.type.kind == .number ? formula?.type.dimension : nil
    }
    guard let dimension = search.dimension else { return }
    for name in world.names { if let node = world.node(name) { try? check(node) } }
    let names = fitting(dimension)
    let found = Hole(
      text: statement.source.text(statement.span), dimension: units.name(of: dimension),
      whole: whole.map { units.name(of: $0) },
      names: names.prefix(Self.namesInHole).map { name in
        (name.text, world.node(name).flatMap(briefly) ?? "")
      },
      more: max(0, names.count - Self.namesInHole), catalog: catalogFitting(dimension),
      units: Array(writtenUnits(of: dimension).prefix(8)))
    if case .expression = statement.kind { return emit(.hole(found)) }
    throw Diagnostic(
      EngineProblem.holeHere(dimension: found.dimension, names: found.names.map(\.name)), at: place)
  }

  /// Builds what a statement asks for, and values nothing.
  func attempt(_ statement: Statement) -> Result<Formula?, Diagnostic> {
    func result(_ body: () throws(Diagnostic) -> Formula?) -> Result<Formula?, Diagnostic> {
      do throws(Diagnostic) { return .success(try body()) } catch { return .failure(error) }
    }
    return result { () throws(Diagnostic) -> Formula? in
      switch statement.kind {
      case .expression(let expression): return try build(expression, statement.source)
      case .definition(let definition):
        let node = Node(
          name: definition.name, definition: definition, source: statement.source, references: [],
          world: world)
        let builder = FormulaBuilder(
          BuildContext(session: self, world: world, owner: nil, mayWait: false))
        return try annotated(node, try builder.formula(definition.value, scope(for: node)))
      case .table(let all), .print(let all), .compare(let all):
        let world = try statementWorld(statement, all)
        var last: Formula?
        for expression in all { last = try build(expression, statement.source, in: world) }
        return last
      case .assert(let expression), .inputs(let expression), .graph(let expression),
        .why(let expression, _), .explain(let expression, _), .sensitivity(let expression, _),
        .histogram(let expression):
        return try build(
          expression, statement.source, in: try statementWorld(statement, [expression]))
      default: return nil
      }
    }
  }

  // MARK: what fits

  /// More names than this are counted.
  private static let namesInHole = 12

  /// The units of a dimension, those that results are shown in first: m² before the acre.
  private func writtenUnits(of dimension: Dimension) -> [String] {
    let standard = units.standardUnit(of: dimension)
    let sizes = [1, 1e3, 1e-3, 1e6, 1e-6].map { $0 * units.factor(of: standard) }
    var texts = standard == .one ? [] : [units.text(of: standard)]
    for size in sizes { texts.append(units.text(of: units.step(of: standard, for: size))) }
    var seen: Set<String> = []
    return (texts + units(of: dimension)).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Definitions of a dimension, by name; those that have not been looked at are left out.
  func fitting(_ dimension: Dimension, _ world: World? = nil) -> [Name] {
    let world = world ?? self.world
    return world.names.filter { name in
      guard let type = world.node(name)?.formula?.type else { return false }
      return type.kind == .number && units.fits(type.dimension, annotation: dimension)
    }.sorted()
  }

  /// Rows and fields of the catalog that have a dimension, in words.
  func catalogFitting(_ dimension: Dimension) -> [String] {
    guard dimension != .none else { return [] }
    var found: [String] = []
    for kind in Catalog.Kind.allCases {
      let ids = Catalog.ids(kind)
      guard let first = ids.first, let entry = Catalog.entry(first) else { continue }
      func isFitting(_ field: String) -> Bool {
        guard let text = kind.unit(ofField: field), !text.isEmpty else { return false }
        return units.dimension(of: catalogUnit(text).unit) == dimension
      }
      if isFitting(entry.plainField) {
        found.append("\(first) and \(ids.count - 1) more \(kind.plural)")
      }
      for field in kind.fieldNames where field != entry.plainField && isFitting(field) {
        found.append(".\(field) of \(kind.plural), as \(first).\(field)")
      }
    }
    for (name, constant) in Library.physical.sorted(by: { $0.key < $1.key })
    where units.dimension(of: catalogUnit(constant.unit).unit) == dimension {
      found.append(name)
    }
    return found
  }
}
