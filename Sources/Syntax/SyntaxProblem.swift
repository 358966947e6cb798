/// Everything that reading alone can find wrong, or doubtful, in a text. The words stand in
/// `Report/Wording/SyntaxProblem+Words.swift`; a mend is exact text that may be pasted.
public enum SyntaxProblem: Problem, Equatable {
  // The text itself.
  case invalidUTF8
  case controlCharacter(code: UInt8)
  case textTooLong(limit: Int)
  case tooDeep(limit: Int)
  /// more operators in a row than the limit
  case tooManyOperators(limit: Int)
  /// `–`, `“`, `&`: a sign that means nothing here, and what is usually meant
  case unexpectedCharacter(String, instead: String?)

  // Numbers.
  case numberWithBlank(mend: String)
  case thousandsComma(mend: String)
  case mixedCommas(mend: String)
  case letterMultiplier(number: String, letter: String, mends: [String])
  case numberEndsInPoint(mend: String)
  case numberTooLarge
  case malformedNumber
  /// `0,32`
  case decimalComma(mend: String)
  /// `4'000`, `1.000.000`
  case groupedDigits(sign: String, mend: String)
  /// a pasted row: `1⇥53.9`
  case numbersSideBySide

  // Units.
  /// `5 min 30 s`
  case sumOfUnits(mend: String)
  /// `5 m^n`
  case powerOfUnit(mend: String)
  /// `normal(3, 0.2) kW`
  case unitAfterCall(unit: String, mend: String)
  case unitWithoutNumber(String)
  case unitExpected(found: String)
  /// `3 kW-h`
  case hyphenInUnit(product: String, difference: String)
  /// `5 kW.h`
  case dotInUnit(mend: String)
  /// `3 to 5 kW`
  case rangeWithTo(mend: String)
  /// `unit foo 5 kg`
  case unitWithoutEquals(mend: String)
  /// `-> kWh + 3`
  case conversionNotLast(unit: String)

  // Structure.
  case unclosedBracket(String)
  case unclosedString
  case unclosedBrace
  case unopenedBracket(String)
  case wrongBracket(found: String, open: String)
  case missingOperand(after: String, found: String)
  /// two operands side by side
  case missingOperator(mends: [String])
  /// `[1 2]`, `max(3 4)`
  case missingComma(isList: Bool, mends: [String])
  /// `sqrt 4`
  case callWithoutBrackets(function: String, mend: String)
  /// `7 mod 3`, `50% of x`: a word that other languages have as an operator
  case foreignOperator(String, mend: String)
  /// `let x = 3`
  case needlessWord(String, mend: String)
  /// `explain table jt`
  case statementInside(String, mend: String)
  /// `x = 3 kW, y = 4 kW`
  case commaBetweenStatements(mend: String)
  /// `tj> x = 3`
  case promptMark(mend: String)
  /// `0.9*x..1.1*x`
  case rangeBesideProduct(mends: [String])
  case reservedWord(String)
  case unexpected(found: String, expected: String)
  /// `assert a = b`
  /// - alone: `batch = 100` for `r.batch = 100`
  case singleEquals(mend: String?, alone: String? = nil)
  case cannotDefine(String)
  case withNeedsParentheses(word: String, mend: String)
  case whereWithoutDefinition
  case mixedLabels
  case notAFunction(String)
  case badEscape(String)
  /// two parameters, or two names behind `where`
  case namedTwice(String)
  case loneBrace

  // With, scenario, solve.
  /// `with node == 6 kW`
  case overrideSign(found: String, mend: String)
  /// `with a = 1 and b = 2`
  case overridesJoined(joint: String, mend: String)
  /// `explain jt depth full depth 1`
  case clauseTwice(String)
  /// `explain jt full`, `explain jt 2`
  case depthWithoutWord(String, mend: String)
  /// `explain jt, node`
  case oneExpression(String, mend: String)
  /// `ask How much? expect 3 W`, `expect 3 W`
  case questionForm(mend: String)
  /// `? jt`, `jt?`
  case helpMark(mend: String)
  /// `tj learn 3` at the prompt
  case shellCommand(String)
  /// `explian jt`
  case misspeltStatement(String, mend: String)
  /// `explain jt depth two`; empty where nothing stands behind `depth`
  case badDepth(String)
  /// `with (a = 1)`
  case overrideInBrackets(mend: String)
  /// `with a = 1,`
  case commaAfterOverride(mend: String)
  /// `with h100_sxm.memory = 3 GB`
  case overrideOfField(String, definition: String, name: String)
  /// `scenario high: pue = 1.5`
  case scenarioWithoutBraces(String, mend: String)
  /// `solve jt for tput`
  case solveWithoutTarget(mend: String)
  /// `solve jt == 1 J/t`
  case solveWithoutName(mend: String)
  /// `solve jt > 1 J/t for tput`
  case solveInequality(String, mend: String)
  /// `solve tput: jt == 1 J/t`
  case nameBeforeEquation(String, mend: String)
  /// `minimize cost`
  case optimizeWithoutName(mend: String)
  /// `sensitivity jt 10%`
  case shareWithoutBy(mend: String)

