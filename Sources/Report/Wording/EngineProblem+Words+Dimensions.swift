import Engine

/// Quantities that do not fit each other, and values of the wrong kind.
extension EngineProblem {
  var dimensionWords: Words {
    switch self {
    case .doNotAdd(let op, let left, let right):
      let verb = op == "+" ? "do not add" : "cannot be subtracted"
      return Words(
        message: "\(Self.titled(left)) and \(Self.titled(right)) \(verb)",
        hints: Confusion.hints(left, right))
    case .doNotCompare(let op, let left, let right):
      return Words(
        message: Self.comparison(op, left, right), hints: Confusion.hints(left, right))
    case .cannotConvert(let from, let to): return Self.conversion(from, to)
    case .exponentNotPlain(let side):
      return Words(
        message: "an exponent is a plain number, and \(Words.code(side.text)) is \(side.dimension)",
        hints: ["divide it by a value of the same kind first"])
    case .exponentNotConstant(let text):
      return Words(
        message: "the exponent of a quantity with a unit must be one fixed number",
        label: "\(Words.code(text)) is not fixed",
        hints: ["divide the base by its unit first: `(x / 1 m)^n`"])
    case .needsPlain(let function, let side):
      return Words(
        message: "\(Words.code(function)) takes a plain number, and \(Self.isA(side))",
        label: side.labelled, hints: [Self.reference(function, side)])
    case .needsStep(let function, let side, let mend):
      return Words(
        message: "\(Words.code(function)) needs a step for \(side.dimension)", label: side.labelled,
        hints: Words.write(mend))
    case .unitOnQuantity(let side, let unit, let converts):
      return Words(
        message: "\(Self.isA(side)), and takes no unit of its own", label: side.labelled,
        hints: (converts ? Words.write("\(Self.operand(side.text)) -> \(unit)", " to convert") : [])
          + Words.write("\(Self.operand(side.text)) * 1 \(unit)", " to multiply"))
    case .annotationMismatch(let name, let wanted, let found):
      return Words(
        message:
          "\(Words.code(name)) is stated as \(wanted.text), and comes to \(found.dimension)",
        label: found.labelled, hints: Confusion.hints(wanted, found))
    case .zeroOfNoCurrency(let name, let unit):
      return Words(
        message:
          "which currency \(Words.code(name)) has is open, and no rate is assumed between two",
        hints: ["give the 0 its unit, such as `0 \(unit)`"])
    case .parameterMismatch(let function, let parameter, let wanted, let found):
      return Words(
        message:
          "\(Words.code(parameter)) of \(Words.code(function)) is stated as \(wanted.text), and "
          + Self.isA(found),
        label: found.labelled, hints: Confusion.hints(wanted, found))
    case .argumentDiffers(let function, let parameter, let wanted, let found):
      return Words(
        message:
          "\(Words.code(parameter)) of \(Words.code(function)) has to be \(wanted.dimension) here, "
          + "and \(Self.isA(found))",
        label: found.labelled, hints: Confusion.hints(wanted, found))
    case .listItemsDiffer(let first, let other):
      let isPlain = [first.dimension, other.dimension].contains("a plain number")
      return Words(
        message: "\(Self.titled(first)) and \(Self.titled(other)) do not go together",
        hints: isPlain
          ? ["give every value its unit, or one to all: `[1, 2] kW`"]
          : Confusion.hints(first, other))
    case .branchesDiffer(let then, let otherwise):
      return Words(
        message: "`then` gives \(then.dimension) and `else` gives \(otherwise.dimension)",
        hints: Confusion.hints(then, otherwise))
    case .overrideDiffers(let name, let was, let found):
      return Words(
        message: "\(Words.code(name)) is "
          + (was.value.map { "\($0) (\(was.dimension))" } ?? was.dimension)
          + ", and cannot become \(found.dimension)",
        label: found.labelled, hints: Confusion.hints(was, found))
    case .readingArithmetic(_, let mend):
      return Words(
        message: "with a temperature reading only differences can be taken or added",
        hints: Words.write(mend, " to calculate in kelvin")
          + ["write a difference as `10 K` or `10 Δ°C`"])
    case .differenceAsReading(let text, let unit):
      return Words(
        message: "\(Words.code(text)) is a difference of temperatures, not a reading",
        hints: Words.write("\(Self.operand(text)) -> Δ\(unit)"))
    case .notANumber(let text, let what): return Self.noNumber(text, what)
    case .notACondition(let text):
      return Words(
        message: "\(Words.code(text)) is neither true nor false",
        hints: text.hasPrefix("prob(")
          ? Words.write("\(text) > 0.95") : ["compare it with something: `x > 0`"])
    case .unitNotConstant(let text):
      return Words(
        message: "a unit is one fixed quantity, and \(Words.code(text)) is not",
        hints: ["write a number with its unit: `unit lap = 400 m`"])
    default: return plainWords
    }
  }

