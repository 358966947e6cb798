/// Which distributions vary together, by the names of their sources: `correlate(a, b, 0.5)`.
///
/// A Gaussian copula: the numbers are the correlations of the normal quantiles of the shares below, so
/// that every distribution by itself stays exactly what it is.
struct Correlations: Equatable, Sendable {
  struct Pair: Hashable, Sendable {
    let first: String
    let second: String

    init(_ a: String, _ b: String) { (first, second) = a < b ? (a, b) : (b, a) }
  }
  private(set) var pairs: [Pair: Double] = [:]

  var isEmpty: Bool { pairs.isEmpty }

  /// 0 where nothing is said.
  subscript(_ pair: Pair) -> Double {
    get { pairs[pair] ?? 0 }
    set { pairs[pair] = newValue == 0 ? nil : newValue }
  }

  /// What a name is correlated with, by name.
  func partners(of name: String) -> [(name: String, factor: Double)] {
    pairs.compactMap { pair, factor in
      pair.first == name ? (pair.second, factor) : pair.second == name ? (pair.first, factor) : nil
    }.sorted { $0.name < $1.name }
  }

  /// Names around a pair that are all correlated with each other, and cannot be so; empty where there
  /// are none, or where some pair among them is not said.
  func impossible(with pair: Pair) -> [String] {
    let names = partners(of: pair.first).map(\.name).filter { self[Pair($0, pair.second)] != 0 }
    let members = [pair.first, pair.second] + names
    let isComplete = members.indices.allSatisfy { i in
      members[..<i].allSatisfy { self[Pair($0, members[i])] != 0 }
    }
    return isComplete && triangle(members) == nil ? members.sorted() : []
  }

  /// Those of some names that are correlated with any other of them, in groups.
  func groups(_ names: [String]) -> [[Int]] {
    if pairs.isEmpty { return [] }
    var group = Array(names.indices)
    for i in names.indices {
      for j in 0..<i where pairs[Pair(names[i], names[j])] != nil {
        let (from, to) = (group[i], group[j])
        for k in group.indices where group[k] == from { group[k] = to }
      }
    }
    return Dictionary(grouping: names.indices, by: { group[$0] }).values
      .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// The lower triangle that gives the matrix of correlations when it is multiplied by itself turned
  /// over (Cholesky); nil where the matrix is not positive definite.
  func triangle(_ names: [String]) -> [[Double]]? {
    var rows: [[Double]] = []
    for i in names.indices {
      var row: [Double] = []
      for j in 0...i {
        let wanted = i == j ? 1 : self[Pair(names[i], names[j])]
        let other = i == j ? row : rows[j]
        var rest = wanted
        for k in 0..<j { rest -= row[k] * other[k] }
        if i == j {
          if rest < 1e-12 { return nil }
          row.append(rest.squareRoot())
        } else {
          row.append(rest / other[j])
        }
      }
      rows.append(row)
    }
    return rows
  }

  /// For each name of what it is made: the sources by their place, and their factors. Nil for a name
  /// that is correlated with none of the others.
  func factors(_ names: [String]) -> [[(key: Int, value: Double)]?] {
    var found: [[(key: Int, value: Double)]?] = names.map { _ in nil }
    for group in groups(names) {
      guard let triangle = triangle(group.map { names[$0] }) else { continue }
      for (i, row) in triangle.enumerated() {
        found[group[i]] = row.enumerated().filter { $0.element != 0 }.map { (group[$0], $1) }
      }
    }
    return found
  }

  /// The names whose correlations cannot all hold; empty where they can.
  func disagreement(_ names: [String]) -> [String] {
    for group in groups(names) {
      let members = group.map { names[$0] }
      if triangle(members) == nil { return members }
    }
    return []
  }
}
