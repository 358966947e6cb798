import Syntax

/// The words of everything that reading alone finds wrong or doubtful.
extension SyntaxProblem {
  var words: Words { Words(message: message, label: label, hints: hints) }

  /// A clause without a full stop, in the user's terms.
  var message: String {
    switch self {
    case .invalidUTF8: "this byte is not valid UTF-8"
    case .controlCharacter(let code): "a control character (code \(code)) stands in the text"
    case .textTooLong(let limit): "the text is longer than \(limit >> 20) MiB"
    case .tooDeep(let limit): "brackets, signs or `if`s are nested more than \(limit) deep"
    case .tooManyOperators(let limit): "the expression has more than \(limit) operators in a row"
    case .unexpectedCharacter(let character, _): "`\(character)` means nothing here"

    case .numberWithBlank: "a number holds no blanks"
    case .thousandsComma: "a comma does not group digits"
    case .mixedCommas: "some commas here group digits and others separate values"
    case .letterMultiplier(_, let letter, _): "`\(letter)` after a number is no multiplier"
    case .numberEndsInPoint: "a digit must follow the point"
    case .numberTooLarge: "the number is too large"
    case .malformedNumber: "this is not a number"
    case .decimalComma: "decimals stand after a point, not after a comma"
    case .groupedDigits(let sign, _): "`\(sign)` does not group digits"
    case .numbersSideBySide: "two numbers stand side by side"

    case .sumOfUnits: "two quantities stand side by side"
    case .powerOfUnit: "the exponent of a unit must be a number"
    case .unitAfterCall(let unit, _): "the `)` of a call takes no unit, `\(unit)` stands after it"
    case .unitWithoutNumber(let unit): "`\(unit)` is a unit, and no number stands before it"
    case .unitExpected(let found): "a unit must stand here, not \(found)"
    case .hyphenInUnit: "a `-` does not join units"
    case .dotInUnit: "a point does not join units"
    case .rangeWithTo: "`to` converts to a unit; a range is written with `..`"
    case .unitWithoutEquals: "`=` is missing between the unit and its value"
    case .conversionNotLast(let unit): "nothing may follow the unit `\(unit)` after `->`"

    case .unclosedBracket(let bracket): "`\(bracket)` is not closed"
    case .unclosedString: "the string is not closed"
    case .unclosedBrace: "`{` is not closed"
    case .unopenedBracket(let bracket): "`\(bracket)` closes nothing"
    case .wrongBracket(let found, let open): "`\(found)` does not close `\(open)`"
    case .missingOperand(let after, let found):
      after.isEmpty
        ? "a value must stand before \(found)" : "a value must follow `\(after)`, not \(found)"
    case .missingOperator: "an operator is missing between two values"
    case .missingComma(let isList, _):
      isList
        ? "a comma is missing between list values"
        : "a comma or an operator is missing between two values"
    case .callWithoutBrackets(let function, _):
      "what `\(function)` is applied to stands in brackets"
    case .foreignOperator(let word, _): "`\(word)` is no operator"
    case .needlessWord(let word, _): "a definition needs no `\(word)`"
    case .statementInside(let word, _):
      "`\(word)` begins a statement, and cannot stand inside another"
    case .commaBetweenStatements: "a comma does not end a statement"
    case .promptMark: "`tj>` is the mark of the prompt"
    case .rangeBesideProduct: "this can be read in two ways"
    case .reservedWord(let word): "`\(word)` is a word of the language, not a name"
    case .unexpected(let found, let expected):
      found.hasPrefix("the end of the ")
        ? "the \(found.dropFirst(15)) ends where \(expected) must follow"
        : "\(found) stands where \(expected) must be"
    case .singleEquals: "`=` defines; `==` compares"
    case .cannotDefine(let text): "`\(shortened(text))` cannot be defined"
    case .withNeedsParentheses(let word, _): "`\(word)` inside brackets needs its own"
    case .whereWithoutDefinition: "`where` may only end a definition"
    case .mixedLabels: "either every value of a list has a label or none has"
    case .notAFunction(let name): "`\(shortened(name))` is no function"
    case .badEscape(let escape): "`\(escape)` means nothing in a string"
    case .namedTwice(let name): "`\(name)` is named already in this definition"
    case .loneBrace: "a `}` without `{`"

    case .overrideSign(let found, _):
      found == "=="
        ? "`==` compares; an override is written with `=`"
        : "an override is written with `=`" + (found.isEmpty ? "" : ", not `\(found)`")
    case .overridesJoined(let joint, _): "\(joint) stands between overrides, not `and`"
    case .clauseTwice(let word): "`\(word)` is said already"
    case .depthWithoutWord(let found, _): "`depth` is missing before \(Words.code(found))"
    case .oneExpression(let word, _): "`\(word)` takes one expression at a time"
    case .questionForm: "a question is `ask`, its text in quotes, `expect` and the answer"
    case .helpMark: "`?` stands directly before what is asked about"
    case .shellCommand(let command):
      "\(Words.code(command)) is a command for the shell, not for the prompt"
    case .misspeltStatement(let word, _): "\(Words.code(word)) begins no statement"
    case .badDepth(let found):
      "behind `depth` stands a number of levels, from 0 to 1000, or `full`"
        + (found.isEmpty ? "" : ", not \(Words.code(found))")
    case .overrideInBrackets: "overrides stand without brackets"
    case .commaAfterOverride: "a further override must follow the comma"
    case .overrideOfField(let field, _, _):
      "`\(shortened(field))` is one figure of a row, and a name is overridden as a whole"
    case .scenarioWithoutBraces(let name, _):
      "the overrides of `\(shortened(name))` stand in braces"
    case .solveWithoutTarget: "what `solve` is to reach is missing"
    case .solveWithoutName: "the name that `solve` may change is missing"
    case .solveInequality(let sign, _): "`solve` finds where two sides are equal, not `\(sign)`"
    case .nameBeforeEquation: "the name to solve for stands last, after `for`"
    case .optimizeWithoutName: "the name that may change is missing"
    case .shareWithoutBy: "`by` stands before the share by which inputs change"

    case .looksLikeFraction(let reading, _): "read as `\(reading)`"
    case .blankInDenominator(let reading, _): "read as `\(reading)`; tools disagree"
    case .powerAfterSlash(let reading): "read as `\(reading)`: a power without blanks is one number"
    case .productAfterSlash(let reading, _): "read as `\(shortened(reading))`"
    case .percentOfSum(let text, _):
      "`\(text)` is a plain number here, not a share of what it is added to"
    case .percentOfPercent: "a percentage after `±` is of the best guess"
    case .listOfOneRange: "a list of one bracket"
    }
  }

