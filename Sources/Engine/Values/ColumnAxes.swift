import Syntax

/// The axes whose labels stand in columns of tables: of groups (`by log.index`), and of measured sets
/// (`batch`). No definition makes them; two are the same if name and labels are the same, and how
/// these are found, so that all that is found by one column lines up.
struct ColumnAxes {
  /// names that axes have or may come to have
  var names: Set<Name> = []
  /// Those that some value still varies along.
  private var axes: [Name: [Known]] = [:]

  private struct Known {
    weak var axis: Axis?
    var rule: String?
  }

  /// - Parameter rule: how the labels are worked out of columns; two rules make two axes.
  mutating func axis(_ name: Name, _ labels: Axis.Labels, isTruth: Bool, rule: String?) -> Axis {
    let known = (axes[name] ?? []).filter { $0.axis != nil }
    for one in known where one.rule == rule {
      if let axis = one.axis, axis.labels == labels, axis.isTruth == isTruth { return axis }
    }
    let axis = Axis(name: name, labels: labels, isTruth: isTruth, isOfColumn: true)
    axes[name] = known + [Known(axis: axis, rule: rule)]
    return axis
  }
}