  /// `exp(node / 1 kW)`, in the unit in which the argument is shown.
  private static func reference(_ function: String, _ side: Side) -> String {
    let parts = (side.value ?? "").split(separator: " ", maxSplits: 1)
    let isOne = parts.count == 2 && parts[0].allSatisfy { $0.isNumber || "-.e".contains($0) }
    let mend =
      isOne
      ? "\(function)(\(operand(side.text)) / 1 \(parts[1]))"
      : ["linspace", "geomspace", "lognormal", "beta"].contains(function)
        ? "\(operand(side.text)) / x0" : "\(function)(x / x0)"
    return "divide by a reference first: `\(mend)`"
  }

  /// `jt` (energy/token)
  private static func titled(_ side: Side) -> String {
    "\(Words.code(side.text)) (\(side.dimension))"
  }

  /// `node` is power
  private static func isA(_ side: Side) -> String {
    "\(Words.code(side.text)) is \(side.dimension)"
  }

  /// A text that an operator may follow.
  private static func operand(_ text: String) -> String {
    let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let isGroup = text.hasPrefix("(") && text.hasSuffix(")") && !text.dropFirst().contains("(")
    // `1.5 kW`: a number and one word
    let parts = text.split(separator: " ")
    let isQuantity =
      parts.count == 2 && parts[0].allSatisfy { $0.isNumber || $0 == "." }
      && parts[1].allSatisfy(\.isLetter)
    return isWord || isGroup || isQuantity ? text : "(\(text))"
  }

  private static func comparison(_ op: String, _ left: Side, _ right: Side) -> String {
    if op == "within" {
      return "a tolerance of \(right.dimension) does not fit \(titled(left))"
    }
    let isSign = !op.contains { $0.isLetter }
    return isSign
      ? "\(titled(left)) and \(titled(right)) cannot be compared"
      : "\(Words.code(op)) needs values alike: \(isA(left)), \(isA(right))"
  }

  private static func conversion(_ from: Side, _ to: Side) -> Words {
    var hints = Confusion.hints(from, to)
    if from.dimension == "a plain number" {
      hints += Words.write("\(operand(from.text)) * 1 \(to.text)", " to give it this unit")
    }
    return Words(
      message: "\(isA(from)), and \(Words.code(to.text)) is \(to.dimension)", label: from.labelled,
      hints: hints)
  }

  private static func noNumber(_ text: String, _ what: String) -> Words {
    switch what {
    case "rounded":
      return Words(
        message: "`within rounding` needs a number as it was written, not \(Words.code(text))",
        hints: ["write the number itself, or `within 1%`"])
    case "interpolated":
      return Words(message: "\(Words.code(text)) is no number and nothing lies between its values")
    case "interpolated along":
      return Words(
        message: "the labels of \(Words.code(text)) are no numbers: nothing lies between")
    case "a label of numbers":
      return Words(
        message: "the labels of \(Words.code(text)) are no numbers",
        hints: ["give the labels a name of their own: `names = [\"a\", \"b\"]`, `[…] over names`"])
    default:
      let isShare = what == "a share"
      return Words(
        message: "\(Words.code(text)) is no \(isShare ? "plain " : "")number and cannot be \(what)")
    }
  }
}
