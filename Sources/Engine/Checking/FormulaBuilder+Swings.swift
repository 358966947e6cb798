import Syntax
import Units

/// What `sensitivity jt by 10%` makes of an input: a bracket around it, as `x ± 10%` would be.
struct Swing {
  /// 0.1
  var share: Double
  var source: Int32
}

extension FormulaBuilder {
  /// The bracket from `center` less to `center` more by a share of its size.
  static func bracket(
    around center: Formula, _ swing: Swing, record: String? = nil, _ context: BuildContext
  ) -> BracketInput {
    func side(_ operation: Instruction.Operation) -> Formula {
      let builder = FormulaBuilder(context)
      let c = builder.end(center)
      let size = builder.emit(.absolute, c, type: center.type)
      let width = builder.emit(.multiply, size, .constant(swing.share), type: center.type)
      builder.adopt(center)
      return builder.finished(
        builder.emit(operation, c, width, type: center.type), place: center.place)
    }
    return BracketInput(
      source: swing.source, low: side(.subtract), best: center, high: side(.add),
      place: center.place, record: record)
  }

  /// A list of which all values move together: times 1 ± the share.
  static func product(
    of center: Formula, _ swing: Swing, _ context: BuildContext
  ) -> Formula {
    func plain(_ value: Double) -> Formula {
      Formula(
        type: .plain, code: .constant(value, record: nil), place: center.place, nodes: [],
        hasSources: false)
    }
    let factor = BracketInput(
      source: swing.source, low: plain(1 - swing.share), best: plain(1),
      high: plain(1 + swing.share), place: center.place)
    let builder = FormulaBuilder(context)
    builder.hasSources = true
    builder.adopt(center)
    let product = builder.emit(
      .multiply, builder.end(center), builder.operand(.bracket(factor), .plain), type: center.type)
    return builder.finished(product, place: center.place)
  }

  private func end(_ formula: Formula) -> Operand {
    if case .constant(let value, _) = formula.code { return .constant(value, formula.type) }
    return operand(.formula(formula), formula.type)
  }

  /// A definition as it is, around which an override swings: with brackets its best guess.
  static func center(of node: Node, _ formula: Formula) -> Formula {
    var type = formula.type
    type.isZero = false
    if case .constant(let value, _) = formula.code {
      return Formula(
        type: type, code: .constant(value, record: nil), place: formula.place, nodes: [],
        hasSources: false)
    }
    let whole = Formula(
      type: type, code: .input(.node(node)), place: formula.place, nodes: [node],
      hasSources: formula.hasSources, hasSamples: formula.hasSamples)
    guard formula.hasSources else { return whole }
    return Formula(
      type: type, code: .input(.end(.center, whole)), place: formula.place, nodes: [node],
      hasSources: false, hasSamples: formula.hasSamples)
  }
}

extension Formula {
  /// The row of the catalog that it is the plain value of, where that is certain.
  var record: String? {
    var formula = self
    // only what has fields can be one, and chains of names may be long
    while formula.type.record != nil {
      switch formula.code {
      case .constant(_, let record): return record
      case .input(.bracket(let bracket)): return bracket.record
      case .input(.formula(let inner)): formula = inner
      case .input(.node(let node)):
        guard let next = node.formula else { return nil }
        formula = next
      default: return nil
      }
    }
    return nil
  }
}
