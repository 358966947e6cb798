/// An expression as it was written, after the reading rules and before any name is looked up.
///
/// `node / 319.8 t/s` is `.binary(/, .name(node), .number(319.8, unit: t/s))`.
/// Parentheses leave no trace but in the shape of the tree.
public indirect enum Expression: Sendable {
  /// `319.8 t/s`, `16`, `70 billion param`, `10^6 t`, `$0.12/kWh`, `25 °C`, `million`
  case number(NumberLiteral)
  /// `"batch {b}: {jt:.2f}"`, `"""raw"""`
  case text(TextLiteral)
  /// `jt`, `pi`, `ans`, `true`
  case name(Name, Span)
  /// `grid.FRA`, `h100_sxm.memory`: looked up whole first, then as a field
  case dotted([Name], Span)
  /// `f(x).memory`, `(card).memory`
  case field(Expression, Name, Span)
  /// `?` where an operand is expected
  case hole(Span)
  /// `[53.9, 102.9] t/s over batch`
  case list(ListLiteral)
  /// `(3 + 4) kW`: a unit on a group; also on a range or list whose items take it
  case united(Expression, UnitExpression)
  case negate(Expression, Span)
  case not(Expression, Span)
  case binary(Binary)
  /// `a < b`, `a < b < c`
  case comparison(Comparison)
  /// `a ~= b within 1%`
  case approximately(Approximation)
  /// `1.5..3.0 kW`, `1.5..2.2..3.0 kW`; bare literal ends have taken the unit of the other
  case range(RangeLiteral)
  /// `319.8 t/s ± 10%`
  case tolerance(Tolerance)
  /// `1.5..3.0 kW as uniform`
  case promote(Expression, Name, Span)
  /// `jt -> kWh/Mt`
  case convert(Expression, UnitExpression, Span)
  /// `if c then a else b`
  case conditional(Conditional)
  /// `f(x, rate = 3)`, `sum(jt over batch)`
  case call(Call)
  /// `jt[batch = 8]`, `batch[jt < 1 J/t]`
  case index(Index)
  /// `jt with node = 2 kW`, `jt under worst`, both
  case whatIf(Expression, WhatIf)
  /// `solve jt == 0.4 J/t for tput from 1 t/s..1000 t/s`
  case solve(Solve)
  /// `minimize cost over batch`
  case optimize(Optimize)
}

/// A number with the unit that follows it.
public struct NumberLiteral: Sendable {
  /// The value before the unit, multiplier words and literal powers taken in:
  /// `70 billion param` is 7e10 and `param`.
  public var value: Double
  /// What one step of the last written digit is worth (in `unit`): 0.1 for `9.4`, 1 for `20`,
  /// 0.1e6 for `0.3 million`. For `within rounding`.
  public var lastDigit: Double
  public var unit: UnitExpression?
  public var span: Span
  /// The digits and the multiplier word only, without the unit.
  public var numberSpan: Span
  /// What multiplier words have made of the digits: 1e6 for `0.3 million`, else 1.
  public var multiplier: Double
  /// `10^6`, where it was written so; rare, and so kept elsewhere
  public var power: LiteralPower?

  public init(
    value: Double, lastDigit: Double, unit: UnitExpression?, span: Span, numberSpan: Span,
    multiplier: Double = 1, power: LiteralPower? = nil
  ) {
    self.value = value
    self.lastDigit = lastDigit
    self.unit = unit
    self.span = span
    self.numberSpan = numberSpan
    self.multiplier = multiplier
    self.power = power
  }
}

/// A power that belongs to its number: `2^10`, `3.6*10^6`.
public final class LiteralPower: Sendable {
  /// 3.6 in `3.6*10^6`
  public let coefficient: Double?
  public let base: Double
  public let exponent: Int

  init(coefficient: Double?, base: Double, exponent: Int) {
    self.coefficient = coefficient
    self.base = base
    self.exponent = exponent
  }
}

/// A unit as written: `kWh/million t`, `$/gpu h`, `W/(m² K)`, `°C`.
public struct UnitExpression: Sendable {
  public var factors: UnitFactors
  public var span: Span

  public init(factors: UnitFactors, span: Span) {
    self.factors = factors
    self.span = span
  }

  public init(factors: [UnitFactor], span: Span) {
    self.init(factors: UnitFactors(factors), span: span)
  }
}

