import Syntax
import Units

/// Running one statement.
extension Session {
  /// What happens while reading: units are declared, used files are brought in.
  /// - Returns: the statements to run in its place; nil where it runs itself.
  func read(_ statement: Statement) throws(Diagnostic) -> [Statement]? {
    switch statement.kind {
    case .unit(let declaration):
      try declare(declaration, statement)
      return []
    case .use(let path): return try use(path, statement)
    default: return nil
    }
  }

  /// - Returns: false for a failed `assert`.
  func run(_ statement: Statement, isLast: Bool) throws(Diagnostic) -> Bool {
    var statement = statement
    (stoppedAfter, stoppedNote) = (nil, nil)
    // what was found from a part of the samples is not kept as if it were from all
    defer { if stoppedAfter != nil { forgetSamples() } }
    if statement.mayHoldAnswer { statement = try withAnswer(statement) }
    if !settings.isEmpty { statement = setting(for: statement) }
    if mode == .resume, !statement.isKept { return true }
    if isEchoing, mode != .resume { echo(statement) }
    do {
      let isSound = try carryOut(statement, isLast: isLast)
      if !replacedBySettings.isEmpty { try checkSettings() }
      return isSound
    } catch {
      if showsPart(after: error) { carryOutPart(statement, isLast: isLast) }
      guard error.problem as? EngineProblem == .holeMet else {
        throw taught(error, in: place(statement))
      }
      try answerHole(at: error.place, statement)
      return true
    }
  }

  /// What Ctrl-C ends without an answer is answered from fewer samples, if these take no time worth
  /// naming; what they tell has its own error.
  private func carryOutPart(_ statement: Statement, isLast: Bool) {
    // what only shows may be shown twice; a part of the samples decides nothing
    switch statement.kind {
    case .expression, .table, .print, .compare, .explain, .why, .sensitivity, .inputs, .graph,
      .histogram:
      break
    default: return
    }
    guard sampling.count > Self.fewSamples else { return }
    let before = (sampling, isInterrupted)
    defer {
      (sampling, isInterrupted) = before
      stoppedNote = nil
    }
    let end = clock() + Self.secondsForPart
    isInterrupted = { [unowned self] in clock() > end }
    stoppedAfter = nil
    sampling.setCount(Self.fewSamples)
    stoppedNote = .note(
      EngineProblem.noteStopped(after: sampling.count, of: before.0.count), at: place(statement))
    _ = try? carryOut(statement, isLast: isLast)
  }

  private static let fewSamples = 1 << 16
  private static let secondsForPart = 2.0

  private func carryOut(_ statement: Statement, isLast: Bool) throws(Diagnostic) -> Bool {
    switch statement.kind {
    case .definition(let definition): try define(definition, statement, isLast: isLast)
    case .function(let definition):
      try define(definition, statement)
    case .expression(let expression):
      if mode == .resume {
        answer = place(statement)
      } else {
        let formula = try build(expression, statement.source)
        if let rows = try rows(formula) {
          answer = place(statement)
          return show(rows)
        }
        emit(.value(name: nil, try answer(formula, expression, statement)))
        noteOptimum(formula, place(statement))
      }
    case .table(let columns): try table(columns, statement)
    case .print(let pieces): try printOut(pieces, statement)
    case .assert(let expression): return try check(assertion: expression, statement)
    case .setting(let name, let rest): emit(.setting(name, rest, place(statement)))
    case .help(let text): emit(.help(text, place(statement)))
    // these are done with while the script is read
    case .unit, .use: break
    case .scenario(let definition): try define(definition, statement)
    case .compare(let columns): try compare(columns, statement)
    case .explain(let expression, let depth): try explain(expression, depth, statement)
    case .why(let expression, let isFactor):
      try why(expression, isFactor: isFactor, statement)
    case .sensitivity(let expression, let by): try showSensitivity(expression, by: by, statement)
    case .inputs(let expression): try showInputs(expression, statement)
    case .graph(let expression): try showGraph(expression, statement)
    case .histogram(let expression): try showHistogram(expression, statement)
    case .ask(let question): try ask(question, statement)
    case .correlate(let arguments): try correlate(arguments, statement)
    }
    return true
  }

  private func place(_ statement: Statement) -> Place { Place(statement.source, statement.span) }

  // MARK: values

  /// The value of a bare expression, which is `ans` from now on.
  private func answer(
    _ formula: Formula, _ expression: Expression, _ statement: Statement
  ) throws(Diagnostic) -> Value {
    var shown = withShape(try value(of: formula), of: formula)
    if !shown.axes.isEmpty { shown.title = title(expression, statement.source) }
    noteGrid(shown.axes, place(statement))
    noteNearlyEqual(expression, shown, statement)
    answer = Place(statement.source, statement.span)
    return shown
  }

