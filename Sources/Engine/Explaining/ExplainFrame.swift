import Syntax

/// Where an expression is explained: what its names mean there, at which labels, and where in their
/// ranges the brackets stand.
struct ExplainFrame {
  var context: BuildContext
  var scope: Scope
  /// the one label that is shown of each axis; the first where none is chosen
  var labels: [ObjectIdentifier: (axis: Axis, position: Int)] = [:]
  /// nil: every bracket at its best guess
  var point: Point?
  /// `with node = 2 kW`
  var within: [String] = []

  /// The same labels have one number, so that what was explained for them is known again.
  func position(of axis: Axis) -> Int {
    min(labels[ObjectIdentifier(axis)]?.position ?? 0, max(axis.count - 1, 0))
  }

  /// Which cell of a column is shown.
  func cell(of axes: [Axis]) -> Int {
    axes.reduce(0) { $0 * $1.count + position(of: $1) }
  }

  func choosing(_ axis: Axis, _ position: Int) -> ExplainFrame {
    var frame = self
    // a part of an axis has its name, and stands back where the whole is chosen from
    if let name = axis.name {
      frame.labels = frame.labels.filter { $1.axis === axis || $1.axis.name != name }
    }
    frame.labels[ObjectIdentifier(axis)] = (axis, position)
    return frame
  }
}

/// A stretch of lines about one thing: what they begin with, and how far in they stand.
final class ExplainBlock {
  let subject: String?
  let level: Int
  /// what was asked for: it ends as tj prints it
  let isRoot: Bool
  /// the expression of the last line
  var last: String?
  /// the expression that the first line comes from, where another block began with it
  var goesOn: String?
  /// the place of the last line among the steps
  var lastStep: Int?
  /// for the first line: the documentation, where it comes from
  var remarks: [Derivation.Remark] = []
  var sources: [String] = []
  var rule: Derivation.Rule?

  /// Where the subject is the formula itself, its parts stand above it and not under it.
  var levelOfParts: Int { last == nil && subject != nil ? level : level + 1 }

  init(subject: String?, level: Int, isRoot: Bool = false) {
    self.subject = subject
    self.level = level
    self.isRoot = isRoot
  }
}
