/// Reads statements one after another from a source.
///
/// ```
/// var parser = Parser(source, units: table)
/// while true {
///   switch parser.next() {
///   case .statement(let statement): …
///   case .failure(let diagnostics): …   // the parser stands behind the faulty statement
///   case .end: return
///   }
/// }
/// ```
///
/// # How it reads
///
/// The parser is a recursive descent with one token in hand (`token`), and one method for each rule
/// of the language, tightest last:
///
/// | rule | method | file |
/// |---|---|---|
/// | statement, words of statements, documentation | `parseStatement` | `Parser+Statements` |
/// | `name = …`, `f(x) = …`, `unit`, `use`, `scenario` | `parseDefinition` | `Parser+Definitions` |
/// | `with`, `under`, `where`, `solve`, `minimize` | `parseWhole` | `Parser+WhatIf` |
/// | `if`, `or`, `and`, `not`, comparisons, `->`, `+ -`, `* /` | `parseExpression` | `Parser+Operators` |
/// | `..`, `±`, `as` | `parseRange` | `Parser+Ranges` |
/// | unary `-`, a number touching a name, `^` | `parseSigned` | `Parser+Operands` |
/// | call, index, field, group | `parseOperand` | `Parser+Operands` |
/// | lists | `parseList` | `Parser+Lists` |
/// | numbers, strings | `parseNumber`, `parseText` | `Parser+Literals`, `Parser+Texts` |
/// | units | `parseUnitAfterNumber`, `parseWholeUnit` | `Parser+Units` |
/// | what is said about errors, and where reading goes on | `unexpected` | `Parser+Faults` |
/// | slips with a mend of their own, notes | `numbersFault`, `noteProduct` | `Parser+Slips` |
/// | two values side by side | `missingOperator` | `Parser+Neighbours` |
/// | words of statements: misspelt, left out, elsewhere | `statementSlip` | `Parser+StatementSlips` |
/// | spellings of other places and languages | `plainNumber` | `Parser+Spellings` |
///
/// Three habits run through all of them:
///
/// - *at, eat, expect.* `at(kind)` looks, `eat(kind)` takes the token if it is there, `expect(kind)`
///   takes it or fails.
/// - *Blanks decide.* `3 kW*t` and `3 kW * t` are different lines, so a token knows whether a blank
///   stands before it. Newlines end statements except inside `( )` and `[ ]` (`openBrackets`) and
///   after an operator (`advancePastNewlines`).
/// - *A fault ends its statement.* `fault(…)` notes the diagnostic and throws an empty `Fault`;
///   `next()` then skips to the end of the statement and goes on there.
///
/// Whether a word is a unit is all that a reading asks from outside (`units`). Names are looked up
/// later, in the Engine; what it needs for its own errors (how a unit factor was joined, whether an
/// operator touched a unit) is kept in the tree.
///
/// Reading is linear in the text: looking ahead is bounded by a statement's head or a unit's
/// bracket, and nesting and the height of a tree are limited so that no stack can overflow, here
/// or in those that walk the tree.
public struct Parser {
  public enum Step {
    case statement(Statement)
    case failure([Diagnostic])
    case end
  }

  /// Brackets, `if`s, signs and powers inside each other.
  static let nestingLimit = 200
  /// Operators above one operand, brackets or not: the height of the tree.
  static let heightLimit = 1000
  static let textLimit = 256 << 20

  /// Notes about doubtful spellings in the statement that `next()` read last.
  public internal(set) var notes: [Diagnostic] = []

  let source: SourceText
  let units: any UnitNames
  let isPrompt: Bool

  var lexer: Lexer
  var token: Token
  /// Where the token before `token` ended.
  var previousEnd = 0
  var previousStart = 0
  var statementStart = 0
  /// `(` and `[` that are open: newlines inside them are blanks.
  var openBrackets = 0
  /// 1 inside the braces of a scenario.
  var openBraces = 0
  var nesting = 0
  /// The height of the tree that was parsed last.
  var height = 0
  /// Where the last literal unit ended: an operator that begins there touches it.
  var unitEnd = -1
  /// Where the last number literal ended, its unit included.
  var numberEnd = -1
  /// Where the last literal in `%` ended.
  var percentEnd = -1
  /// The last operand, for mends.
  var lastOperand = Span(0, 0)
  /// Where the last number began, for mends.
  var lastNumberStart: UInt32 = 0
  /// The last number literal that holds a literal power (`10^6`, `3.6×10⁶`).
  var lastPower = Span(0, 0)
  /// Names that end an expression in this statement: `format`, `depth`, `by`.
  var endsAtWords = false
  /// Whether `hint` ends an expression: in the answer of a question.
  var endsAtHint = false
  /// False inside an override or a branch of `if`, where `->` belongs to the whole.
  var takesConversion = true
  /// True at the beginning of an argument, where `over` belongs to the call.
  var overBelongsToCall = false
  /// What `fault` found.
  var found: Diagnostic?
  /// A mend is being looked for: a fault on the way needs no mend of its own.
  var isMending = false
  var stage = Stage.start

