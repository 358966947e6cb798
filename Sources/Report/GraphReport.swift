import CSV
import Engine
import Units

/// The dependency tree of a result, for a terminal.
///
/// ```
/// jt = node / tput                  9.63102 J/t
/// ├─ node = 4 * h100_sxm * 1.1      3.08 kW
/// │  └─ h100_sxm                    700 W
/// └─ tput                           319.8 t/s
/// ```
///
/// A name that is met again is shown once and then referred to with `↑`. Below a certain depth a
/// branch ends with `↓` and goes on further down the page, so that a chain of thousands of
/// definitions stays readable and takes a line each.
struct GraphReport: StatementReport {
  let graph: DependencyGraph
  let units: UnitTable
  let settings: Settings
  let phrase: ValuePhrase

  init(_ graph: DependencyGraph, units: UnitTable, settings: Settings) {
    self.graph = graph
    self.units = units
    self.settings = settings
    phrase = ValuePhrase(units: units, settings: settings)
  }

  var format: String? { graph.format }

  /// Branches of a block go no deeper, whatever the width.
  private static let deepest = 12
  private static let widestValue = 32

  private struct Line {
    /// `│  └─ `
    var branch: String
    var node: Int
    /// shown above, or further down
    var mark: String
  }

  // MARK: the tree

  func writeText(into out: inout [UInt8]) {
    let lines = lines()
    let values = lines.map { line in
      line.mark.isEmpty || line.mark == "↓" ? valueText(graph.nodes[line.node]) : ""
    }
    let valueWidth = min(values.map(DisplayWidth.of).max() ?? 0, Self.widestValue)
    let lefts = lines.map { line in
      DisplayWidth.of(line.branch) + DisplayWidth.of(text(line))
    }
    let left = min(lefts.max() ?? 0, max(settings.width - valueWidth - 2, 24))
    for (i, line) in lines.enumerated() {
      if i > 0, line.branch.isEmpty { out.write("\n") }
      out.write(line.branch, .dim, hasColour: settings.hasColour)
      let space = left - DisplayWidth.of(line.branch)
      let text = Wrapping.cut(text(line), width: max(space, 12))
      let name = DisplayWidth.visible(graph.nodes[line.node].name)
      if text.hasPrefix(name) {
        out.write(name, .name, hasColour: settings.hasColour)
        out.write(String(text.dropFirst(name.count)))
      } else {
        out.write(text)
      }
      if !values[i].isEmpty {
        out.writeBlanks(space - DisplayWidth.of(text) + 2)
        out.write(Wrapping.cut(values[i], width: Self.widestValue))
      }
      out.write("\n")
    }
  }

  /// Every node once, and a line more for each further use.
  private func lines() -> [Line] {
    let depth = max(3, min(Self.deepest, (settings.width - 40) / 3))
    var lines: [Line] = []
    var isShown = Array(repeating: false, count: graph.nodes.count)
    var isAnnounced = isShown
    var roots = [0]
    var next = 0
    while next < roots.count {
      let root = roots[next]
      next += 1
      if isShown[root] { continue }
      // what is still to be written, last first: how its line begins, and how those below it do
      var open: [(node: Int, branch: String, below: String, level: Int)] = [(root, "", "", 0)]
      while let (node, branch, below, level) = open.popLast() {
        let children = graph.nodes[node].restsOn
        var mark = ""
        if isShown[node] {
          mark = "↑"
        } else if level == depth, !children.isEmpty {
          mark = "↓"
          if !isAnnounced[node] { roots.append(node) } else { mark = "⇣" }
          isAnnounced[node] = true
        }
        lines.append(Line(branch: branch, node: node, mark: mark))
        guard mark.isEmpty else { continue }
        isShown[node] = true
        for (i, child) in children.enumerated().reversed() {
          let isLast = i == children.count - 1
          open.append(
            (child, below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), level + 1))
        }
      }
    }
    return lines
  }

  private func text(_ line: Line) -> String {
    let node = graph.nodes[line.node]
    let name = DisplayWidth.visible(node.name)
    switch line.mark {
    case "": return label(node)
    case "↓": return label(node) + " ↓"
    case "⇣": return name + " ↓"
    // what rests on nothing has nothing to be looked up
    default: return node.restsOn.isEmpty ? name : name + " ↑"
    }
  }

  // MARK: words

  /// `node = 4 * h100_sxm * 1.1`; of a leaf whose formula is its value the name alone.
  func label(_ node: DependencyGraph.Node) -> String {
    let name = DisplayWidth.visible(node.name)
    var label = name
    switch node.kind {
    case .function: label = DisplayWidth.visible(node.formula ?? node.name)
    case .leaf:
      let isPlain = node.isLiteral && !(node.value.map(phrase.isConverted) ?? true)
      if let formula = node.formula, !isPlain {
        label += " = \(DisplayWidth.visible(formula))"
      }
    case .definition:
      if let formula = node.formula { label += " = \(DisplayWidth.visible(formula))" }
    case .expression, .catalog, .constant, .missing: break
    }
    if node.isOverride { label += " (with)" }
    return label
  }

  func valueText(_ node: DependencyGraph.Node) -> String {
    if let value = node.value { return phrase.text(value) }
    switch node.kind {
    case .missing: return "not defined"
    case .function: return "function"
    case .catalog: return "not known"
    default: return node.problem == nil ? "no value yet" : problemText(node)
    }
  }

  private func problemText(_ node: DependencyGraph.Node) -> String {
    if case .undefined = node.problem?.problem as? EngineProblem { return "no value yet" }
    return "no value"
  }
}
