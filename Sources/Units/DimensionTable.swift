import Syntax

/// Dimensions as sorted lists of (base, exponent), each list known by one small number.
struct DimensionTable {
  struct Power: Hashable {
    var base: Int32
    var exponent: Rational
  }

  /// the names of the base dimensions, by their number: `length`, `mass` …
  private(set) var bases: [String] = []
  private(set) var isCurrency: [Bool] = []
  private var lists: [[Power]] = [[]]
  /// by a hash of the list; where that is taken by another list, by the next number
  private var ids = IntegerMap()
  private var products = IntegerMap()
  private var quotients = IntegerMap()

  func powers(of dimension: Dimension) -> [Power] { lists[Int(dimension.id)] }

  mutating func intern(_ list: [Power]) -> Dimension {
    if list.isEmpty { return .none }
    var key = IntegerMap.key(list) { ($0.base, $0.exponent) }
    while let id = ids[key] {
      if lists[Int(id)] == list { return Dimension(id: id) }
      key &+= 1
    }
    let id = Int32(lists.count)
    lists.append(list)
    ids.insert(key, id)
    return Dimension(id: id)
  }

  /// The base dimension of a name, made on first use.
  mutating func base(named name: String, isCurrency: Bool = false) -> Dimension {
    if let index = bases.firstIndex(of: name) {
      return intern([Power(base: Int32(index), exponent: .one)])
    }
    bases.append(name)
    self.isCurrency.append(isCurrency)
    return intern([Power(base: Int32(bases.count - 1), exponent: .one)])
  }

  mutating func product(_ a: Dimension, _ b: Dimension) -> Dimension {
    if a.id == 0 { return b }
    if b.id == 0 { return a }
    let key = UInt64(UInt32(bitPattern: a.id)) << 32 | UInt64(UInt32(bitPattern: b.id))
    if let id = products[key] { return Dimension(id: id) }
    let result = intern(Self.sum(powers(of: a), powers(of: b), sign: 1))
    products.insert(key, result.id)
    return result
  }

  mutating func quotient(_ a: Dimension, _ b: Dimension) -> Dimension {
    if b.id == 0 { return a }
    let key = UInt64(UInt32(bitPattern: a.id)) << 32 | UInt64(UInt32(bitPattern: b.id))
    if let id = quotients[key] { return Dimension(id: id) }
    let result = intern(Self.sum(powers(of: a), powers(of: b), sign: -1))
    quotients.insert(key, result.id)
    return result
  }

  mutating func power(_ a: Dimension, _ exponent: Rational) -> Dimension {
    if exponent.isZero { return .none }
    if exponent == .one || a.id == 0 { return a }
    return intern(
      powers(of: a).map { Power(base: $0.base, exponent: $0.exponent * exponent) })
  }

  /// The exponent r with b = aʳ, if there is one; nil where either is a plain number.
  func exponent(of b: Dimension, over a: Dimension) -> Rational? {
    if a == b { return a.id == 0 ? nil : .one }
    let (p, q) = (powers(of: a), powers(of: b))
    guard let first = p.first, let other = q.first, p.count == q.count else { return nil }
    let ratio =
      other.exponent
      * Rational(
        Int(first.exponent.denominator), Int(first.exponent.numerator))
    for (x, y) in zip(p, q) where x.base != y.base || x.exponent * ratio != y.exponent {
      return nil
    }
    return ratio
  }

  private static func sum(_ a: [Power], _ b: [Power], sign: Int) -> [Power] {
    var result: [Power] = []
    var (i, j) = (0, 0)
    let factor = Rational(sign)
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i].base < b[j].base) {
        result.append(a[i])
        i += 1
      } else if i == a.count || b[j].base < a[i].base {
        result.append(Power(base: b[j].base, exponent: b[j].exponent * factor))
        j += 1
      } else {
        let exponent = a[i].exponent + b[j].exponent * factor
        if !exponent.isZero { result.append(Power(base: a[i].base, exponent: exponent)) }
        i += 1
        j += 1
      }
    }
    return result
  }
}
