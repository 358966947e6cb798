import EnergyCore
import Syntax

/// A field of a list of records, where the figures of some rows are moved: `card.memory` with
/// `card = [h100_pcie, h100_sxm]` in `sensitivity card.memory by 10%`.
final class MovedField {
  let records: Formula
  let name: String
  let place: Place
  /// by the id of the row
  let brackets: [String: BracketInput]

  init(records: Formula, name: String, place: Place, brackets: [String: BracketInput]) {
    self.records = records
    self.name = name
    self.place = place
    self.brackets = brackets
  }
}

extension FormulaBuilder {
  /// The field with the swings that hold here; nil where none does.
  func movedField(_ name: String, of records: Formula, _ place: Place) -> Input? {
    var brackets: [String: BracketInput] = [:]
    for (figure, swing) in context.world.allSwings {
      let id: String
      if let entry = Catalog.entry(figure), entry.plainField == name {
        id = figure
      } else if figure.hasSuffix(".\(name)") {
        id = String(figure.dropLast(name.utf8.count + 1))
      } else {
        continue
      }
      guard let value = Catalog.entry(id)?.field(name).flatMap({ session.value(of: $0.figure) }),
        case .numbers(let numbers) = value.cells
      else { continue }
      let center = Formula(
        type: ValueType(dimension: value.dimension, unit: value.unit),
        code: .constant(numbers[0], record: nil), place: place, nodes: [], hasSources: false)
      brackets[id] = Self.bracket(around: center, swing, context)
    }
    if brackets.isEmpty { return nil }
    hasSources = true
    return .movedField(
      MovedField(records: records, name: name, place: place, brackets: brackets))
  }
}

extension Evaluator {
  func movedField(_ field: MovedField, at point: Point) throws(Diagnostic) -> Column<Double> {
    let records = try column(field.records, at: point).records ?? []
    var cells = try self.field(field.records, field.name, field.place, at: point)
    for (i, id) in records.enumerated() {
      guard let bracket = field.brackets[id] else { continue }
      cells.cells[i] = try self.bracket(bracket, at: point).cells[0]
    }
    return cells
  }

  func movedField(_ field: MovedField, in box: Box) throws(Diagnostic) -> Column<Dual> {
    let records = try column(field.records).records ?? []
    var cells = try self.field(field.records, field.name, field.place, at: bestPoint).map {
      $0.isNaN ? Dual.fault($0) : Dual($0)
    }
    for (i, id) in records.enumerated() {
      guard let bracket = field.brackets[id] else { continue }
      cells.cells[i] = try enclose(bracket, in: box).cells[0]
    }
    return cells
  }
}
