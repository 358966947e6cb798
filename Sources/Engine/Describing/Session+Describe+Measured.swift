import EnergyCore
import Syntax
import Units

/// What was measured, and single figures of the catalog: `?measured.tensoreconomics`,
/// `?h100_sxm.memory`.
extension Session {
  /// Nil for what is neither.
  func describe(dotted text: String) -> Description? {
    if text.hasPrefix(Self.measuredPrefix) {
      let parts = text.dropFirst(Self.measuredPrefix.count).split(separator: ".").map(String.init)
      guard let first = parts.first, let set = Measurements.named(first) else { return nil }
      if parts.count == 1 { return describe(set) }
      guard parts.count == 2, let column = set.columns.first(where: { $0.name == parts[1] }) else {
        return nil
      }
      return describe(column, of: set)
    }
    guard let dot = text.lastIndex(of: "."),
      let entry = Catalog.entry(String(text[..<dot]))
    else { return nil }
    return describe(String(text[text.index(after: dot)...]), of: entry)
  }

  private func describe(_ set: Measurements) -> Description {
    let name = Self.measuredPrefix + set.name
    var facts: [(label: String, value: String)] = set.columns.compactMap { column in
      ["source", "confidence"].contains(column.name) ? nil : (".\(column.name)", range(column))
    }
    facts.append(("source", set.first("source")))
    facts.append(("confidence", set.first("confidence")))
    let axis =
      set.key.map { "it varies along the axis `\($0)`: pick a label, or `interpolate` between two" }
      ?? "a name, `rows = \(name)`, gives it an axis; `rows[rows.batch == 8]` are some of its rows"
    return Description(
      title: "\(name): \(set.count) measured rows", facts: facts,
      paragraphs: [set.key == nil ? axis : "\(summary(of: set)); \(axis)"],
      example: example(of: set, column: "rate"))
  }

  private func describe(_ column: Measurements.Column, of set: Measurements) -> Description {
    Description(
      title: "\(Self.measuredPrefix)\(set.name).\(column.name): a column of \(set.count) rows",
      facts: [
        ("value", range(column)), ("source", set.first("source")),
        ("confidence", set.first("confidence")),
      ], paragraphs: [],
      example: column.unit == nil ? [] : example(of: set, column: column.name))
  }

  /// `443.01 .. 612.3 W`, or the texts of a column.
  private func range(_ column: Measurements.Column) -> String {
    guard let text = column.unit else {
      var found: [String] = []
      for cell in column.cells where !found.contains(cell) { found.append(cell) }
      return found.count > 3 ? "\(found.count) different" : found.joined(separator: ", ")
    }
    let numbers = column.cells.compactMap(Double.init)
    guard let low = numbers.min(), let high = numbers.max() else { return "not known" }
    let (a, b) = (plain(low), plain(high))
    return (a == b ? a : "\(a) .. \(b)") + (text.isEmpty ? "" : " \(text)")
  }

  /// One cell of it, or the largest.
  private func example(of set: Measurements, column name: String) -> [String] {
    guard let column = set.columns.first(where: { $0.name == name }), let text = column.unit,
      let unit = TableHead.unit(text.isEmpty ? "1" : text, units)
    else { return [] }
    let path = "\(Self.measuredPrefix)\(set.name).\(name)"
    let factor = units.factor(of: unit)
    if let key = set.key, let label = set.columns.first(where: { $0.name == key })?.cells.first,
      let number = column.cells.first.flatMap(Double.init)
    {
      return ["\(path)[\(key) = \(label)]", "#> \(brief(number * factor, unit))"]
    }
    guard let largest = column.cells.compactMap(Double.init).max() else { return [] }
    return ["max(\(path))", "#> \(brief(largest * factor, unit))"]
  }

  /// `Llama-3.3-70B-Instruct, lm-arena-chat, 4 gpu`
  private func summary(of set: Measurements) -> String {
    let model = set.first("model").split(separator: "/").last.map(String.init) ?? ""
    if set.key == nil { return "a sweep over lengths, batches and numbers of cards" }
    return "\(model), \(set.first("task")), \(set.first("gpus")) gpu"
  }

  func measuredEntries() -> [Entry] {
    Measurements.names.compactMap { name in
      guard let set = Measurements.named(name) else { return nil }
      return Entry(
        kind: "measured", name: Self.measuredPrefix + name, value: "\(set.count) rows",
        summary: summary(of: set))
    }
  }

  // MARK: figures of the catalog

  private func describe(_ field: String, of entry: Catalog.Entry) -> Description? {
    let path = "\(entry.id).\(field)"
    let from = [("source", entry.source), ("confidence", entry.confidence)]
    if field == "board", entry.kind == .accelerator {
      let isThere = units.isUnit("IT")
      return Description(
        title: "\(path): the board power of one, as power of IT for each gpu",
        facts: [("value", "\(figureText(entry.plain)) IT/gpu")] + from,
        paragraphs: [
          isThere ? "times a number of cards it is power of IT" : "it is there after `use scope`"
        ], example: isThere ? ["4 gpu * \(path)"] : ["use scope", "4 gpu * \(path)"])
    }
    guard let found = entry.fields.first(where: { $0.name == field }) else { return nil }
    let text = figureText(found.figure)
    return Description(
      title: "\(path): \(field.replacing("_", with: " ")) of \(entry.title)",
      facts: [("value", text)] + from, paragraphs: entry.note.isEmpty ? [] : [entry.note],
      example: [path])
  }
}

extension Measurements {
  /// What stands in the first row.
  fileprivate func first(_ column: String) -> String {
    columns.first { $0.name == column }?.cells.first ?? ""
  }
}
