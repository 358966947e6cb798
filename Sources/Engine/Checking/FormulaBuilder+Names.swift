import EnergyCore
import Syntax
import Units

/// Names: local ones, definitions, constants, the catalog; and the fields of records.
extension FormulaBuilder {
  func name(_ name: Name, _ span: Span, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, span)
    if let operand = try lookUp(name, place, scope) { return operand }
    if context.mayWait {
      context.waiting.append(name)
      throw Diagnostic(EngineProblem.undefined(name.text, missing: [name.text]), at: place)
    }
    throw unknown(name, place, scope)
  }

  /// The value of a name, or nil where nobody has defined it.
  func lookUp(_ name: Name, _ place: Place, _ scope: Scope) throws(Diagnostic) -> Operand? {
    if let binding = scope.binding(name) {
      return try operand(of: binding) { () throws(Diagnostic) -> Operand in
        try local(binding, name, place)
      }
    }
    let world = name == context.ownName ? context.outer ?? context.world : context.world
    if let node = world.node(name) { return try value(of: node, place) }
    if let constant = Library.constants[name] {
      return .constant(constant, name == "pi" ? .plain : .truth)
    }
    if let entry = Catalog.entry(name.text) { return record(entry, place) }
    return nil
  }

  private func local(_ binding: Binding, _ name: Name, _ place: Place) throws(Diagnostic) -> Operand
  {
    if binding.isBeingBuilt {
      throw Diagnostic(EngineProblem.cycle([name.text, name.text]), at: place)
    }
    binding.isBeingBuilt = true
    let calling = context.calling
    context.calling = binding.calling
    defer {
      binding.isBeingBuilt = false
      context.calling = calling
    }
    let operand: Operand
    if let argument = try argument(binding) {
      operand = argument
    } else {
      operand = try build(binding.expression, binding.scope)
    }
    if let required = binding.required {
      let fits =
        operand.type.kind == .number
        && (session.fits(operand.type.dimension, annotation: required.dimension)
          || operand.type.isZero)
      if !fits {
        let sides = session.stated(
          required.dimension, required.place.text,
          and: side(binding.expression, operand, binding.scope))
        var diagnostic = fail(
          .parameterMismatch(
            function: required.function.text, parameter: required.parameter.text,
            wanted: sides.wanted, found: sides.found),
          binding.expression, binding.scope)
        diagnostic.labels = [Diagnostic.Label(required.place, sides.wanted.dimension)]
        throw diagnostic
      }
    }
    return operand
  }

  /// An argument that was written in another world than the one in which the function asks for it.
  private func argument(_ binding: Binding) throws(Diagnostic) -> Operand? {
    guard let written = binding.context, written.world !== context.world else { return nil }
    let calling = written.calling
    written.calling = binding.calling
    defer { written.calling = calling }
    let formula = try FormulaBuilder(written).formula(binding.expression, binding.scope)
    adopt(formula)
    switch formula.code {
    case .constant(let value, let record):
      return Operand(.constant(value), formula.type, record: record)
    case .text(let text): return Operand(.text(text), .text)
    default: return operand(.formula(formula), formula.type)
    }
  }

  private func value(of node: Node, _ place: Place) throws(Diagnostic) -> Operand {
    try session.check(node)
    switch node.state {
    case .checked(let formula):
      if formula.type.kind == .text {
        load(node)
        return Operand(.text(.node(node)), .text)
      }
      var type = formula.type
      type.isZero = false
      if case .constant(let value, let record) = formula.code {
        load(node)
        return Operand(.constant(value), type, record: record)
      }
      var loaded = load(node, type: type)
      loaded.record = formula.record
      return loaded
    case .waiting: throw waiting(for: node, place)
    case .failed(let diagnostic):
      throw diagnostic
    case .unchecked:
      throw Diagnostic(EngineProblem.cycle([node.name.text, node.name.text]), at: place)
    }
  }

  /// The error of resting on a definition that itself waits for names.
  func waiting(for node: Node, _ place: Place) -> Diagnostic {
    var missing: [String] = []
    if context.mayWait {
      context.waiting.append(node.name)
    } else {
      missing = session.missing(node).map(\.text)
    }
    return Diagnostic(EngineProblem.undefined(node.name.text, missing: missing), at: place)
  }

  func unknown(_ name: Name, _ place: Place, _ scope: Scope) -> Diagnostic {
    let isUnit = units.isUnit(name)
    if !isUnit, let call = session.callText(name) {
      return Diagnostic(EngineProblem.functionAsValue(name.text, call: call), at: place)
    }
    return Diagnostic(
      EngineProblem.unknownName(
        name.text, nearest: session.nearestNames(to: name.text),
        unitReading: isUnit ? "1 \(name.text)" : nil),
      at: place)
  }

  // MARK: dotted names

  /// `grid.FRA` and `const.c` are looked up whole; else the first word is a value with fields.
  func dotted(_ names: [Name], _ span: Span, _ scope: Scope) throws(Diagnostic) -> Operand {
    let place = Place(scope.source, span)
    guard let first = names.first else { return .constant(.nan) }
    if scope.binding(first) == nil, context.world.node(first) == nil {
      if first == "measured", names.count > 1, let rows = measured(names[1].text) {
        var operand = rows
        for name in names.dropFirst(2) {
          operand = try field(name, of: operand, text: "measured.\(names[1].text)", place)
        }
        return operand
      }
      // no name of the catalog has more parts
      for length in stride(from: min(names.count, 4), through: 2, by: -1) {
        let whole = names.prefix(length).map(\.text).joined(separator: ".")
        if let found = try overridden(Name(whole), place) ?? plain(whole, place) {
          var operand = found
          for name in names.dropFirst(length) {
            operand = try field(name, of: operand, text: whole, place)
          }
          return operand
        }
      }
      if Catalog.entry(first.text) == nil {
        let whole = names.map(\.text).joined(separator: ".")
        if context.mayWait, !["const", "grid", "facility", "measured"].contains(first.text) {
          context.waiting.append(first)
        }
        throw Diagnostic(
          EngineProblem.unknownName(
            whole, nearest: session.nearestNames(to: whole), unitReading: nil),
          at: place)
      }
    }
    var operand = try name(first, span, scope)
    for name in names.dropFirst() {
      operand = try field(name, of: operand, text: first.text, place)
    }
    return operand
  }

  /// `grid.FRA` where it was given another meaning.
  private func overridden(_ name: Name, _ place: Place) throws(Diagnostic) -> Operand? {
    let world = name == context.ownName ? context.outer ?? context.world : context.world
    guard let node = world.node(name) else { return nil }
    return try value(of: node, place)
  }

  private func plain(_ whole: String, _ place: Place) -> Operand? {
    whole.hasPrefix("const.") ? constant(whole) : Catalog.entry(whole).map { record($0, place) }
  }

  private func constant(_ name: String) -> Operand? {
    guard let constant = Library.physical[name] else { return nil }
    guard let (_, expression) = Parser.quantity("1 \(constant.unit)", units: units),
      let unit = expression.flatMap({ try? units.resolve($0) })
    else { return .constant(constant.value) }
    // stated, not computed: it keeps the unit in which it is known
    var type = type(of: unit)
    type.isPinned = true
    return .constant(constant.value * units.factor(of: unit), type)
  }

  func field(of base: Expression, _ name: Name, _ span: Span, _ scope: Scope)
    throws(Diagnostic) -> Operand
  {
    let operand = try build(base, scope)
    return try field(
      name, of: operand, text: scope.source.text(of: base), Place(scope.source, span))
  }

  // MARK: records

  /// The plain value of a catalog row.
  func record(_ entry: Catalog.Entry, _ place: Place) -> Operand {
    figure(entry.plain, name: entry.plainField, entry: entry, place: place)
  }

  private func figure(
    _ figure: Catalog.Figure, name: String, entry: Catalog.Entry, place: Place
  ) -> Operand {
    let isPlain = name == entry.plainField
    let record = isPlain ? entry.id : nil
    func type(_ unit: String) -> (ValueType, Double) {
      let (unit, factor) = session.catalogUnit(unit)
      var type = self.type(of: unit)
      if isPlain { type.record = .catalog(entry.kind) }
      return (type, factor)
    }
    let swing = context.world.swing(of: isPlain ? entry.id : "\(entry.id).\(name)")
    func bracket(around value: Double, _ type: ValueType, _ swing: Swing) -> Operand {
      hasSources = true
      let center = Formula(
        type: type, code: .constant(value, record: nil), place: place, nodes: [],
        hasSources: false)
      let bracket = Self.bracket(around: center, swing, record: record, context)
      return operand(.bracket(bracket), type, record: record)
    }
    switch figure {
    case .number(let value, let unit):
      let (type, factor) = type(unit)
      if let swing { return bracket(around: value * factor, type, swing) }
      return Operand(.constant(value * factor), type, record: record)
    case .bracket(let low, let high, let unit):
      let (type, factor) = type(unit)
      if let swing { return bracket(around: (low / 2 + high / 2) * factor, type, swing) }
      hasSources = true
      func end(_ value: Double) -> Formula {
        Formula(
          type: type, code: .constant(value * factor, record: nil), place: place, nodes: [],
          hasSources: false)
      }
      let source = session.sourceID(isPlain ? entry.id : "\(entry.id).\(name)")
      return operand(
        .bracket(
          BracketInput(
            source: source, low: end(low), best: nil, high: end(high), place: place,
            record: record)),
        type, record: record)
    case .text(let text):
      return Operand(.text(.pieces([.text(text)])), .text)
    case .notKnown:
      let (type, _) = type(entry.kind.unit(ofField: name) ?? "")
      let others = session.alternatives(to: entry, field: name)
      let number = session.faults.number(
        .notKnown(
          what: name.replacing("_", with: " "), of: entry.id, source: entry.source, others: others),
        at: place)
      return Operand(.constant(number), type, record: record)
    }
  }

  /// `use scope` adds a field to every accelerator: `.board`, its board power as W·IT/gpu. The marks are
  /// counted as 1; of a rack or a superchip it is the share of one of its GPUs.
  private var scopedPower: Unit? {
    units.isUnit("IT") ? TableHead.unit("W*IT/gpu", units) : nil
  }

  private func field(_ name: Name, of operand: Operand, text: String, _ place: Place)
    throws(Diagnostic) -> Operand
  {
    guard let record = operand.type.record else {
      throw Diagnostic(
        EngineProblem.noFields(text, hidesRow: Catalog.entry(text) != nil), at: place)
    }
    if name == "board", record == .catalog(.accelerator), let unit = scopedPower {
      let gpus = try field("gpus", of: operand, text: text, place)
      return emit(.divide, operand, gpus, type: type(of: unit), place: place)
    }
    let known = session.fieldNames(of: record)
    guard known.contains(name.text) else {
      throw Diagnostic(
        EngineProblem.unknownField(name.text, of: text, fields: known), at: place)
    }
    let kind: Catalog.Kind
    switch record {
    case .catalog(let known): kind = known
    case .table(let number): return try column(name, of: operand, session.table(number), place)
    }
    if let record = operand.record, let entry = Catalog.entry(record) {
      switch name.text {
      case "source": return Operand(.text(.pieces([.text(entry.source)])), .text)
      case "confidence": return Operand(.text(.pieces([.text(entry.confidence)])), .text)
      case "note": return Operand(.text(.pieces([.text(entry.note)])), .text)
      case "title": return Operand(.text(.pieces([.text(entry.title)])), .text)
      default: break
      }
      guard let field = entry.fields.first(where: { $0.name == name.text }) else {
        return figure(.notKnown, name: name.text, entry: entry, place: place)
      }
      return figure(field.figure, name: name.text, entry: entry, place: place)
    }
    let formula = finished(operand, place: place)
    guard let unitText = kind.unit(ofField: name.text) else {
      return Operand(.text(.field(formula, name: name.text)), .text)
    }
    let (unit, _) = session.catalogUnit(unitText)
    let type = self.type(of: unit)
    if let moved = movedField(name.text, of: formula, place) { return self.operand(moved, type) }
    return self.operand(
      .field(formula, name: name.text, dimension: type.dimension, place: place), type)
  }
}