/// One factor of a unit, its sign of exponent included: `/ s` is `s` to the power −1.
public struct UnitFactor: Sendable {
  public enum Kind: Sendable {
    /// a unit name with its prefix, as written: `kWh`, `t`, `%`, `$`
    case unit(Name)
    /// `million` in `kWh/million t`, `100` in `kWh/100 km`
    case number(Double)
  }
  /// How the factor is joined to what stands before it.
  public enum Joint: Sendable {
    /// first, directly after the number or the group
    case first
    /// by a blank: `kW h`
    case blank
    /// by a tight `*` or `·`: `kW*h`
    case times
    /// by a tight slash or `per`: `t/s`
    case slash
    /// first after a slash that stands directly after the number: `5/s`
    case slashFirst
  }
  public var kind: Kind
  public var exponent: Rational
  public var joint: Joint
  public var span: Span

  public init(kind: Kind, exponent: Rational, joint: Joint, span: Span) {
    self.kind = kind
    self.exponent = exponent
    self.joint = joint
    self.span = span
  }
}

/// A string: text and, between braces, expressions with an optional format.
public struct TextLiteral: Sendable {
  public enum Piece: Sendable {
    case text(String)
    /// `{expr:.2f}`: the format is what stands after the colon
    case value(Expression, format: String?)
  }
  public var pieces: [Piece]
  public var span: Span

  public init(pieces: [Piece], span: Span) {
    self.pieces = pieces
    self.span = span
  }
}

public struct ListLiteral: Sendable {
  public struct Item: Sendable {
    /// `8` in `[8: 319.8]`
    public var label: Expression?
    public var value: Expression
    public init(label: Expression?, value: Expression) {
      self.label = label
      self.value = value
    }
  }
  public var items: [Item]
  /// the unit after `]`, which every item takes
  public var unit: UnitExpression?
  /// the names after `over`
  public var over: [(name: Name, span: Span)]
  public var span: Span

  public init(
    items: [Item], unit: UnitExpression?, over: [(name: Name, span: Span)], span: Span
  ) {
    self.items = items
    self.unit = unit
    self.over = over
    self.span = span
  }
}

public enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  /// `4 h100_sxm`, `2 (3 + 4)`: multiplies, and the name must exist already
  case juxtapose = ""
  case and = "and"
  case or = "or"
}

public struct Binary: Sendable {
  public var op: BinaryOperator
  public var left: Expression
  public var right: Expression
  public var opSpan: Span
  /// The operator touches the unit of a literal on its left and a name on its right, and that name
  /// is no unit: `10 kW/node`. Resolving makes it an error that offers blanks.
  public var touchesUnit: Bool

  public init(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, opSpan: Span,
    touchesUnit: Bool = false
  ) {
    self.op = op
    self.left = left
    self.right = right
    self.opSpan = opSpan
    self.touchesUnit = touchesUnit
  }
}

public struct Comparison: Sendable {
  public enum Operator: String, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
  }
  public var first: Expression
  public var rest: [(op: Operator, operand: Expression, span: Span)]

  public init(first: Expression, rest: [(op: Operator, operand: Expression, span: Span)]) {
    self.first = first
    self.rest = rest
  }
}

public struct Approximation: Sendable {
  public enum Within: Sendable {
    /// `within 1%`, `within 0.05 J/t`
    case amount(Expression)
    /// `within rounding`
    case rounding
  }
  public var left: Expression
  public var right: Expression
  /// nil where nothing is said: 1e-9 relative
  public var within: Within?
  public var opSpan: Span
  /// from the left side to the last word
  public var span: Span

  public init(left: Expression, right: Expression, within: Within?, opSpan: Span, span: Span) {
    self.span = span
    self.left = left
    self.right = right
    self.within = within
    self.opSpan = opSpan
  }
}

public struct RangeLiteral: Sendable {
  public var low: Expression
  public var best: Expression?
  public var high: Expression
  public var span: Span

  public init(low: Expression, best: Expression?, high: Expression, span: Span) {
    self.low = low
    self.best = best
    self.high = high
    self.span = span
  }
}

public struct Tolerance: Sendable {
  public var center: Expression
  public var halfWidth: Expression
  /// `± 10%`: of the best guess
  public var isRelative: Bool
  public var span: Span

