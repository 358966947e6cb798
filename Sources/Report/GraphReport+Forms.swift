import CSV
import Engine
import Units

/// A graph for other programs: Graphviz, Mermaid (Markdown), CSV, JSON.
extension GraphReport {
  // MARK: Graphviz

  func write(as word: String, into out: inout [UInt8]) -> Bool {
    guard word == "dot" else { return false }
    writeDot(into: &out)
    return true
  }

  /// `dot -Tsvg` draws it: an edge leads from a result to what it rests on.
  private func writeDot(into out: inout [UInt8]) {
    out.write("digraph \(Self.dotQuoted(graph.title)) {\n")
    out.write("  rankdir=LR;\n  node [fontname=\"Helvetica\"];\n")
    for (i, node) in graph.nodes.enumerated() {
      out.write("  n\(i) [label=\(Self.dotQuoted(labelLines(node).joined(separator: "\n")))")
      out.write(", \(Self.shape(node))];\n")
    }
    for (i, node) in graph.nodes.enumerated() {
      for other in node.restsOn { out.write("  n\(i) -> n\(other);\n") }
    }
    out.write("}\n")
  }

  /// What it is and what it comes to, a line each.
  private func labelLines(_ node: DependencyGraph.Node) -> [String] {
    let label = Wrapping.cut(label(node), width: 80)
    return node.kind == .function ? [label] : [label, valueText(node)]
  }

  private static func shape(_ node: DependencyGraph.Node) -> String {
    switch node.kind {
    case .expression: "shape=box, style=bold"
    case .definition: "shape=box"
    case .leaf: "shape=ellipse"
    case .function: "shape=component"
    case .catalog: "shape=cylinder"
    case .constant: "shape=diamond"
    case .missing: "shape=ellipse, style=dashed"
    }
  }

  /// A quoted string of the DOT language: only the quote and the backslash have a meaning in it.
  static func dotQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: Markdown

  /// A Mermaid diagram, which GitHub and most wikis draw.
  func writeMarkdown(into out: inout [UInt8]) {
    out.write("```mermaid\nflowchart LR\n")
    for (i, node) in graph.nodes.enumerated() {
      let label = labelLines(node).map(Self.mermaidEscaped).joined(separator: "<br/>")
      let (open, close) = Self.mermaidShape(node)
      out.write("  n\(i)\(open)\"\(label)\"\(close)\n")
    }
    for (i, node) in graph.nodes.enumerated() {
      for other in node.restsOn { out.write("  n\(i) --> n\(other)\n") }
    }
    out.write("```\n")
  }

  private static func mermaidShape(_ node: DependencyGraph.Node) -> (String, String) {
    switch node.kind {
    case .expression, .definition: ("[", "]")
    case .leaf: ("([", "])")
    case .function: ("[[", "]]")
    case .catalog: ("[(", ")]")
    case .constant: ("{{", "}}")
    case .missing: (">", "]")
    }
  }

  /// Characters that Mermaid or HTML would read, by number.
  private static func mermaidEscaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\"#<>&;`\\".unicodeScalars.contains(scalar) {
        result += "#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: CSV

  /// One row for each node; what it rests on, by name, in one cell.
  func writeCSV(into out: inout [UInt8]) {
    var writer = CSVWriter()
    writer.record(["number", "name", "kind", "formula", "value", "rests on"])
    for (i, node) in graph.nodes.enumerated() {
      writer.record([
        String(i), node.name, node.kind.rawValue, node.formula ?? "",
        node.kind == .function ? "" : valueText(node),
        node.restsOn.map { graph.nodes[$0].name }.joined(separator: "; "),
      ])
    }
    out.append(contentsOf: writer.bytes)
  }

  // MARK: JSON

  func writeFields(into json: inout JSONWriter) {
    let result = JSONResult(units: units, settings: settings)
    json.field("title", graph.title)
    json.key("nodes")
    json.array { json in
      for (i, node) in graph.nodes.enumerated() {
        json.object { json in
          json.field("id", i)
          json.field("name", node.name)
          json.field("kind", node.kind.rawValue)
          json.field("formula", node.formula)
          json.key("override")
          json.bool(node.isOverride)
          json.key("value")
          result.write(node.value, into: &json)
          if let problem = node.problem {
            json.field("problem", words(of: problem.problem).message)
          }
        }
      }
    }
    json.key("edges")
    json.array { json in
      for (i, node) in graph.nodes.enumerated() {
        for other in node.restsOn {
          json.object { json in
            json.field("from", i)
            json.field("to", other)
          }
        }
      }
    }
  }
}
