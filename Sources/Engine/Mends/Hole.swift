/// What the `?` of a line can be.
public struct Hole: Sendable {
  /// the line as written
  public var text: String
  /// what the hole must be: `token/time`
  public var dimension: String
  /// what the whole is then: `energy/token`; nil where it is no number
  public var whole: String?
  /// definitions that fit, with their values
  public var names: [(name: String, value: String)]
  /// how many fit besides these
  public var more: Int
  /// `h100_sxm and 63 more accelerators`, `.memory of accelerators`
  public var catalog: [String]
  /// units of the dimension
  public var units: [String]
}