  public init(center: Expression, halfWidth: Expression, isRelative: Bool, span: Span) {
    self.center = center
    self.halfWidth = halfWidth
    self.isRelative = isRelative
    self.span = span
  }
}

public struct Conditional: Sendable {
  public var condition: Expression
  public var then: Expression
  public var otherwise: Expression
  public var span: Span

  public init(condition: Expression, then: Expression, otherwise: Expression, span: Span) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    self.span = span
  }
}

public struct Call: Sendable {
  public struct Argument: Sendable {
    public var name: Name?
    public var value: Expression
    public init(name: Name?, value: Expression) {
      self.name = name
      self.value = value
    }
  }
  public var name: Name
  public var nameSpan: Span
  public var arguments: [Argument]
  /// the axes of `sum(jt over batch)`
  public var over: [(name: Name, span: Span)]
  public var span: Span

  public init(
    name: Name, nameSpan: Span, arguments: [Argument], over: [(name: Name, span: Span)], span: Span
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.arguments = arguments
    self.over = over
    self.span = span
  }
}

public struct Index: Sendable {
  public enum Selector: Sendable {
    /// `batch = 8`
    case label(Name, Expression, Span)
    /// `jt < 1 J/t`
    case filter(Expression)
  }
  public var base: Expression
  public var selectors: [Selector]
  public var span: Span

  public init(base: Expression, selectors: [Selector], span: Span) {
    self.base = base
    self.selectors = selectors
    self.span = span
  }
}

/// `under worst with node = 2 kW, batch = 8`: what holds while an expression or statement is valued.
public struct WhatIf: Sendable {
  public struct Override: Sendable {
    public var name: Name
    public var span: Span
    public var value: Expression
    public init(name: Name, span: Span, value: Expression) {
      self.name = name
      self.span = span
      self.value = value
    }
  }
  /// scenario names after `under`, outermost first
  public var scenarios: [(name: Name, span: Span)]
  public var overrides: [Override]
  public var span: Span

  public init(scenarios: [(name: Name, span: Span)], overrides: [Override], span: Span) {
    self.scenarios = scenarios
    self.overrides = overrides
    self.span = span
  }
}

public struct Solve: Sendable {
  public var left: Expression
  public var right: Expression
  public var unknown: Name
  public var unknownSpan: Span
  /// `from lo..hi`
  public var from: Expression?
  public var span: Span

  public init(
    left: Expression, right: Expression, unknown: Name, unknownSpan: Span, from: Expression?,
    span: Span
  ) {
    self.left = left
    self.right = right
    self.unknown = unknown
    self.unknownSpan = unknownSpan
    self.from = from
    self.span = span
  }
}

public struct Optimize: Sendable {
  public var isMinimum: Bool
  public var goal: Expression
  public var over: Name
  public var overSpan: Span
  public var from: Expression?
  public var span: Span

  public init(
    isMinimum: Bool, goal: Expression, over: Name, overSpan: Span, from: Expression?, span: Span
  ) {
    self.isMinimum = isMinimum
    self.goal = goal
    self.over = over
    self.overSpan = overSpan
    self.from = from
    self.span = span
  }
}

extension Expression {
  /// The stretch of text that the expression was read from.
  public var span: Span {
    switch self {
    case .number(let n): n.span
    case .text(let t): t.span
    case .name(_, let span), .dotted(_, let span), .hole(let span): span
    case .field(let base, _, let span): base.span.joined(span)
    case .list(let list): list.span
    case .united(let base, let unit): base.span.joined(unit.span)
    case .negate(let operand, let span), .not(let operand, let span): span.joined(operand.span)
    case .binary(let b): b.left.span.joined(b.right.span)
    case .comparison(let c): c.first.span.joined(c.rest.last?.operand.span ?? c.first.span)
    case .approximately(let a): a.span
    case .range(let r): r.span
    case .tolerance(let t): t.span
    case .promote(let base, _, let span): base.span.joined(span)
    case .convert(let base, let unit, _): base.span.joined(unit.span)
    case .conditional(let c): c.span
    case .call(let c): c.span
    case .index(let i): i.span
    case .whatIf(let base, let whatIf): base.span.joined(whatIf.span)
    case .solve(let s): s.span
    case .optimize(let o): o.span
    }
  }
}
