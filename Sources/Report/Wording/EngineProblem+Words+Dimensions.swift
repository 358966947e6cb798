import Engine

/// Quantities that do not fit each other, and values of the wrong kind.
extension EngineProblem {
  var dimensionWords: Words {
    switch self {
    case .doNotAdd(let op, let left, let right, let mends):
      let verb = op == "+" ? "do not add" : "cannot be subtracted"
      return Words(
        message: "\(Self.titled(left)) and \(Self.titled(right)) \(verb)",
        hints: Self.hints(left, right, mends))
    case .doNotCompare(let op, let left, let right, let mends):
      return Words(
        message: Self.comparison(op, left, right), hints: Self.hints(left, right, mends))
    case .cannotConvert(let from, let to, let mends): return Self.conversion(from, to, mends)
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
        label: side.value, hints: ["divide by a reference first: `\(function)(x / x0)`"])
    case .needsStep(let function, let side, let mend):
      return Words(
        message: "\(Words.code(function)) needs a step for \(side.dimension)", label: side.value,
        hints: Words.write(mend))
    case .unitOnQuantity(let side, let unit):
      return Words(
        message: "\(Self.isA(side)), and takes no unit of its own", label: side.value,
        hints: Words.write("\(Self.operand(side.text)) -> \(unit)", " to convert")
          + Words.write("\(Self.operand(side.text)) * 1 \(unit)", " to multiply"))
    case .annotationMismatch(let name, let stated, let found):
      return Words(
        message: "\(Words.code(name)) is stated as \(stated), and comes to \(found.dimension)",
        label: found.value, hints: Self.relation(stated, found.dimension).map { [$0] } ?? [])
    case .parameterMismatch(let function, let parameter, let stated, let found):
      return Words(
        message: "\(Words.code(parameter)) of \(Words.code(function)) is stated as \(stated), and "
          + Self.isA(found),
        label: found.value, hints: Self.relation(stated, found.dimension).map { [$0] } ?? [])
    case .listItemsDiffer(let first, let other):
      let isPlain = [first.dimension, other.dimension].contains("a plain number")
      return Words(
        message: "\(Self.titled(first)) and \(Self.titled(other)) do not go together",
        hints: isPlain
          ? ["give every value its unit, or one to all: `[1, 2] kW`"]
          : Self.hints(first, other, []))
    case .branchesDiffer(let then, let otherwise):
      return Words(
        message: "`then` gives \(then.dimension) and `else` gives \(otherwise.dimension)",
        hints: Self.hints(then, otherwise, []))
    case .overrideDiffers(let name, let was, let found):
      return Words(
        message: "\(Words.code(name)) is \(was.dimension), and cannot become \(found.dimension)",
        label: found.value, hints: Self.hints(was, found, []))
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
        hints: ["compare it with something: `x > 0`"])
    case .unitNotConstant(let text):
      return Words(
        message: "a unit is one fixed quantity above 0, and \(Words.code(text)) is not",
        hints: ["write a number with its unit: `unit lap = 400 m`"])
    default: return plainWords
    }
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

  private static func conversion(_ from: Side, _ to: Side, _ mends: [String]) -> Words {
    var hints = relation(from.dimension, to.dimension).map { [$0] } ?? []
    if from.dimension == "a plain number" {
      hints += Words.write("\(operand(from.text)) * 1 \(to.text)", " to give it this unit")
    } else {
      // a mend is either a line to paste or already a sentence
      hints += mends.flatMap { $0.contains("->") ? Words.write($0) : [$0] }
    }
    return Words(
      message: "\(isA(from)), and \(Words.code(to.text)) is \(to.dimension)", label: from.value,
      hints: hints)
  }

  private static func noNumber(_ text: String, _ what: String) -> Words {
    switch what {
    case "rounded":
      return Words(
        message: "`within rounding` needs a number as it was written, not \(Words.code(text))",
        hints: ["write the number itself, or `within 1%`"])
    case "interpolated along":
      return Words(
        message: "the labels of \(Words.code(text)) are no numbers: nothing lies between")
    case "a label of numbers":
      return Words(message: "the labels of \(Words.code(text)) are no numbers")
    default:
      let isShare = what == "a share"
      return Words(
        message: "\(Words.code(text)) is no \(isShare ? "plain " : "")number and cannot be \(what)")
    }
  }

  // MARK: what two dimensions have to do with each other

  /// The relation first, then the mends that were found; a mend that only names the missing factor
  /// is left out where the relation says more.
  private static func hints(_ a: Side, _ b: Side, _ mends: [String]) -> [String] {
    guard let relation = relation(a.dimension, b.dimension) else { return mends }
    var hints = [relation]
    if let (stock, flow) = rate(a, b) {
      hints.append("write `\(operand(flow.text)) * 1 h` for \(stock.dimension)")
    }
    // what is missing in general helps only where nothing better is known
    return hints.isEmpty ? mends : hints + mends.filter { !$0.hasPrefix("multiply") }
  }

  /// How two dimensions that are often confused differ.
  private static func relation(_ a: String, _ b: String) -> String? {
    let both: Set<String> = [a, b]
    if both == ["energy", "power"] {
      return "mind that power is energy per time: 1 kW over an hour is 1 kWh"
    }
    if both == ["token", "mass"] || both == ["token", "emissions"] {
      return "write `tonne` for the tonne: `t` is token"
    }
    if both == ["mass", "emissions"] {
      return "write `CO2e` behind the mass where emissions are meant: `44 g CO2e`"
    }
    if a.hasPrefix("money"), b.hasPrefix("money") {
      return "state the exchange rate, none is assumed: `unit EUR = 1.08 USD`"
    }
    if let (stock, flow) = rate(a, b) {
      return "mind that \(flow) is a rate: over a time it is \(stock)"
    }
    return nil
  }

  /// The two dimensions with the amount first, where the other is that amount per time.
  private static func rate(_ a: String, _ b: String) -> (stock: String, flow: String)? {
    let known = [("energy", "power"), ("length", "speed"), ("charge", "current")]
    func isRate(_ stock: String, _ flow: String) -> Bool {
      flow == "\(stock)/time" || known.contains { $0 == (stock, flow) }
    }
    return isRate(a, b) ? (a, b) : isRate(b, a) ? (b, a) : nil
  }

  private static func rate(_ a: Side, _ b: Side) -> (stock: Side, flow: Side)? {
    guard let (stock, _) = rate(a.dimension, b.dimension) else { return nil }
    return stock == a.dimension ? (a, b) : (b, a)
  }
}