  /// A formula of a statement, not of a definition.
  func build(_ expression: Expression, _ source: SourceText, in world: World? = nil)
    throws(Diagnostic) -> Formula
  {
    let builder = statementBuilder(in: world ?? self.world)
    let formula = try unstopped(Place(source, expression.span)) { () throws(Diagnostic) in
      try builder.formula(expression, scope(of: source))
    }
    if builder.isAsNew { spareBuilder = builder }
    return formula
  }

  /// A builder for a statement: the last one where nothing was left in it, as by all that comes to a
  /// constant.
  private func statementBuilder(in world: World) -> FormulaBuilder {
    if let spare = spareBuilder {
      spareBuilder = nil
      if spare.context.world === world {
        spare.context.size = 0
        return spare
      }
    }
    return FormulaBuilder(
      BuildContext(session: self, world: world, owner: nil, mayWait: false))
  }

  /// The scope of the statements of a source: it holds no names, so they share it.
  private func scope(of source: SourceText) -> Scope {
    if let known = statementScope, known.source === source { return known }
    let scope = Scope(parent: nil, source: source, path: "")
    statementScope = scope
    return scope
  }

  func answer(_ node: Node) throws(Diagnostic) {
    try check(node)
    switch node.state {
    case .waiting:
      let missing = missing(node)
      emit(.waiting(name: node.name.text, for: missing.map(\.text)))
      for reference in missing.prefix(3) where world.count < 1000 {
        let name = reference.name.text
        if reference.isValue, let call = callText(reference.name) {
          note(.noteFunctionMeant(name, call: call), at: node.place)
          continue
        }
        let near =
          reference.kind == .scenario
          ? nearest(to: name, in: world.scenarioNames.map(\.text), limit: 3)
          : nearestNames(to: name).filter { $0 != node.name.text }
        if !near.isEmpty { note(.noteNearest(reference.text, nearest: near), at: node.place) }
      }
    default:
      if let text = try tableInWords(node) { return emit(.text("\(node.name) = \(text)")) }
      var shown = try value(of: node)
      if let formula = node.formula { shown = withShape(shown, of: formula) }
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
    var spans: [Span] = []
    switch statement.kind {
    case .expression(let expression), .assert(let expression), .inputs(let expression),
      .graph(let expression), .sensitivity(let expression, _), .explain(let expression, _),
      .histogram(let expression):
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
        (Int(span.start) - base)..<(Int(span.end) - base), with: Array("(\(answer.text))".utf8))
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
    try checkFormat(statement)
    let world = try statementWorld(statement, columns)
    var shown: [Table.Column] = []
    var axes: [[Axis]] = []
    var formulas: [Formula] = []
    for expression in columns {
      formulas.append(try build(expression, statement.source, in: world))
    }
    try evaluator.sampled(formulas) { () throws(Diagnostic) in
      for (expression, formula) in zip(columns, formulas) {
        let value = try value(of: formula, keepsUnknown: formula.isTableColumn)
        shown.append(Table.Column(title: title(expression, statement.source), value: value))
        axes.append(value.axes)
      }
    }
    let union = try evaluator.union(axes, place(statement))
    noteGrid(union, place(statement))
    emit(.table(Table(columns: shown, axes: union, format: statement.format?.text)))
  }

  /// The head of a column: the expression as written, the unit asked for left out.
  func title(_ expression: Expression, _ source: SourceText) -> String {
    switch expression {
    case .convert(let base, _, _): return title(base, source)
    case .whatIf(let base, let whatIf):
      // lists stand beside the values as labels
      let overrides = whatIf.overrides.filter { change in
        if case .list = change.value { return false }
        if case .united(.list, _) = change.value { return false }
        return true
      }
      if overrides.count == whatIf.overrides.count { break }
      var title = title(base, source)
      if !whatIf.scenarios.isEmpty {
        title += " under " + whatIf.scenarios.map(\.name.text).joined(separator: ", ")
      }
      if !overrides.isEmpty {
        title +=
          " with "
          + overrides.map {
            "\($0.name.text) = \(source.text(of: $0.value))"
          }.joined(separator: ", ")
      }
      return title
    default: break
    }
    return Self.headed(source.text(of: expression))
  }

  /// Text as the head of values: in one line, without comments, and not all of a long list.
  private static func headed(_ text: String) -> String {
    var line = text
    if line.utf8.contains(where: { $0 == 10 || $0 == 13 }) {
      let lines = line.split(whereSeparator: \.isNewline).map { part in
        part.contains("\"") ? part : part.prefix { $0 != "#" }
      }
      line = lines.joined(separator: " ").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
    return line.utf8.count > 160 ? line.prefix(120) + "…" : line
  }

  /// The world that a statement's last words (`under …`, `with …`) make.
  func statementWorld(
    _ statement: Statement, _ expressions: [Expression], above below: World? = nil
  ) throws(Diagnostic) -> World {
    let below = below ?? world
    guard let whatIf = statement.whatIf else { return below }
    let scope = Scope(parent: nil, source: statement.source, path: "with")
    return try world(above: below, whatIf, scope, restingOn: expressions, Numbering())
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
    let value = try value(of: declaration, statement)
    let before = units.ownUnits
    let declared = units.declared(declaration.name, value: value)
    try refuseOtherMeaning(declaration.name, declared, statement, place)
    // a unit made anew, or a currency that is given a rate
    let isAnew = declared != .again && units.isUnit(declaration.name)
    let resting = isAnew ? declarations(restingOn: declaration.name) : []
    let named = isAnew ? unitsNamed(by: statement) : []
    let isCircle = resting.contains { other in
      if case .unit(let its) = other.kind { named.contains(its.name) } else { false }
    }
    if isCircle || named.contains(declaration.name) {
      throw Diagnostic(UnitProblem.definedByItself(name: declaration.name.text), at: place)
    }
    var comparison = ChangeComparison(self)
    var isTold = false
    if mode == .prompt, case .otherwise = declared {
      isTold = true
      comparison.note(restingOn: world.names.map { .value($0) }, rootsToo: true, in: self)
    }
    try make(declaration, value, statement)
    do throws(Diagnostic) {
      for other in resting {
        guard case .unit(let its) = other.kind else { continue }
        try make(its, try self.value(of: its, other), other)
      }
    } catch {
      units.restore(before)
      throw error
    }
    if log.isKept { log.record(.units(old: before, new: units.ownUnits)) }
    record(.unit(declaration.name), statement)
    unitsRead.insert(declaration.name)
    // a unit may be declared anew: whatever was read with it is read again
    generation += 1
    world.forgetAll()
    catalogUnits = [:]
    for name in [declaration.name] + declaration.aliases where world.node(name) != nil {
      hasUnitNames = true
    }
    if isTold { tell(comparison) }
  }

  /// What one of a unit is; nil for a new base unit.
  private func value(of declaration: UnitDeclaration, _ statement: Statement) throws(Diagnostic)
    -> (factor: Double, dimension: Dimension)?
  {
    guard let expression = declaration.value else { return nil }
    // (a name that has a value here is known, and not fixed)
    let isFixed = ReferenceCollector.references(of: expression).allSatisfy {
      !$0.isValue || world.node($0.name) == nil
    }
    let formula = try build(expression, statement.source, in: isFixed ? World() : world)
    guard case .constant(let factor, _) = formula.code, factor.isFinite,
      isFixed, formula.type.kind == .number, !formula.type.isReading
    else {
      throw Diagnostic(
        EngineProblem.unitNotConstant(statement.source.text(of: expression)),
        at: Place(statement.source, expression.span))
    }
    return (factor, formula.type.dimension)
  }

  private func make(
    _ declaration: UnitDeclaration, _ value: (factor: Double, dimension: Dimension)?,
    _ statement: Statement
  ) throws(Diagnostic) {
    do {
      try units.define(
        declaration.name, value: value, aliases: declaration.aliases,
        prefixes: declaration.prefixes,
        documentation: statement.documentation + statement.provenance.map { "source: \($0)" })
    } catch {
      throw Diagnostic(error, at: Place(statement.source, declaration.nameSpan))
    }
  }

  /// A unit has one meaning throughout a script, and what is used changes none. At the prompt it may be
  /// made anew, as a definition may.
  private func refuseOtherMeaning(
    _ name: Name, _ declared: UnitTable.Declared, _ statement: Statement, _ place: Place
  ) throws(Diagnostic) {
    guard case .otherwise(let known) = declared else { return }
    if let use = files.places.last {
      throw Diagnostic(
        EngineProblem.alreadyDefined(name.text, by: statement.source.name), at: use)
    }
    if mode != .prompt, mode != .replay, mode != .resume, unitsRead.contains(name) {
      throw Diagnostic(UnitProblem.nameTaken(name: name.text, definition: known), at: place)
    }
  }
}
