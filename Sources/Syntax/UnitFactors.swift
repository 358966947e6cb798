/// The factors of a unit in their order.
///
/// Most units have one factor only. It stands here itself, so that such a unit needs no memory of its
/// own.
public struct UnitFactors: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private var head: UnitFactor?
  /// those behind the first
  private var rest: [UnitFactor] = []

  public init(_ factors: some Sequence<UnitFactor>) {
    for factor in factors { append(factor) }
  }

  public init(arrayLiteral factors: UnitFactor...) { self.init(factors) }

  /// A unit of one factor.
  init(only factor: UnitFactor) { head = factor }

  public mutating func append(_ factor: UnitFactor) {
    if head == nil { head = factor } else { rest.append(factor) }
  }

  /// The word of a unit that is one word and no more: `kWh`, not `kWh/t` or `m^2`.
  public var onlyName: Name? {
    guard rest.isEmpty, let head, head.exponent == .one, case .unit(let name) = head.kind else {
      return nil
    }
    return name
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { head == nil ? 0 : rest.count + 1 }

  public subscript(position: Int) -> UnitFactor {
    if position == 0, let head { return head }
    return rest[position - 1]
  }
}
