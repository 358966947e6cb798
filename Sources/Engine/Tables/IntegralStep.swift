import Syntax

/// Two readings of an integral, one after the other, between which something is wrong.
public struct IntegralStep: Sendable, Equatable {
  public enum Rows: Sendable, Equatable {
    /// of a file, or of a pasted text
    case lines(of: String?)
    /// of lists that no table holds
    case values
  }
  public var rows: Rows
  public var first: Int
  public var second: Int
  /// `index = 0`, where rows were told apart
  public var group: String?
  /// where the first of the two stands along the column, and the second
  public var from: String
  public var to: String
}

/// The table whose rows an integral goes along.
struct IntegratedTable {
  /// the plain values of the rows
  let rows: Formula
  let number: Int32
  /// `log`
  let text: String

  /// - Returns: nil for what is no column, and comes from none.
  init?(_ formula: Formula) {
    guard let (field, rows, number) = Self.field(in: formula) else { return nil }
    self.rows = rows
    self.number = number
    if case .input(.node(let node)) = rows.code {
      text = node.name.text
    } else {
      var text = rows.place.text
      if text.hasSuffix(".\(field)") { text.removeLast(field.count + 1) }
      self.text = text
    }
  }

  private static func field(in formula: Formula) -> (name: String, rows: Formula, table: Int32)? {
    for input in formula.inputs {
      switch input {
      case .field(let rows, let name, _, _):
        if case .table(let number)? = rows.type.record { return (name, rows, number) }
      case .node(let node):
        if let found = node.formula.flatMap(field) { return found }
      case .formula(let part), .comparison(_, let part):
        if let found = field(in: part) { return found }
      default: break
      }
    }
    return nil
  }

  /// Whether loggers tell their devices apart by a column of this name: `index`, `gpu_uuid`,
  /// `pci_bus_id`, `host`.
  static func tellsDevices(_ column: String) -> Bool {
    let words = column.lowercased().split(separator: "_").map(String.init)
    let things: Set = [
      "gpu", "device", "dev", "card", "accelerator", "pci", "bus", "node", "host", "socket",
    ]
    let marks: Set = ["id", "index", "idx", "uuid", "name"]
    guard let last = words.last else { return false }
    if words.count == 1 {
      return [
        "index", "uuid", "gpu", "device", "card", "host", "hostname", "node", "name", "board",
      ].contains(last)
    }
    return marks.contains(last) && words.dropLast().allSatisfy(things.contains)
  }
}
