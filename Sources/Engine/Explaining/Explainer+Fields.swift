import EnergyCore
import Syntax
import Units

/// Figures of the catalog and fields of records: what they say, and which row they are of.
extension Explainer {
  /// `grid.FRA`, `const.c`, `h100_sxm.memory`, `card.memory`
  func dotted(
    _ names: [Name], _ expression: Expression, _ frame: ExplainFrame, _ found: inout Found
  ) throws(Diagnostic) -> Working {
    let whole = names.map(\.text).joined(separator: ".")
    guard let first = names.first else { return try part(expression, frame, &found) }
    if let base = try self.base(first, expression, frame) {
      found.parts += base
    } else if let binding = frame.scope.binding(first) {
      found.parts.append(.local(first, binding))
    } else if let node = world(of: first, frame).node(first) {
      found.parts.append(.node(node, first.text))
    } else if let node = world(of: Name(whole), frame).node(Name(whole)) {
      found.parts.append(.node(node, whole))
      return leaf(whole, try quantity(expression, frame))
    } else if let constant = Library.physical[whole] {
      found.remarks.append(.given(.constant(name: whole, summary: constant.summary)))
    } else {
      for length in stride(from: min(names.count, 4), through: 1, by: -1) {
        let id = names.prefix(length).map(\.text).joined(separator: ".")
        guard let entry = Catalog.entry(id) else { continue }
        let field = length < names.count ? names[length].text : entry.plainField
        remark(entry, field, whole, &found)
        return leaf(whole, try quantity(expression, frame))
      }
    }
    if names.count > 1, let last = names.last, Library.physical[whole] == nil {
      return try field(last, expression, frame, &found)
    }
    return leaf(whole, try quantity(expression, frame))
  }

  /// What a name stands for of which a field is asked: a row of the catalog is named, and a table
  /// shows itself in its cells. nil where the name is to be explained like any other.
  private func base(_ name: Name, _ expression: Expression, _ frame: ExplainFrame)
    throws(Diagnostic) -> [ExplainedPart]?
  {
    let binding = frame.scope.binding(name)
    let node = binding == nil ? world(of: name, frame).node(name) : nil
    guard binding != nil || node != nil else { return nil }
    let formula = try formula(.name(name, expression.span), frame)
    switch formula.type.record {
    case .table?: return []
    case nil: return nil
    case .catalog?: break
    }
    guard try axes(of: formula, frame).isEmpty else { return nil }
    let quantity = try quantity(formula, frame)
    guard let id = quantity.record, Catalog.entry(id) != nil else { return nil }
    return [.record(name.text, id: id, quantity, node)]
  }

  /// A field of a record that a name stands for: which record that is.
  func field(
    _ name: Name, _ expression: Expression, _ frame: ExplainFrame, _ found: inout Found
  ) throws(Diagnostic) -> Working {
    let quantity = try quantity(expression, frame)
    var base: Expression?
    if case .dotted(let names, let span) = expression {
      base =
        names.count == 2 ? .name(names[0], span) : .dotted(Array(names.dropLast()), span)
    } else if case .field(let inner, _, _) = expression {
      base = inner
    }
    if let base, let record = try? self.quantity(base, frame).record,
      let entry = Catalog.entry(record)
    {
      remark(entry, name.text, "\(record).\(name)", &found)
    }
    return leaf(text(expression, frame), quantity)
  }

  /// `h100_sxm: board power (NVIDIA data sheet)`
  func remark(_ entry: Catalog.Entry, _ field: String, _ name: String, _ found: inout Found) {
    // the field is in the name already: `h100_sxm.memory`
    let words = field.replacing("_", with: " ")
    var what = words
    if name.hasSuffix(".\(field)") {
      let meaning = entry.kind.meaning(ofField: field) ?? words
      what = meaning == words ? entry.title : meaning
    }
    let remark = Derivation.Remark.given(.figure(name: name, what: what))
    if !found.remarks.contains(remark) { found.remarks.append(remark) }
    if !entry.source.isEmpty, !found.sources.contains(entry.source) {
      found.sources.append(entry.source)
    }
  }
}
