/// Which shares of the variance of a result its distributions make: Sobol indices.
public struct VarianceShares: Sendable {
  /// Sorted by the total (along axes by the largest of a label), the largest first.
  public var rows: [Row]
  /// The standard deviation of the result, cell by cell along the axes of `center`, in base units.
  public var sd: [Double]
  public var sampling: Sampling
  /// how often the formula was valued for the indices
  public var evaluations: Int
  /// fewer scrambles than planned: it was interrupted
  public var isPartial = false
  /// The brackets that stayed at their best guess.
  public var brackets: [String] = []

  public struct Row: Sendable {
    /// the names of the sources that vary together, mostly one
    public var names: [String]
    /// as it is written, `1.1..1.5 as lognormal`; of several sources one after the other
    public var inputs: [String]
    /// What goes from the variance of the result where the source is known, cell by cell.
    public var first: [Share]
    /// What stays of it where all others are known.
    public var total: [Share]
    /// The share in the variance of the logarithm, exact; nil where the result is no product, or where
    /// the logarithm has none.
    public var logShare: [Double]?

    public var name: String { names.joined(separator: ", ") }
  }

  /// A share with its standard error.
  public struct Share: Sendable, Equatable {
    public var share: Double
    public var error: Double

    /// Whether it cannot be told from 0: within twice its error.
    public var isAboutZero: Bool { share != 0 && abs(share) <= 2 * error }

    package init(share: Double, error: Double) {
      self.share = share
      self.error = error
    }
  }

  /// The rows of one cell, or (nil) of all, with the largest total first.
  public func ordered(by cell: Int?) -> [Row] {
    func size(_ row: Row) -> Double {
      if let cell { return row.total[cell].share }
      return row.total.map(\.share).max() ?? 0
    }
    return rows.sorted { a, b in
      size(a) == size(b) ? a.name < b.name : size(a) > size(b)
    }
  }
}

extension VarianceShares.Share {
  /// A share without an error.
  public init(exact share: Double) { self.init(share: share, error: 0) }
}