  /// What stands under the underlined place.
  var label: String? {
    switch self {
    case .unclosedBracket, .unclosedBrace, .unclosedString: "opened here"
    case .missingOperator: "no operator between these"
    case .numbersSideBySide: "a comma or an operator is missing"
    case .missingComma: "no comma between these"
    case .singleEquals: "compare with `==`"
    case .conversionNotLast: "a conversion comes last"
    case .reservedWord: "reserved"
    case .looksLikeFraction: "looks like a fraction"
    default: nil
    }
  }

  /// The likely mends, each one line; what stands between backquotes may be pasted.
  var hints: [String] {
    switch self {
    case .numberWithBlank(let mend), .thousandsComma(let mend), .mixedCommas(let mend),
      .numberEndsInPoint(let mend), .sumOfUnits(let mend), .powerOfUnit(let mend),
      .unitAfterCall(_, let mend), .withNeedsParentheses(_, let mend),
      .looksLikeFraction(_, let mend), .productAfterSlash(_, let mend):
      ["write `\(mend)`"]
    case .overrideSign(_, let mend), .overridesJoined(_, let mend), .overrideInBrackets(let mend),
      .commaAfterOverride(let mend), .scenarioWithoutBraces(_, let mend),
      .solveWithoutTarget(let mend), .solveWithoutName(let mend), .solveInequality(_, let mend),
      .nameBeforeEquation(_, let mend), .optimizeWithoutName(let mend), .shareWithoutBy(let mend),
      .misspeltStatement(_, let mend), .depthWithoutWord(_, let mend), .oneExpression(_, let mend),
      .questionForm(let mend), .helpMark(let mend):
      ["write `\(mend)`"]
    case .overrideOfField(_, let definition, let name):
      ["give it a name that the formula uses, `\(definition)`, then write `with \(name) = …`"]
    case .decimalComma(let mend), .groupedDigits(_, let mend), .rangeWithTo(let mend),
      .dotInUnit(let mend),
      .unitWithoutEquals(let mend), .callWithoutBrackets(_, let mend), .needlessWord(_, let mend),
      .statementInside(_, let mend), .commaBetweenStatements(let mend),
      .foreignOperator(_, let mend):
      ["write `\(mend)`"]
    case .shellCommand(let command):
      ["Ctrl-D leaves the prompt; then type \(Words.code(command))"]
    case .promptMark(let mend): ["leave it out: `\(mend)`"]
    case .hyphenInUnit(let product, let difference):
      ["write `\(product)`; blanks subtract: `\(difference)`"]
    case .unexpectedCharacter(_, instead: "+-"): ["write `±` or `+-`"]
    case .letterMultiplier(_, _, let mends), .missingOperator(let mends),
      .rangeBesideProduct(let mends), .missingComma(_, let mends):
      mends.isEmpty ? [] : ["write " + mends.map { "`\($0)`" }.joined(separator: " or ")]
    case .unexpectedCharacter(_, let instead): instead.map { ["write `\($0)`"] } ?? []
    case .tooDeep: ["give a part of it a name"]
    case .tooManyOperators: ["put the values into a list and use `sum`"]
    case .numberTooLarge: ["the largest number is about 1.8e308"]
    case .unitWithoutNumber(let unit): ["write `1 \(unit)`"]
    case .unitExpected: ["after `->` and `name:` stands a unit, such as `kWh/Mt`"]
    case .conversionNotLast: ["put brackets around the conversion"]
    case .unclosedString: ["a string ends on its line; `\"\"\"` opens text over several lines"]
    case .singleEquals(let mend, let alone):
      (alone.map { ["an axis or an argument has its name alone: `\($0)`"] } ?? [])
        + (mend.map { ["write `\($0)`"] } ?? [])
    case .cannotDefine: ["a name stands left of `=`; to compare, write `==`"]
    case .whereWithoutDefinition: ["write `name = … where …`"]
    case .mixedLabels: ["write `[1: 53.9, 2: 102.9]` or `[53.9, 102.9]`"]
    case .namedTwice: ["give one of the two another name"]
    case .badEscape: ["the escapes are `\\\"`, `\\\\`, `\\n` and `\\t`"]
    case .loneBrace: ["write `}}` for a brace"]
    case .blankInDenominator(let reading, let other):
      ["write `\(reading)`, or `\(other)` for the other"]
    case .percentOfSum(_, let mend): ["to change a value by a share of itself, write `\(mend)`"]
    case .percentOfPercent(let points, let relative):
      ["write `\(points)` for points, `\(relative)` for a share"]
    case .listOfOneRange(let mend): ["for whole steps write `\(mend)`"]
    default: []
    }
  }

  /// A text of the user's as it fits into a sentence.
  private func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(57) + "…" : text
  }
}
