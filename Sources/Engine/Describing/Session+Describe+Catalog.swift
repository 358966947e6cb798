import EnergyCore
import Syntax
import Units

/// Help on the catalog: a row, one figure of it, a physical constant, and the names that they stand under.
extension Session {
  /// `?h100_sxm`, `?h100_sxm.memory`, `?const.c`, `?grid`; nil for anything else.
  func describe(catalog text: String) -> Description? {
    if let entry = Catalog.entry(text) { return describe(entry) }
    if let constant = Library.physical[text] { return describe(constant, text) }
    if let field = describe(field: text) { return field }
    return describe(names: text)
  }

  private func describe(_ entry: Catalog.Entry) -> Description {
    var facts: [(label: String, value: String)] = []
    var unknown: [String] = []
    for field in entry.fields where !["source", "confidence", "note"].contains(field.name) {
      let isPlain = field.name == entry.plainField
      if !isPlain, case .notKnown = field.figure {
        unknown.append(".\(field.name)")
        continue
      }
      let label = isPlain ? field.name : ".\(field.name)"
      facts.append((label, figureText(field.figure)))
    }
    if !unknown.isEmpty { facts.append(("not known", unknown.joined(separator: ", "))) }
    facts.append(("dimension", dimensionText(entry.plain)))
    facts += provenance(entry)
    for id in entry.alternatives {
      guard let other = Catalog.entry(id) else { continue }
      facts.append(
        ("also", "\(id) = \(figureText(other.plain)) (\(other.source), \(other.confidence))"))
    }
    facts += usedBy(.value(Name(entry.id)))
    let article = entry.kind == .accelerator ? "an" : "a"
    let plain = entry.plainField.replacing("_", with: " ")
    return answered(
      Description(
        title: "\(entry.id): \(entry.title)", facts: facts,
        paragraphs: ["\(article) \(entry.kind.rawValue); its plain value is its \(plain)"],
        example: figureExample(entry)))
  }

  private func provenance(_ entry: Catalog.Entry) -> [(label: String, value: String)] {
    let facts = [("source", entry.source), ("confidence", entry.confidence), ("note", entry.note)]
    return facts.filter { !$0.1.isEmpty }
  }

  /// A figure of a catalog row, asked for.
  private func figureExample(_ entry: Catalog.Entry) -> [String] {
    for field in entry.fields where field.name != entry.plainField {
      if case .number = field.figure { return ["\(entry.id).\(field.name)"] }
    }
    return []
  }

  /// `?h100_sxm.memory`, and `?card.memory` of a definition that is a row.
  private func describe(field text: String) -> Description? {
    guard let point = text.lastIndex(of: ".") else { return nil }
    let owner = String(text[..<point])
    let record = world.node(Name(owner)).flatMap { node -> String? in
      try? check(node)
      return node.formula?.record
    }
    guard let entry = Catalog.entry(record ?? owner),
      let field = entry.field(String(text[text.index(after: point)...]))
    else { return nil }
    let article = entry.kind == .accelerator ? "an" : "a"
    var facts: [(label: String, value: String)] = [("value", figureText(field.figure))]
    let dimension = dimensionText(field.figure)
    if !dimension.isEmpty { facts.append(("dimension", dimension)) }
    facts += provenance(entry).filter { $0.label != field.name }
    for id in entry.alternatives {
      guard let other = Catalog.entry(id)?.field(field.name) else { continue }
      facts.append(("also", "\(id).\(field.name) = \(figureText(other.figure))"))
    }
    facts.append(("of", "\(entry.title); `?\(entry.id)` shows all of it"))
    facts += usedBy(.value(Name(owner))) { self.formulaText($0).contains(text) }
    var example: [String] = []
    if case .number = field.figure { example = ["2 * \(text)"] }
    return answered(
      Description(
        title: "\(text): a figure of \(article) \(entry.kind.rawValue)", facts: facts,
        paragraphs: [field.summary], example: example))
  }

  private func dimensionText(_ figure: Catalog.Figure) -> String {
    switch figure {
    case .number(_, let unit), .bracket(_, _, let unit):
      units.name(of: units.dimension(of: catalogUnit(unit).unit))
    case .text, .notKnown: ""
    }
  }

  private func describe(_ constant: Library.Constant, _ name: String) -> Description {
    let number = units.numberText(constant.value, unit: .one, digits: 15)
    var facts: [(label: String, value: String)] = [("value", "\(number) \(constant.unit)")]
    facts.append(
      ("dimension", units.name(of: units.dimension(of: catalogUnit(constant.unit).unit))))
    facts += usedBy(.value(Name(name)))
    return answered(
      Description(
        title: "\(name): a physical constant", facts: facts, paragraphs: [constant.summary],
        example: ["2 * \(name)"]))
  }

  // MARK: the names that others stand under

  /// `?grid`, `?facility`, `?const`, `?measured`
  private func describe(names text: String) -> Description? {
    let names: [String]
    let what: String
    switch text {
    case "grid", "facility":
      guard let kind = Catalog.Kind(rawValue: text) else { return nil }
      names = Catalog.ids(kind)
      what = "the \(kind.plural) of the catalog; `:list \(kind.plural)` shows them"
    case "const":
      names = Library.physical.keys.sorted()
      what = "physical constants; `:list constants` shows them"
    case "measured":
      names = Measurements.names.map { "measured.\($0)" }
      what = "measured runs as tables of columns, each with its source"
    default: return nil
    }
    guard let first = names.first else { return nil }
    // what no `:list` shows is told whole
    let limit = ["const", "measured"].contains(text) ? 60 : 12
    let shown = names.prefix(limit).joined(separator: ", ")
    let more = names.count > limit ? " and \(names.count - limit) more" : ""
    return answered(
      Description(
        title: "\(text): names of tj's own", facts: [("names", shown + more)],
        paragraphs: [what], example: text == "measured" ? [] : [first]))
  }
}
