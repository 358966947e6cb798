import Glibc
import Syntax

/// `sensitivity jt` of distributions: shares of the variance.
extension Session {
  /// - Parameters:
  ///   - axes: those along which the result varies, without that of the samples.
  ///   - names: what each source is called.
  func varianceShares(
    of formula: Formula, over axes: [Axis], _ names: [Int32: String]
  ) throws(Diagnostic) -> VarianceShares {
    let inputs = formula.distributions
    if let missing = try evaluator.missingMoment(2, of: formula) {
      throw Diagnostic(
        EngineProblem.noMoment("variance", of: oneLine(formula.place.text), missing),
        at: formula.place)
    }
    var streams: [Int32: String] = [:]
    for source in inputs.keys { streams[source] = sourceNames[Int(source)] }
    let design = SobolDesign(streams, sampling, correlations)
    let groups = design.groups
    let count = axes.reduce(1) { $0 * $1.count }
    // scramble by scramble, in each cell by cell
    var sums: [[SobolSums]] = []
    var isPartial = false
    // where squares would be too large or too small for numbers, a power of two as the unit
    var exponent: Int?
    let progress = Progress(self)
    defer { progress.end() }
    for scramble in 0..<design.runs {
      if progress.isInterrupted(Double(scramble) / Double(design.runs)) {
        // what is there already has an error of its own
        guard sums.count >= SobolDesign.scrambles / 2, !isOverLimit else {
          throw Diagnostic(EngineProblem.interrupted, at: formula.place)
        }
        isPartial = true
        break
      }
      sums.append(try self.sums(formula, design, scramble, axes, &exponent))
    }
    let logShares = try logShares(of: formula, inputs, groups, over: axes)
    var rows: [VarianceShares.Row] = []
    for (g, group) in groups.enumerated() {
      func shares(
        _ part: (SobolSums) -> (part: Double, whole: Double)
      ) -> [VarianceShares.Share] {
        (0..<count).map { cell in
          let index = SobolIndex(sums.map { part($0[cell]) })
          return VarianceShares.Share(share: index.share, error: index.error)
        }
      }
      rows.append(
        VarianceShares.Row(
          names: group.map { names[$0] ?? sourceNames[Int($0)] },
          inputs: group.map { inputs[$0].map { oneLine($0.place.text) } ?? "" },
          first: shares { $0.first[g] }, total: shares { $0.total[g] },
          logShare: logShares?[g]))
    }
    var shares = VarianceShares(
      rows: rows,
      sd: (0..<count).map { cell in
        scalbn(
          (Lines.sum(sums.map { $0[cell].variance }) / Double(sums.count)).squareRoot(),
          Int32(exponent ?? 0))
      }, sampling: sampling,
      evaluations: design.evaluations / design.runs * sums.count, isPartial: isPartial)
    shares.rows = shares.ordered(by: nil)
    return shares
  }

  /// What one scramble tells, cell by cell along the axes.
  private func sums(
    _ formula: Formula, _ design: SobolDesign, _ scramble: Int, _ axes: [Axis],
    _ exponent: inout Int?
  ) throws(Diagnostic) -> [SobolSums] {
    let samples = design.samples(scramble: scramble)
    let outer = evaluator.samples
    evaluator.samples = samples
    defer { evaluator.samples = outer }
    let column = try evaluator.column(formula)
    let wanted = axes + [samples.axis]
    guard column.axes.allSatisfy({ axis in wanted.contains { $0 === axis } }) else {
      throw Diagnostic(EngineProblem.shapeDepends(oneLine(formula.place.text)), at: formula.place)
    }
    var cells = column.spread(over: wanted).cells
    if let bad = cells.first(where: { !$0.isFinite }) {
      throw evaluator.failure(bad, formula.place)
    }
    if exponent == nil {
      let size = cells.reduce(0) { max($0, abs($1)) }
      exponent = size > 0 && abs(size.exponent) > 400 ? Int(size.exponent) : 0
    }
    if let exponent, exponent != 0 { cells = cells.map { scalbn($0, -Int32(exponent)) } }
    let length = samples.axis.count
    return stride(from: 0, to: cells.count, by: length).map { start in
      SobolSums(
        Array(cells[start..<(start + length)]), count: design.count, groups: design.groups.count)
    }
  }

  /// Of a product: the shares in the variance of its logarithm, group by group, cell by cell. Those of
  /// sources that vary together are known where their logarithms are normal.
  private func logShares(
    of formula: Formula, _ inputs: [Int32: DistributionInput], _ groups: [[Int32]],
    over axes: [Axis]
  ) throws(Diagnostic) -> [[Double]]? {
    guard case .powers(let powers) = formula.monomial else { return nil }
    let count = axes.reduce(1) { $0 * $1.count }
    // the logarithm's standard deviation, with the sign of the power
    var deviations: [Int32: [Double]] = [:]
    for group in groups {
      for source in group {
        // what cancels makes no difference
        guard let input = inputs[source], let power = powers[source] else {
          deviations[source] = Array(repeating: 0, count: count)
          continue
        }
        let column = try evaluator.distributions(of: input, at: evaluator.bestPoint)
        let own = column.axes
        guard own.allSatisfy({ axis in axes.contains { $0 === axis } }) else { return nil }
        var found: [Double] = []
        for distribution in column.cells {
          guard let variance = distribution.logVariance,
            group.count == 1 || distribution.isLognormal
          else { return nil }
          found.append(power * variance.squareRoot())
        }
        deviations[source] = Column(axes: own, cells: found).spread(over: axes).cells
      }
    }
    let parts = groups.map { group in
      (0..<count).map { cell in
        var sum = 0.0
        for a in group {
          for b in group {
            let pair = Correlations.Pair(sourceNames[Int(a)], sourceNames[Int(b)])
            sum +=
              (deviations[a]?[cell] ?? 0) * (deviations[b]?[cell] ?? 0)
              * (a == b ? 1 : correlations[pair])
          }
        }
        return sum
      }
    }
    let wholes = (0..<count).map { cell in parts.reduce(0) { $0 + $1[cell] } }
    guard wholes.allSatisfy({ $0 > 0 }) else { return nil }
    return parts.map { zip($0, wholes).map { $0 / $1 } }
  }
}
