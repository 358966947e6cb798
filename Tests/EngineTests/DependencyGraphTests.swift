import Engine
import Syntax
import Testing

/// `graph jt`: nodes and edges.
struct DependencyGraphTests {
  func graph(
    _ line: String, after definitions: String = "", mode: Session.Mode = .prompt,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> DependencyGraph? {
    let tj = Dialogue(definitions, sourceLocation: sourceLocation)
    for case .graph(let found) in tj.enter(line, mode: mode) { return found }
    Issue.record("no graph: \(line)", sourceLocation: sourceLocation)
    return nil
  }

  /// `jt -> node, tput`
  func edges(_ line: String, after definitions: String = "") -> [String] {
    guard let graph = graph(line, after: definitions) else { return [] }
    return graph.nodes.filter { !$0.restsOn.isEmpty }.map { node in
      "\(node.name) -> \(node.restsOn.map { graph.nodes[$0].name }.joined(separator: ", "))"
    }
  }

  @Test func `every node stands once, with what it rests on`() {
    #expect(edges("graph jt", after: InputsTests.rig) == ["jt -> node, tput", "node -> h100_sxm"])
    #expect(
      edges("graph d", after: "a = 1; b = a * 2; c = a + b; d = b * c + a") == [
        "d -> b, c, a", "b -> a", "c -> a, b",
      ])
  }

  @Test func `an expression is a node of its own`() {
    #expect(edges("graph a * 2", after: "a = 1") == ["a * 2 -> a"])
    #expect(graph("graph a * 2", after: "a = 1")?.nodes.map(\.kind) == [.expression, .leaf])
    #expect(graph("graph a", after: "a = 1")?.nodes.map(\.kind) == [.leaf])
    #expect(graph("graph 3 W")?.nodes.map(\.kind) == [.expression])
  }

  @Test func `functions, figures, constants and missing names have kinds of their own`() {
    let found = graph(
      "graph y",
      after: "f(x) = x * k; k = 2; y = f(h100_sxm) * const.c / z")
    #expect(found?.nodes.map(\.name) == ["y", "f", "k", "h100_sxm", "const.c", "z"])
    #expect(
      found?.nodes.map(\.kind) == [
        .definition, .function, .leaf, .catalog, .constant, .missing,
      ])
    #expect(found?.nodes[1].formula == "f(x) = x * k")
    #expect(found?.nodes[0].value == nil)
  }

  @Test func `an override is marked`() {
    let found = graph("graph jt with node = 2 kW", after: InputsTests.rig)
    #expect(found?.nodes.map(\.name) == ["jt", "node", "tput"])
    #expect(found?.nodes.map(\.isOverride) == [false, true, false])
    #expect(found?.nodes.map(\.kind) == [.definition, .leaf, .leaf])
  }

  @Test func `the terminal shows a name once and refers to it then`() {
    shows(
      "graph d", after: "a = 1 W; b = a * 2; c = a + b; d = b + c",
      as: """
        d = b + c     5 W
        ├─ b = a * 2  2 W
        │  └─ a       1 W
        └─ c = a + b  3 W
           ├─ a
           └─ b ↑
        """)
  }

  @Test func `a long chain goes on down the page`() {
    var text = "x0 = 1 W\n"
    for i in 1...9999 { text += "x\(i) = x\(i - 1) + 1 W\n" }
    let tj = Dialogue()
    let shown = tj.shown(text + "graph x9999", mode: .script)
    let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
    // a line for each definition, and for every 12 of them a heading and an empty line
    #expect(lines.count < 12_000)
    #expect(lines.count >= 10_000)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(shown.contains("x9987 = x9986 + 1 W ↓"))
    #expect(shown.contains("\n\nx9987 = x9986 + 1 W "))
    #expect(lines.last?.hasSuffix(" 1 W") == true)
    #expect(lines.last?.contains("└─ x0 ") == true)
  }

  @Test func `a graph with many paths is linear`() {
    var text = "a0 = 1; b0 = 2\n"
    for i in 1...2000 {
      text += "a\(i) = a\(i - 1) + b\(i - 1) - \(i)\nb\(i) = a\(i - 1) - b\(i - 1)\n"
    }
    let found = graph(text + "graph a2000", mode: .script)
    // a0 … a2000 and b0 … b1999; all but the first of each rest on two
    #expect(found?.nodes.count == 4001)
    #expect(found?.nodes.reduce(0) { $0 + $1.restsOn.count } == 2 * 3999)
  }

  @Test func `Graphviz gets sound text`() {
    let tj = Dialogue(#"f(x) = x * 2; name = "a \"b\""; y = if name == "c" then f(1) else 2"#)
    let dot = tj.shown("graph y format dot")
    #expect(DotReader.read(dot) == [0: [1, 2]])
    #expect(dot.contains(#"[label="y = if name == \"c\" then f(1) else 2\n2", shape=box]"#))
    #expect(dot.contains(#"[label="name\n\"a \"b\"\"", shape=ellipse]"#))
    #expect(DotReader.read("digraph \"x\" {\n n0 -> n1;\n}") == nil)
    refuses("table y format dot", after: "y = 1", as: "unknown-format")
    refuses("graph y format pdf", after: "y = 1", as: "unknown-format")
  }
}

/// Reads the part of the DOT language that tj writes: statements `nI [a=b, c="…"];` and `nI -> nJ;`.
enum DotReader {
  /// The edges by node, or nil where the text is not sound.
  static func read(_ text: String) -> [Int: [Int]]? {
    var tokens: [String] = []
    var characters = Array(text)[...]
    while let next = characters.first {
      if next.isWhitespace {
        characters = characters.dropFirst()
      } else if next == "\"" {
        var string = "\""
        characters = characters.dropFirst()
        while let inside = characters.first, inside != "\"" {
          if inside == "\\" { characters = characters.dropFirst() }
          guard let taken = characters.first else { return nil }
          string.append(taken)
          characters = characters.dropFirst()
        }
        guard !characters.isEmpty else { return nil }
        characters = characters.dropFirst()
        tokens.append(string)
      } else if next.isLetter || next.isNumber {
        let word = characters.prefix { $0.isLetter || $0.isNumber }
        characters = characters.dropFirst(word.count)
        tokens.append(String(word))
      } else if characters.starts(with: "->") {
        characters = characters.dropFirst(2)
        tokens.append("->")
      } else {
        characters = characters.dropFirst()
        tokens.append(String(next))
      }
    }
    guard tokens.count > 4, tokens[0] == "digraph", tokens[1].hasPrefix("\""), tokens[2] == "{",
      tokens.last == "}"
    else { return nil }
    var edges: [Int: [Int]] = [:]
    var declared: Set<String> = []
    for statement in tokens[3..<(tokens.count - 1)].split(separator: ";") {
      let words = Array(statement)
      if words.count == 3, words[1] == "->" {
        guard declared.isSuperset(of: [words[0], words[2]]), let from = Int(words[0].dropFirst()),
          let to = Int(words[2].dropFirst())
        else { return nil }
        edges[from, default: []].append(to)
      } else if words.count > 3, words[1] == "[" {
        guard words.last == "]" else { return nil }
        declared.insert(words[0])
      } else if !(words.count == 3 && words[1] == "=") {
        return nil
      }
    }
    return edges
  }
}