  enum Stage { case start, reading, ended }

  public init(_ source: SourceText, units: any UnitNames, isPrompt: Bool = false) {
    self.source = source
    self.units = units
    self.isPrompt = isPrompt
    lexer = Lexer(UnsafeBufferPointer(start: nil, count: 0))
    token = Token(kind: .end, hasBlankBefore: false, start: 0, end: 0)
  }

  /// Reads the next statement.
  /// - Complexity: linear in the length of the statement.
  public mutating func next() -> Step {
    if !notes.isEmpty { notes = [] }
    guard stage != .ended else { return .end }
    return source.bytes.withUnsafeBufferPointer { text in
      lexer.text = text
      defer { lexer.text = UnsafeBufferPointer(start: nil, count: 0) }
      return read()
    }
  }

  private mutating func read() -> Step {
    if stage == .start {
      stage = .reading
      if let problem = checkText() {
        stage = .ended
        return .failure([problem])
      }
    }
    do {
      return try parseStatement()
    } catch {
      skipStatement()
      isMending = false
      let place = Place(source, token.span)
      return .failure([found ?? Diagnostic(SyntaxProblem.malformedNumber, at: place)])
    }
  }

  // MARK: at, eat, expect

  @inline(__always)
  func at(_ kind: Token.Kind) -> Bool { token.kind == kind }

  func at(_ word: Word) -> Bool { token.isWord(word) }

  /// Takes the token in hand.
  @inline(__always)
  mutating func advance() {
    previousStart = Int(token.start)
    previousEnd = Int(token.end)
    token = lexer.lex()
    if token.kind == .newline, openBrackets > 0 { skipNewlines() }
  }

  /// Takes an operator: what it needs may stand on the next line.
  mutating func advancePastNewlines() {
    advance()
    if token.kind == .newline { skipNewlines() }
  }

  private mutating func skipNewlines() {
    while token.kind == .newline { token = lexer.lex() }
    token.hasBlankBefore = true
  }

  mutating func eat(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func eat(_ word: Word) -> Bool {
    guard token.isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ expected: String) throws(Fault) {
    guard token.kind == kind else { throw unexpected(expected) }
    advance()
  }

  /// A name that is no reserved word.
  mutating func expectName(_ expected: String) throws(Fault) -> (name: Name, span: Span) {
    guard token.kind == .name else { throw unexpected(expected) }
    let result = (token.name, token.span)
    advance()
    return result
  }

  /// The token after the one in hand, newlines included.
  func peek() -> Token {
    var ahead = lexer
    return ahead.lex()
  }

  // MARK: looking ahead

  struct Position {
    var lexer: Int
    var token: Token
    var previousEnd: Int
    var openBrackets: Int
    var nesting: Int
    var notes: Int
  }

  var position: Position {
    Position(
      lexer: lexer.position, token: token, previousEnd: previousEnd, openBrackets: openBrackets,
      nesting: nesting, notes: notes.count)
  }

  mutating func goBack(to position: Position) {
    lexer.position = position.lexer
    token = position.token
    previousEnd = position.previousEnd
    openBrackets = position.openBrackets
    nesting = position.nesting
    if notes.count > position.notes { notes.removeLast(notes.count - position.notes) }
  }

  // MARK: small parts

  /// From a byte to the end of what was taken last.
  func span(from start: Int) -> Span { Span(start, max(previousEnd, start)) }

  func text(_ start: Int, _ end: Int) -> String { source.text(Span(start, end)) }
  func text(_ span: Span) -> String { source.text(span) }

  /// The token stands directly behind the one before it.
  var touches: Bool { !token.hasBlankBefore }

  mutating func note(_ problem: SyntaxProblem, _ span: Span) {
    notes.append(.note(problem, at: Place(source, span)))
  }

  /// Counts a level of nesting; every call is matched by `nesting -= 1`, or the statement is lost.
  @inline(__always)
  mutating func enter() throws(Fault) {
    nesting += 1
    if nesting > Self.nestingLimit {
      throw fault(.tooDeep(limit: Self.nestingLimit), token.span)
    }
  }

  /// The height of a tree put together from the last one and another.
  @inline(__always)
  mutating func grow(over other: Int) throws(Fault) {
    height = max(height, other) + 1
    if height > Self.heightLimit {
      throw fault(.tooManyOperators(limit: Self.heightLimit), span(from: Int(lastOperand.start)))
    }
  }
}
