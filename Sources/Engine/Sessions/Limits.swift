/// What keeps every line answerable; reaching a limit is an error like any other, and names it.
public struct Limits: Sendable, Equatable {
  /// Values of one formula, along all its axes.
  public var cells = 50_000_000
  /// `--limit-time`: how long an entry or a script may take. nil: as long as it wants.
  public var seconds: Double?
  /// `--limit-memory`: what the process may hold. nil: what the system gives.
  public var mebibytes: Int?
  /// How often a formula is enclosed in the search for one end of its range, or for where it crosses
  /// a value.
  package var parts = 4000
  /// How deep a formula is nested, the bodies of its functions included: what the stack holds.
  package var levels = 1000

  public init() {}
}

/// The limits that are the same for every session.
extension Limits {
  package static let formulaSize = 200_000
  package static let callDepth = 200
  /// `scenario b from a`, and so on
  package static let scenarioChain = 100
  /// one question in another, each asked again for every try of the outer one
  package static let questions = 8
  package static let syntaxErrors = 20
  /// longer words are not compared with every name that there is
  package static let comparedWord = 64
  package static let fileSize = 256 << 20
  /// of a table
  package static let columns = 10_000
  /// a file of rows up to this size is held; a larger one is read again by each question
  package static let heldFileSize = 16 << 20
}