  // Notes.
  /// `1/2 m`
  case looksLikeFraction(reading: String, mend: String)
  /// `$/gpu h`
  case blankInDenominator(reading: String, other: String)
  /// `x / 3.6*10^6`
  case powerAfterSlash(reading: String)
  /// `x / 3.6 * 10^6`
  case productAfterSlash(reading: String, mend: String)
  /// `a + 10%`
  case percentOfSum(String, mend: String)
  /// `40% ± 5%`
  case percentOfPercent(points: String, relative: String)
  /// `[1..8]`
  case listOfOneRange(mend: String)

  public var id: String {
    switch self {
    case .invalidUTF8: "invalid-utf8"
    case .controlCharacter: "control-character"
    case .textTooLong: "text-too-long"
    case .tooDeep: "too-deep"
    case .tooManyOperators: "too-many-operators"
    case .unexpectedCharacter: "unexpected-character"
    case .numberWithBlank: "number-with-blank"
    case .thousandsComma: "thousands-comma"
    case .mixedCommas: "mixed-commas"
    case .letterMultiplier: "letter-multiplier"
    case .numberEndsInPoint: "number-ends-in-point"
    case .numberTooLarge: "number-too-large"
    case .malformedNumber: "malformed-number"
    case .decimalComma: "decimal-comma"
    case .groupedDigits: "grouped-digits"
    case .numbersSideBySide: "numbers-side-by-side"
    case .sumOfUnits: "sum-of-units"
    case .powerOfUnit: "power-of-unit"
    case .unitAfterCall: "unit-after-call"
    case .unitWithoutNumber: "unit-without-number"
    case .unitExpected: "unit-expected"
    case .hyphenInUnit: "hyphen-in-unit"
    case .dotInUnit: "dot-in-unit"
    case .rangeWithTo: "range-with-to"
    case .unitWithoutEquals: "unit-without-equals"
    case .conversionNotLast: "conversion-not-last"
    case .unclosedBracket: "unclosed-bracket"
    case .unclosedString: "unclosed-string"
    case .unclosedBrace: "unclosed-brace"
    case .unopenedBracket: "unopened-bracket"
    case .wrongBracket: "wrong-bracket"
    case .missingOperand: "missing-operand"
    case .missingOperator: "missing-operator"
    case .missingComma: "missing-comma"
    case .callWithoutBrackets: "call-without-brackets"
    case .foreignOperator: "foreign-operator"
    case .needlessWord: "needless-word"
    case .statementInside: "statement-inside"
    case .commaBetweenStatements: "comma-between-statements"
    case .promptMark: "prompt-mark"
    case .rangeBesideProduct: "range-beside-product"
    case .reservedWord: "reserved-word"
    case .unexpected: "unexpected-token"
    case .singleEquals: "single-equals"
    case .cannotDefine: "cannot-define"
    case .withNeedsParentheses: "with-needs-parentheses"
    case .whereWithoutDefinition: "where-without-definition"
    case .mixedLabels: "mixed-labels"
    case .notAFunction: "not-a-function"
    case .badEscape: "bad-escape"
    case .namedTwice: "named-twice"
    case .loneBrace: "lone-brace"
    case .overrideSign: "override-sign"
    case .overridesJoined: "overrides-joined"
    case .clauseTwice: "clause-twice"
    case .depthWithoutWord: "depth-without-word"
    case .oneExpression: "one-expression"
    case .questionForm: "question-form"
    case .helpMark: "help-mark"
    case .shellCommand: "shell-command"
    case .misspeltStatement: "misspelt-statement"
    case .badDepth: "bad-depth"
    case .overrideInBrackets: "override-in-brackets"
    case .commaAfterOverride: "comma-after-override"
    case .overrideOfField: "override-of-field"
    case .scenarioWithoutBraces: "scenario-without-braces"
    case .solveWithoutTarget: "solve-without-target"
    case .solveWithoutName: "solve-without-name"
    case .solveInequality: "solve-inequality"
    case .nameBeforeEquation: "name-before-equation"
    case .optimizeWithoutName: "optimize-without-name"
    case .shareWithoutBy: "share-without-by"
    case .looksLikeFraction: "looks-like-fraction"
    case .blankInDenominator: "blank-in-denominator"
    case .powerAfterSlash: "power-after-slash"
    case .productAfterSlash: "product-after-slash"
    case .percentOfSum: "percent-of-sum"
    case .percentOfPercent: "percent-of-percent"
    case .listOfOneRange: "list-of-one-range"
    }
  }
}
