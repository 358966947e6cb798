/// What one side of a dimension error lacks: a factor or divisor, who has it, and the whole line as it
/// would then be.
///
/// ```
/// jt + node     node, divided by token/time: tput     jt + node / tput
/// ```
public struct MissingFactor: Sendable, Equatable {
  /// the side that lacks it, as written: `node`
  public var operand: String
  /// it must be divided by what is missing, else multiplied
  public var isDivisor: Bool
  /// of what is missing: `token/time`
  public var dimension: String
  /// definitions that have it, by name
  public var names: [String]
  /// the same in the catalog: `h100_sxm and 63 more accelerators`
  public var catalog: [String]
  /// where no name fits, an amount that shows what is meant: `1 h`
  public var amount: String?
  /// the statement with the factor, ready to paste; nil where it would be wrong for another reason
  public var line: String?

  package init(
    operand: String, isDivisor: Bool, dimension: String, names: [String], catalog: [String],
    amount: String? = nil, line: String? = nil
  ) {
    self.operand = operand
    self.isDivisor = isDivisor
    self.dimension = dimension
    self.names = names
    self.catalog = catalog
    self.amount = amount
    self.line = line
  }
}
