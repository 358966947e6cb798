import EnergyCore
import Syntax
import Units

/// `graph jt`: what a result is made of.
extension Session {
  /// - Complexity: linear in the definitions and their uses.
  func showGraph(_ expression: Expression, _ statement: Statement) throws(Diagnostic) {
    try checkFormat(statement, also: ["dot"])
    let world = try statementWorld(statement, [expression])
    let found = try DependencyWalk(self).run(expression, statement.source, in: world)
    let whole = try rootValue(expression, statement, world, found)
    let title = oneLine(title(expression, statement.source))
    var order = found.inOrder
    // a name that was asked for is its own root
    if case .name = expression, found.items[0].children.count == 1 { order.removeFirst() }
    var numbers = Array(repeating: 0, count: found.items.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    var graph = DependencyGraph(title: title, nodes: [], format: statement.format?.text)
    for (count, index) in order.enumerated() {
      if count & 255 == 255, mustStop() {
        throw Diagnostic(EngineProblem.interrupted, at: Place(statement.source, expression.span))
      }
      let item = found.items[index]
      var node = DependencyGraph.Node(
        name: item.name, kind: .missing, restsOn: item.children.map { numbers[$0] })
      describe(item, isLeaf: found.isLeaf(index), &node)
      if index == 0 {
        node.name = oneLine(statement.source.text(of: expression))
        node.value = whole
      }
      graph.nodes.append(node)
    }
    emit(.graph(graph))
  }

  private func describe(
    _ item: Dependencies.Item, isLeaf: Bool, _ node: inout DependencyGraph.Node
  ) {
    switch item.subject {
    case .missing: break
    case .expression: node.kind = .expression
    case .constant, .figure:
      var lines = SourceLines()
      if case .figure = item.subject { node.kind = .catalog } else { node.kind = .constant }
      node.value = leaf(item, isLeaf: true, &lines)?.value
    case .function(let function):
      let definition = function.definition
      let end = definition.locals.last?.value.span ?? definition.body.span
      node.kind = .function
      node.formula = oneLine(function.source.text(definition.nameSpan.joined(end)))
    case .definition(let definition):
      node.kind = isLeaf ? .leaf : .definition
      node.formula = oneLine(formulaText(definition))
      node.isLiteral = isLeaf && DependencyWalk.isWritten(definition.definition)
      node.isOverride = definition.outer != nil
      do {
        node.value = try valueInWords(definition)
      } catch {
        node.problem = error
      }
    }
  }
}
