/// What is shown of a distribution beside its median: one for each cell of a value, in base units.
public struct Spread: Sendable, Equatable {
  /// the 5 % point; under brackets the least that it can be
  public var low: Double
  /// the 95 % point; under brackets the greatest that it can be
  public var high: Double
  /// nil where there is none, or where brackets move it
  public var mean: Double?
  /// the standard deviation; nil where there is none, or where brackets move it
  public var sd: Double?
  /// how far the median, or one of the points, is likely off for being found from samples
  public var error: Double
  /// how far the median alone is
  public var medianError: Double

  package init(
    low: Double, high: Double, mean: Double?, sd: Double?, error: Double,
    medianError: Double? = nil
  ) {
    self.medianError = medianError ?? error
    self.low = low
    self.high = high
    self.mean = mean
    self.sd = sd
    self.error = error
  }
}

extension Spread {
  /// Of a cell that has no value.
  static let none = Spread(low: .nan, high: .nan, mean: nil, sd: nil, error: 0)
}

/// How far cells that rest on statistics are likely off for being found from samples.
public struct SamplingErrors: Sendable {
  /// in base units
  public var cells: [Double]
  public var sampling: Sampling
  /// so many samples were valued; fewer than asked for where the work was stopped
  public var samples: Int
  public var isStopped: Bool { samples < sampling.count }

  package init(cells: [Double], sampling: Sampling, samples: Int? = nil) {
    self.cells = cells
    self.sampling = sampling
    self.samples = samples ?? sampling.count
  }
}

/// The distribution that the cells of a value are medians of.
public struct Distributed: Sendable {
  public var spreads: [Spread]
  public var sampling: Sampling
  /// so many samples were valued; fewer than asked for where the work was stopped
  public var samples: Int
  /// whether it was
  public var isStopped: Bool { samples < sampling.count }
  /// the brackets over which the points are the worst case; then there is no median
  public var brackets: [String] = []
  /// why no mean exists, where none does
  public var missing: MissingMoment?
  /// how a single value is spread: shares of equal parts from its 0.5 % to its 99.5 % point
  public var shape: [Double] = []

  package init(spreads: [Spread], sampling: Sampling) {
    self.spreads = spreads
    self.sampling = sampling
    samples = sampling.count
  }
}
