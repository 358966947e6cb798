import Syntax
import Units

/// A named axis: the labels along which a value varies.
///
/// Two axes are the same only if they are the same object; names are for people. A list that nobody
/// has named yet varies along the nameless axis of its length, so that two such lists line up.
public final class Axis: @unchecked Sendable {
  public enum Labels: Sendable, Equatable {
    /// in base units, shown in a unit
    case numbers([Double], Unit)
    case texts([String])
    /// 1 … n, for a list whose items are no labels themselves
    case counts(Int)
  }
  /// nil for a list that nobody has named yet
  public let name: Name?
  public let labels: Labels
  /// the labels are truth values, written as the words `true` and `false`
  let isTruth: Bool
  /// The labels are what stands in a column of a table, whose name is that of the axis: no definition
  /// makes it.
  let isOfColumn: Bool
  /// The rows whose groups the labels are, by the names of their axes.
  var rows: Set<Name> = []

  package init(name: Name?, labels: Labels, isTruth: Bool = false, isOfColumn: Bool = false) {
    self.name = name
    self.labels = labels
    self.isTruth = isTruth
    self.isOfColumn = isOfColumn
  }

  /// The same axis with some of its labels.
  func keeping(_ labels: Labels) -> Axis {
    let axis = Axis(name: name, labels: labels, isTruth: isTruth, isOfColumn: isOfColumn)
    axis.rows = rows
    return axis
  }

  /// A label as it is written in a line: texts stand in quotes.
  func quoted(_ label: String) -> String {
    if case .texts = labels, !isTruth { return "\"\(label)\"" }
    return label
  }

  /// What a truth value is called as a label.
  static func word(_ truth: Double) -> String { truth == 1 ? "true" : "false" }

  public var count: Int {
    switch labels {
    case .numbers(let values, _): values.count
    case .texts(let texts): texts.count
    case .counts(let n): n
    }
  }

  /// The position of a number among the labels, within 1e-9 relative; nil where there is none.
  func position(of value: Double) -> Int? {
    switch labels {
    case .numbers(let values, _): values.firstIndex { isSame($0, value) }
    case .counts(let n):
      (1...max(n, 1)).first { $0 <= n && isSame(Double($0), value) }.map { $0 - 1 }
    case .texts(let texts): isTruth ? texts.firstIndex(of: Self.word(value)) : nil
    }
  }

  func position(of text: String) -> Int? {
    if case .texts(let texts) = labels { return texts.firstIndex(of: text) }
    return nil
  }

  /// Where its labels stand in another axis, if they are some of that one's in the same order.
  func places(in other: Axis) -> [Int]? {
    func stand<Label>(_ some: [Label], in all: [Label], _ isSame: (Label, Label) -> Bool) -> [Int]?
    {
      var places: [Int] = []
      places.reserveCapacity(some.count)
      for (place, label) in all.enumerated()
      where places.count < some.count && isSame(some[places.count], label) {
        places.append(place)
      }
      return places.count == some.count ? places : nil
    }
    switch (labels, other.labels) {
    case (.texts(let some), .texts(let all)): return stand(some, in: all, ==)
    case (.texts, _), (_, .texts): return nil
    default: return stand(numbers ?? [], in: other.numbers ?? [], isSame)
    }
  }

  /// Whether the label at a position stands at another one too: then it cannot be picked.
  func isRepeated(_ position: Int) -> Bool {
    switch labels {
    case .numbers(let values, _):
      values.indices.contains { $0 != position && isSame(values[$0], values[position]) }
    case .texts(let texts):
      texts.indices.contains { $0 != position && texts[$0] == texts[position] }
    case .counts: false
    }
  }

  /// The numbers of the labels, where they are numbers; 1 and 0 of truth values.
  var numbers: [Double]? {
    switch labels {
    case .numbers(let values, _): values
    case .counts(let n): (0..<n).map { Double($0 + 1) }
    case .texts(let texts): isTruth ? texts.map { $0 == Self.word(1) ? 1 : 0 } : nil
    }
  }
}

/// Equal within 1e-9 relative, as labels and `~=` are compared.
func isSame(_ a: Double, _ b: Double) -> Bool {
  a == b || abs(a - b) <= 1e-9 * max(abs(a), abs(b))
}
