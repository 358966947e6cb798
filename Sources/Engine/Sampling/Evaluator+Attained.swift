import Syntax

/// Whether the points of an envelope are points of one distribution: each sample by itself may be least
/// with its bracket at another place, and then no value of the bracket has as low a 5 % point.
extension Evaluator {
  /// - Parameters:
  ///   - low: the 5 % points of what is least in each sample, cell by cell.
  ///   - high: the 95 % points of what is greatest.
  /// - Returns: false where places are looked at and none comes near: the points are an outer bound.
  func areAttained(
    _ low: [Double], _ high: [Double], of formula: Formula
  ) throws(Diagnostic) -> Bool {
    let sources = formula.sources
    guard sources.count <= Self.mostAttaining, low.count <= Self.mostAttainedCells else {
      return true
    }
    var search = AttainingSearch(evaluator: self, formula: formula, sources: sources)
    for cell in low.indices {
      let size = high[cell] - low[cell]
      for (isLow, end) in [(true, low[cell]), (false, -high[cell])] {
        let wanted = end + 1e-3 * size
        if try search.least(cell, isLow: isLow, until: wanted, size: size) > wanted { return false }
      }
    }
    return true
  }

  /// more brackets have too many corners, and so many cells one is hardly read for
  private static let mostAttaining = 6
  private static let mostAttainedCells = 16
}

/// The least 5 % point, or the greatest 95 % point, over the places of some brackets: at their corners,
/// then from the best of these along one after the other.
private struct AttainingSearch {
  let evaluator: Evaluator
  let formula: Formula
  let sources: [Int32]
  /// what each place has come to, its 5 % and 95 % points cell by cell
  private var known: [Corner: [(low: Double, high: Double)]] = [:]

  init(evaluator: Evaluator, formula: Formula, sources: [Int32]) {
    self.evaluator = evaluator
    self.formula = formula
    self.sources = sources
  }

  /// - Returns: the least value found, the negative of a 95 % point where `isLow` is false; the search
  ///   ends where it is no more than `wanted`, and where it lies too far from it.
  /// - Parameter size: how far apart the points are.
  mutating func least(_ cell: Int, isLow: Bool, until wanted: Double, size: Double)
    throws(Diagnostic) -> Double
  {
    var best = (value: Double.infinity, place: [Int32: Double]())
    func isDone() -> Bool { best.value <= wanted }
    for number in 0..<(1 << sources.count) {
      var place: [Int32: Double] = [:]
      for (k, source) in sources.enumerated() { place[source] = number >> k & 1 == 0 ? 0 : 1 }
      let value = try self.value(cell, isLow, place)
      if value < best.value { best = (value, place) }
      if isDone() { return best.value }
    }
    // one bracket has been looked along when that is done
    for _ in 0..<min(sources.count, 2) {
      for source in sources {
        // nine places, then closer around the best of them
        var (from, width) = (0.0, 1.0)
        for _ in 0..<6 {
          var middle = from + width / 2
          for step in 0...8 {
            var place = best.place
            place[source] = from + width * Double(step) / 8
            let value = try self.value(cell, isLow, place)
            if value < best.value { best = (value, place) }
            if isDone() { return best.value }
          }
          middle = best.place[source] ?? middle
          width /= 4
          // so near, nothing makes up for a gap that is larger in proportion
          if best.value - wanted > width * size { break }
          from = min(max(middle - width / 2, 0), 1 - width)
        }
      }
    }
    return best.value
  }

  private mutating func value(_ cell: Int, _ isLow: Bool, _ place: [Int32: Double])
    throws(Diagnostic) -> Double
  {
    let corner = Corner(place)
    if known[corner] == nil {
      let found = try evaluator.statistics(
        of: formula, Samples.shown, at: Point(corner.positions))
      known[corner] = found.cells.map { ($0.quantiles[0], $0.quantiles[2]) }
    }
    guard let cells = known[corner], cells.indices.contains(cell) else { return -.infinity }
    return isLow ? cells[cell].low : -cells[cell].high
  }
}
