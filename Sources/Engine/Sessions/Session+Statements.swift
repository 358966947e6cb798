import Syntax
import Units

/// Running one statement.
extension Session {
  /// What happens while reading: units are declared, used files are brought in.
  /// - Returns: the statements to run in its place.
  func read(_ statement: Statement) throws(Diagnostic) -> [Statement] {
    switch statement.kind {
    case .unit(let declaration):
      try declare(declaration, statement)
      return []
    case .use(let path): return try use(path, statement)
    default: return [statement]
    }
  }

  /// - Returns: false for a failed `assert`.
  func run(_ statement: Statement, isLast: Bool) throws(Diagnostic) -> Bool {
    let statement = setting(for: try withAnswer(statement))
    if mode == .resume, !statement.isKept { return true }
    switch statement.kind {
    case .definition(let definition): try define(definition, statement, isLast: isLast)
    case .function(let definition):
      try define(definition, statement)
    case .expression(let expression):
      if mode == .resume {
        answer = place(statement)
      } else {
        try show(expression, statement)
      }
    case .table(let columns): try table(columns, statement)
    case .print(let pieces): try printOut(pieces, statement)
    case .assert(let expression): return try check(assertion: expression, statement)
    case .setting(let name, let rest): emit(.setting(name, rest, place(statement)))
    case .help(let text): emit(.help(text, place(statement)))
    case .unit, .use: throw notBuilt("use and unit inside others", statement)
    case .scenario: throw notBuilt("scenarios", statement)
    case .compare: throw notBuilt("compare", statement)
    case .explain: throw notBuilt("explain", statement)
    case .sensitivity: throw notBuilt("sensitivity", statement)
    case .inputs: throw notBuilt("inputs", statement)
    case .graph: throw notBuilt("graph", statement)
    case .why: throw notBuilt("why", statement)
    case .correlate: throw notBuilt("correlate", statement)
    }
    return true
  }

  private func place(_ statement: Statement) -> Place { Place(statement.source, statement.span) }

  private func notBuilt(_ feature: String, _ statement: Statement) -> Diagnostic {
    Diagnostic(EngineProblem.notBuilt(feature: feature), at: place(statement))
  }

  // MARK: values

  private func show(_ expression: Expression, _ statement: Statement) throws(Diagnostic) {
    let formula = try build(expression, statement.source)
    var shown = try value(of: formula)
    if !shown.axes.isEmpty { shown.title = title(expression, statement.source) }
    noteGrid(shown.axes, place(statement))
    noteNearlyEqual(expression, shown, statement)
    answer = Place(statement.source, statement.span)
    emit(.value(name: nil, shown))
  }

  /// A formula of a statement, not of a definition.
  func build(_ expression: Expression, _ source: SourceText, in world: World? = nil)
    throws(Diagnostic) -> Formula
  {
    let context = BuildContext(
      session: self, world: world ?? self.world, owner: nil, mayWait: false)
    let scope = Scope(parent: nil, source: source, path: "")
    return try FormulaBuilder(context).formula(expression, scope)
  }

  func answer(_ node: Node) throws(Diagnostic) {
    try check(node)
    switch node.state {
    case .waiting:
      let names = missing(node).map(\.text)
      emit(.waiting(name: node.name.text, for: names))
      for name in names.prefix(3) where world.count < 1000 {
        let nearest = nearestNames(to: name).filter { $0 != node.name.text }
        if !nearest.isEmpty { note(.noteNearest(name, nearest: nearest), at: node.place) }
      }
    default:
      let shown = try value(of: node)
      noteGrid(shown.axes, node.place)
      emit(.value(name: node.name.text, shown))
    }
  }

  /// The first time that two named axes meet in something shown, tj says how to write pairs.
  private func noteGrid(_ axes: [Axis], _ place: Place) {
    let named = axes.filter { $0.name != nil }
    guard named.count > 1, let a = named[0].name, let b = named[1].name else { return }
    noteOnce(
      "grid",
      .noteGrid(first: a.text, second: b.text, rows: named[0].count, columns: named[1].count),
      at: place)
  }

  /// A false `==` of two numbers that differ in their last bits only.
  func noteNearlyEqual(_ expression: Expression, _ shown: Value, _ statement: Statement) {
    guard case .comparison(let comparison) = expression, comparison.rest.count == 1,
      comparison.rest[0].op == .equal, case .truths(let truths) = shown.cells,
      truths.contains(.no),
      let a = try? evaluator.column(build(comparison.first, statement.source)),
      let b = try? evaluator.column(build(comparison.rest[0].operand, statement.source)),
      let axes = try? evaluator.union([a.axes, b.axes], place(statement))
    else { return }
    let pairs = zip(a.spread(over: axes).cells, b.spread(over: axes).cells)
    if pairs.contains(where: { $0 != $1 && isSame($0, $1) }) {
      note(
        .noteUseAlmostEqual(
          left: statement.source.text(of: comparison.first),
          right: statement.source.text(of: comparison.rest[0].operand)),
        at: Place(statement.source, comparison.rest[0].span))
    }
  }

