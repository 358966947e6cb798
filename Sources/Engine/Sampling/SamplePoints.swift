import CKernels
import Glibc

/// The points of a statement's sources: for each source its shares below, or the normal quantiles of
/// them, block by block. Any block can be made by itself, on any thread, and comes out the same.
struct SamplePoints: Sendable {
  /// how many samples there are in all, a power of two
  let total: Int
  private let points: [Points]
  /// the sources that a source is made of where it is correlated with others: with what factors, by
  /// Cholesky's decomposition of their correlations
  private let mixes: [[Part]?]

  private enum Points: Sendable {
    case sobol(SobolPoints)
    case stratified(StratifiedPoints)
  }
  private struct Part: Sendable {
    var source: Int
    var factor: Double
  }

  /// - Parameters:
  ///   - names: in their order, which is that of the dimensions.
  ///   - correlations: of pairs of names.
  init(_ names: [String], _ sampling: Sampling, _ correlations: Correlations) {
    total = sampling.count
    points = names.enumerated().map { i, name in
      let key = KeyedStream.key(seed: sampling.seed, name: name)
      return i < SobolDirections.dimensions
        ? .sobol(SobolPoints(dimension: i, key: key)) : .stratified(StratifiedPoints(key: key))
    }
    mixes = correlations.factors(names).map { row in
      row.map { row in row.map { Part(source: $0.key, factor: $0.value) } }
    }
  }

  var count: Int { points.count }

  /// Shares below: above 0 and below 1.
  /// - Parameter start: a multiple of 512, or of a power of two not below the count.
  func shares(
    _ source: Int, _ target: UnsafeMutablePointer<Double>, from start: Int, _ n: Int
  ) {
    guard mixes[source] != nil else { return own(source, target, from: start, n) }
    scores(source, target, from: start, n)
    for i in 0..<n {
      target[i] = min(max(StandardNormal.share(below: target[i]), 0x1p-53), 1 - 0x1p-53)
    }
  }

  /// Low + width · share.
  func uniform(
    _ source: Int, _ target: UnsafeMutablePointer<Double>, _ low: Double, _ width: Double,
    from start: Int, _ n: Int
  ) {
    if mixes[source] == nil, case .sobol(let points) = points[source] {
      return points.fill(target, low, width, from: start, n)
    }
    shares(source, target, from: start, n)
    for i in 0..<n { target[i] = low + target[i] * width }
  }

  /// The normal quantiles of the shares.
  func scores(
    _ source: Int, _ target: UnsafeMutablePointer<Double>, from start: Int, _ n: Int
  ) {
    guard let mix = mixes[source] else { return ownScores(source, target, from: start, n) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { scratch in
      guard let quantiles = scratch.baseAddress else { return }
      for i in 0..<n { target[i] = 0 }
      for part in mix {
        ownScores(part.source, quantiles, from: start, n)
        for i in 0..<n { target[i] += part.factor * quantiles[i] }
      }
    }
  }

  private func own(
    _ source: Int, _ target: UnsafeMutablePointer<Double>, from start: Int, _ n: Int
  ) {
    switch points[source] {
    case .sobol(let points): points.fill(target, from: start, n)
    case .stratified(let points): points.fill(target, from: start, n, of: total)
    }
  }

  private func ownScores(
    _ source: Int, _ target: UnsafeMutablePointer<Double>, from start: Int, _ n: Int
  ) {
    if case .sobol(let points) = points[source], points.fillQuantiles(target, from: start, n) {
      return
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { scratch in
      guard let shares = scratch.baseAddress else { return }
      own(source, shares, from: start, n)
      tj_normal_quantile(target, shares, n)
    }
  }
}
