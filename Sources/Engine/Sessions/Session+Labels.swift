import Syntax
import Units

/// Lists written `over` an axis whose labels have become others.
extension Session {
  /// Keeps for which labels a list is written: a note comes when they change, and not when they are
  /// back.
  func keepLabels(of node: Node) {
    guard !isChecking, case .list(let list) = node.definition.value else { return }
    for axis in list.over {
      guard let other = world.node(axis.name), let found = try? evaluator.ownAxis(other) else {
        continue
      }
      node.labelsWritten[axis.name] = found.labels
    }
  }

  /// A note where a redefinition has changed the labels that lists were written against.
  func noteLabels(_ old: Node?, _ node: Node) {
    guard let before = old?.axis, let after = node.axis, before !== after else { return }
    noteLabels(before.labels, after.labels, of: node)
  }

  /// - Parameter before: those that lists are taken to be written for which do not know it.
  private func noteLabels(_ before: Axis.Labels, _ after: Axis.Labels, of node: Node) {
    let lists = listsOver(node.name).filter { user in
      !(user.labelsWritten[node.name] ?? before).isSame(as: after)
    }
    for list in lists where list.labelsWritten[node.name] == nil {
      list.labelsWritten[node.name] = before
    }
    if !lists.isEmpty {
      note(
        .noteLabelsChanged(axis: node.name.text, lists: lists.map(\.name.text).sorted()),
        at: node.place)
    }
  }

  private func listsOver(_ axis: Name) -> [Node] {
    world.directDependents(of: .value(axis)).compactMap { reference in
      guard reference.isValue, let user = world.node(reference.name),
        case .list(let list) = user.definition.value,
        list.over.contains(where: { $0.name == axis })
      else { return nil }
      return user
    }
  }

  /// The same for an axis that `--set` has replaced: the script wrote its lists for its own labels.
  func noteLabels(replaced own: Node, by node: Node) {
    guard let before = try? evaluator.ownAxis(own), let after = try? evaluator.ownAxis(node) else {
      return
    }
    for list in listsOver(node.name) { list.labelsWritten[node.name] = before.labels }
    noteLabels(before.labels, after.labels, of: node)
  }
}

extension Axis.Labels {
  /// Whether the same values are labels in the same order, in whatever unit.
  fileprivate func isSame(as other: Axis.Labels) -> Bool {
    switch (self, other) {
    case (.numbers(let a, _), .numbers(let b, _)):
      a.count == b.count && zip(a, b).allSatisfy { Engine.isSame($0, $1) }
    case (.texts(let a), .texts(let b)): a == b
    case (.counts(let a), .counts(let b)): a == b
    default: false
    }
  }
}