  /// `ans` in a statement is replaced by the expression that it stands for.
  func withAnswer(_ statement: Statement) throws(Diagnostic) -> Statement {
    // a line of a script that does not hold the word needs no closer look
    let isScript = mode == .script || mode == .command
    if isScript, !statement.source.holdsAnswer(statement.span) { return statement }
    var spans: [Span] = []
    switch statement.kind {
    case .expression(let expression), .assert(let expression):
      spans = ReferenceCollector.spans(of: "ans", in: [expression])
    case .definition(let definition):
      spans = ReferenceCollector.spans(
        of: "ans", in: [definition.value] + definition.locals.map(\.value))
    case .function(let definition):
      spans = ReferenceCollector.spans(of: "ans", in: [definition.body])
    case .table(let expressions), .print(let expressions):
      spans = ReferenceCollector.spans(of: "ans", in: expressions)
    default: break
    }
    guard let first = spans.first else { return statement }
    guard let answer else {
      throw Diagnostic(EngineProblem.noAnswerYet, at: Place(statement.source, first))
    }
    var bytes = Array(statement.source.bytes[Int(statement.span.start)..<Int(statement.span.end)])
    let base = Int(statement.span.start)
    for span in spans.sorted(by: { $0.start > $1.start }) {
      bytes.replaceSubrange(
        (Int(span.start) - base)..<(Int(span.end) - base), with: Array("(\(answer.text)) ".utf8))
    }
    let source = SourceText(
      name: statement.source.name, bytes: bytes,
      firstLine: statement.source.position(of: base).line)
    var parser = Parser(source, units: units)
    switch parser.next() {
    case .statement(let replaced): return replaced.documented(like: statement)
    case .failure(let diagnostics):
      throw diagnostics.first
        ?? Diagnostic(EngineProblem.noAnswerYet, at: Place(statement.source, first))
    case .end: return statement
    }
  }

  // MARK: tables and print

  static let formats: Set<String> = ["text", "markdown", "md", "csv", "json"]

  private func table(_ columns: [Expression], _ statement: Statement) throws(Diagnostic) {
    if let format = statement.format, !Self.formats.contains(format.text) {
      throw Diagnostic(EngineProblem.unknownFormat(format.text), at: place(statement))
    }
    let world = try statementWorld(statement, columns)
    var shown: [Table.Column] = []
    var axes: [[Axis]] = []
    for expression in columns {
      let value = try value(of: build(expression, statement.source, in: world))
      shown.append(Table.Column(title: title(expression, statement.source), value: value))
      axes.append(value.axes)
    }
    let union = try evaluator.union(axes, place(statement))
    noteGrid(union, place(statement))
    emit(.table(Table(columns: shown, axes: union, format: statement.format?.text)))
  }

  /// The head of a column: the expression as written, the unit asked for left out.
  private func title(_ expression: Expression, _ source: SourceText) -> String {
    if case .convert(let base, _, _) = expression { return title(base, source) }
    return source.text(of: expression)
  }

  /// The world that a statement's last words (`under …`, `with …`) make.
  func statementWorld(_ statement: Statement, _ expressions: [Expression]) throws(Diagnostic)
    -> World
  {
    guard let whatIf = statement.whatIf else { return world }
    let scope = Scope(parent: nil, source: statement.source, path: "with")
    return try world(above: world, whatIf, scope, restingOn: expressions, Numbering())
  }

  private func printOut(_ pieces: [Expression], _ statement: Statement) throws(Diagnostic) {
    let world = try statementWorld(statement, pieces)
    var columns: [Column<String>] = []
    for expression in pieces {
      let value = try value(of: build(expression, statement.source, in: world))
      columns.append(Column(axes: value.axes, cells: cellTexts(value)))
    }
    let axes = try evaluator.union(columns.map(\.axes), place(statement))
    let spread = columns.map { $0.spread(over: axes).cells }
    let total = axes.reduce(1) { $0 * $1.count }
    for i in 0..<total {
      emit(.text(spread.map { $0[i] }.joined(separator: " ")))
    }
  }

  // MARK: units

  func declare(_ declaration: UnitDeclaration, _ statement: Statement) throws(Diagnostic) {
    let place = Place(statement.source, declaration.nameSpan)
    var value: (factor: Double, dimension: Dimension)?
    if let expression = declaration.value {
      let formula = try build(expression, statement.source, in: World())
      guard case .constant(let factor, _) = formula.code, factor.isFinite, factor > 0,
        formula.type.kind == .number, !formula.type.isReading
      else {
        throw Diagnostic(
          EngineProblem.unitNotConstant(statement.source.text(of: expression)),
          at: Place(statement.source, expression.span))
      }
      value = (factor, formula.type.dimension)
    }
    let before = log.isKept ? units.ownUnits : .none
    do {
      try units.define(
        declaration.name, value: value, aliases: declaration.aliases,
        prefixes: declaration.prefixes)
    } catch {
      throw Diagnostic(error, at: place)
    }
    if log.isKept { log.record(.units(old: before, new: units.ownUnits)) }
    record(.unit(declaration.name), statement)
    // a unit may be declared anew: whatever was read with it is read again
    generation += 1
    world.forgetAll()
    catalogUnits = [:]
    for name in [declaration.name] + declaration.aliases where world.node(name) != nil {
      hasUnitNames = true
    }
  }
}

extension SourceText {
  /// Whether the word `ans` may stand in a stretch of the text.
  fileprivate func holdsAnswer(_ span: Span) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var at = Int(span.start)
      let end = min(Int(span.end), bytes.count) - 2
      while at < end {
        if bytes[at] == UInt8(ascii: "a"), bytes[at + 1] == UInt8(ascii: "n"),
          bytes[at + 2] == UInt8(ascii: "s")
        {
          return true
        }
        at += 1
      }
      return false
    }
  }
}
