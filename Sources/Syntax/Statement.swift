/// One statement, with the documentation above it and the source it was read from.
public final class Statement: Sendable {
  public enum Kind: Sendable {
    /// `jt: energy/token = node / tput where …`, `x := 3`
    indirect case definition(Definition)
    /// `f(p: power, rate = 3 t/s) = p / rate`
    indirect case function(FunctionDefinition)
    /// `unit lap = 400 m, also laps, prefixes k`
    indirect case unit(UnitDeclaration)
    /// `use "rig.tj"`, `use energy`
    indirect case use(UsePath)
    /// `scenario worst from base { node = 3 kW }`
    indirect case scenario(ScenarioDefinition)
    /// a bare expression; a leading operator at the prompt has been given `ans` to its left
    case expression(Expression)
    /// `print "…", x`
    case print([Expression])
    /// `table a, b, jt -> kWh/Mt format markdown`
    case table([Expression])
    /// `assert jt ~= 9.6 J/t within 1%`
    case assert(Expression)
    /// `compare jt, cost under base, worst`: the scenarios stand in `whatIf`
    case compare([Expression])
    case explain(Expression, depth: Depth?)
    case sensitivity(Expression, by: Expression?)
    case inputs(Expression)
    /// `histogram jt`, `histogram(jt)`
    case histogram(Expression)
    case graph(Expression)
    /// `why jt under worst`, `why jt by factor under worst`
    case why(Expression, byFactor: Bool)
    /// `ask "How much?" expect 3 kW within 2% hint "…"`
    indirect case ask(Question)
    /// `correlate(a, b, 0.5)`
    case correlate([Expression])
    /// `:digits 8`: the word without the colon, and what follows up to the newline, `;` or `#`
    case setting(Name, String)
    /// `?jt`, `?`: what stands after the question mark
    case help(String)
  }
  public enum Depth: Sendable {
    case steps(Int)
    case full
  }
  public let kind: Kind
  /// Whether the word `ans` stands somewhere in it.
  public let mayHoldAnswer: Bool
  public let source: SourceText
  public let span: Span

  /// What few statements have: a script is kept while it runs, so the others are small.
  private final class Trimmings: Sendable {
    let whatIf: WhatIf?
    let format: Name?
    let documentation: [String]
    let provenance: [String]

    init(whatIf: WhatIf?, format: Name?, documentation: [String], provenance: [String]) {
      self.whatIf = whatIf
      self.format = format
      self.documentation = documentation
      self.provenance = provenance
    }
  }
  private let trimmings: Trimmings?

  public init(
    kind: Kind, whatIf: WhatIf? = nil, format: Name? = nil, documentation: [String] = [],
    provenance: [String] = [], source: SourceText, span: Span, mayHoldAnswer: Bool = true
  ) {
    self.kind = kind
    self.source = source
    self.span = span
    self.mayHoldAnswer = mayHoldAnswer
    let isPlain = whatIf == nil && format == nil && documentation.isEmpty && provenance.isEmpty
    trimmings =
      isPlain
      ? nil
      : Trimmings(
        whatIf: whatIf, format: format, documentation: documentation, provenance: provenance)
  }

  /// `under …` and `with …` at the end of `table`, `compare`, `explain`, `print`, `assert` …;
  /// for a bare expression or a definition it is part of the expression instead.
  public var whatIf: WhatIf? { trimmings?.whatIf }
  /// `format markdown`, the last words of a statement that prints
  public var format: Name? { trimmings?.format }
  /// the `##` lines above, without the marks; `source:` lines apart
  public var documentation: [String] { trimmings?.documentation ?? [] }
  public var provenance: [String] { trimmings?.provenance ?? [] }

  /// The same statement under the documentation of another.
  public func documented(like other: Statement) -> Statement {
    Statement(
      kind: kind, whatIf: whatIf, format: format, documentation: other.documentation,
      provenance: other.provenance, source: source, span: span, mayHoldAnswer: mayHoldAnswer)
  }
}

/// `name: annotation = value where …` or, frozen, `name := value`.
public struct Definition: Sendable {
  public var name: Name
  public var nameSpan: Span
  public var annotation: UnitExpression?
  public var value: Expression
  public var locals: [LocalDefinition]
  /// `:=` keeps the value of now
  public var isFrozen: Bool

  public init(
    name: Name, nameSpan: Span, annotation: UnitExpression?, value: Expression,
    locals: [LocalDefinition], isFrozen: Bool
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.annotation = annotation
    self.value = value
    self.locals = locals
    self.isFrozen = isFrozen
  }
}

/// `a = …` after `where`, or inside a scenario.
public struct LocalDefinition: Sendable {
  public var name: Name
  public var nameSpan: Span
  public var value: Expression

  public init(name: Name, nameSpan: Span, value: Expression) {
    self.name = name
    self.nameSpan = nameSpan
    self.value = value
  }
}

public struct FunctionDefinition: Sendable {
  public struct Parameter: Sendable {
    public var name: Name
    public var span: Span
    /// `p: power`, `p: kWh/Mt`: dimension words and unit names, read as one unit expression
    public var annotation: UnitExpression?
    public var standard: Expression?

    public init(name: Name, span: Span, annotation: UnitExpression?, standard: Expression?) {
      self.name = name
      self.span = span
      self.annotation = annotation
      self.standard = standard
    }
  }
  public var name: Name
  public var nameSpan: Span
  public var parameters: [Parameter]
  public var body: Expression
  public var locals: [LocalDefinition]

  public init(
    name: Name, nameSpan: Span, parameters: [Parameter], body: Expression,
    locals: [LocalDefinition]
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.parameters = parameters
    self.body = body
    self.locals = locals
  }
}

public struct UnitDeclaration: Sendable {
  public var name: Name
  public var nameSpan: Span
  /// nil: a new base unit
  public var value: Expression?
  public var aliases: [Name]
  /// `k`, `M`, `Ki` …
  public var prefixes: [Name]

  public init(
    name: Name, nameSpan: Span, value: Expression?, aliases: [Name], prefixes: [Name]
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.value = value
    self.aliases = aliases
    self.prefixes = prefixes
  }
}

public struct UsePath: Sendable {
  /// `rig.tj` in `use "rig.tj"`; `energy` in `use energy`
  public var path: String
  public var isLibrary: Bool
  public var span: Span

  public init(path: String, isLibrary: Bool, span: Span) {
    self.path = path
    self.isLibrary = isLibrary
    self.span = span
  }
}

public struct ScenarioDefinition: Sendable {
  public var name: Name
  public var nameSpan: Span
  public var parent: Name?
  public var definitions: [LocalDefinition]

  public init(name: Name, nameSpan: Span, parent: Name?, definitions: [LocalDefinition]) {
    self.name = name
    self.nameSpan = nameSpan
    self.parent = parent
    self.definitions = definitions
  }
}
