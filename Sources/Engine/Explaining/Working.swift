import Syntax
import Units

/// A formula while it is worked out: operations whose operands become values, innermost first.
indirect enum Working {
  case leaf(Leaf)
  /// `a × b / c`; the first is never divided by
  case product([Factor])
  /// `a + b − c`
  case sum([Summand])
  case power(Working, Working)
  case negative(Working)
  /// `(3 + 4) kW`
  case united(Working, Unit)
  case converted(Working, Unit)
  /// a built-in function of numbers
  case call(Name, [Working])
  /// `a < b < c`, with the truth that it comes to
  case comparison(Working, [(op: String, operand: Working)], Quantity)
  /// `a ~= b within 1%`
  case near(Working, Working, Tolerance, Quantity)
  case connective(String, Working, Working)
  case not(Working)

  /// How far apart two values may be: an amount in base units, or a share of the second.
  struct Tolerance {
    /// ` within 1%`, as it is written
    var text: String
    /// the same where the right side is a number of its own: half a unit of its last digit is said
    var plainText: String
    var number: Double
    var isShare: Bool

    func holds(_ a: Double, _ b: Double) -> Bool {
      isNear(a, b, isShare ? number * abs(b) : number)
    }
  }

  struct Factor {
    var isDivided: Bool
    var value: Working
  }

  struct Summand {
    var isMinus: Bool
    var value: Working
  }

  struct Leaf {
    /// how the formula has it: `node`, `319.8 t/s`, `sum(jt over batch)`
    var name: String
    /// how tightly that holds together
    var strength: Strength
    /// it stands for a value that the next line shows
    var isName: Bool
    var quantity: Quantity
    /// a literal, which keeps its spelling: `319.8 t/s`, `10⁶`
    var isExact = false
  }

  /// The order of the language, loosest first.
  enum Strength: Int, Comparable {
    case loose, or, and, not, comparison, conversion, sum, product, negative, power, quantity, atom
    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  static func value(_ quantity: Quantity) -> Working {
    .leaf(Leaf(name: "", strength: .loose, isName: false, quantity: quantity))
  }

  /// `low + (high − low) × share`
  static func between(_ low: Working, _ high: Working, share: Working) -> Working {
    let way = Working.sum([
      Summand(isMinus: false, value: high), Summand(isMinus: true, value: low),
    ])
    return .sum([
      Summand(isMinus: false, value: low),
      Summand(
        isMinus: false,
        value: .product([
          Factor(isDivided: false, value: way), Factor(isDivided: false, value: share),
        ])),
    ])
  }

  static func exact(_ name: String, _ quantity: Quantity, _ strength: Strength = .atom) -> Working {
    .leaf(Leaf(name: name, strength: strength, isName: false, quantity: quantity, isExact: true))
  }

  var leaf: Leaf? {
    if case .leaf(let leaf) = self { return leaf }
    return nil
  }

  /// Every operand, in order.
  var operands: [Working] {
    switch self {
    case .leaf: []
    case .product(let factors): factors.map(\.value)
    case .sum(let summands): summands.map(\.value)
    case .power(let a, let b), .near(let a, let b, _, _), .connective(_, let a, let b): [a, b]
    case .negative(let a), .united(let a, _), .converted(let a, _), .not(let a): [a]
    case .call(_, let arguments): arguments
    case .comparison(let first, let rest, _): [first] + rest.map(\.operand)
    }
  }

  /// The same operation with other operands.
  func with(_ operands: [Working]) -> Working {
    switch self {
    case .leaf: return self
    case .product(let factors):
      return .product(
        zip(factors, operands).map { Factor(isDivided: $0.isDivided, value: $1) })
    case .sum(let summands):
      return .sum(zip(summands, operands).map { Summand(isMinus: $0.isMinus, value: $1) })
    case .power: return .power(operands[0], operands[1])
    case .near(_, _, let tolerance, let truth):
      return .near(operands[0], operands[1], tolerance, truth)
    case .connective(let word, _, _): return .connective(word, operands[0], operands[1])
    case .negative: return .negative(operands[0])
    case .united(_, let unit): return .united(operands[0], unit)
    case .converted(_, let unit): return .converted(operands[0], unit)
    case .not: return .not(operands[0])
    case .call(let name, _): return .call(name, operands)
    case .comparison(_, let rest, let truth):
      return .comparison(
        operands[0], zip(rest, operands.dropFirst()).map { ($0.op, $1) }, truth)
    }
  }

  /// How many leaves there are, counted up to a limit.
  func size(limit: Int) -> Int {
    var open = [self]
    var count = 0
    while let next = open.popLast(), count < limit {
      count += 1
      open += next.operands
    }
    return count
  }

  /// Numbers on the page while a formula is worked out, all of its lines together.
  static let mostNumbers = 6000

  /// Whether a page has room for working it out, one line for each operation inside another.
  var isWorkable: Bool {
    let size = size(limit: Self.mostNumbers)
    return size < Self.mostNumbers && size * height < Self.mostNumbers
  }

  /// Operations inside each other.
  private var height: Int { 1 + (operands.lazy.map(\.height).max() ?? 0) }

  var holdsNames: Bool {
    if case .leaf(let leaf) = self { return leaf.isName }
    return operands.contains(where: \.holdsNames)
  }
}
