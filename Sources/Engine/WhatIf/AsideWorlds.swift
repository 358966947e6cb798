import Syntax

/// Worlds for overrides that mention themselves: in `jt with h100_sxm = 350 W, node = node * 1.2` the
/// inner `node` is that of the world in which `h100_sxm` alone is overridden.
final class AsideWorlds {
  private var worlds: [[Name]: World] = [:]
  /// overrides that mention nothing
  var literals: [Name: Node] = [:]
  /// more overrides that rest on each other than anybody writes
  private static let most = 400

  /// The world in which the name of an override means the outer one, and every other name what the
  /// other overrides say; the one below where they say nothing of it.
  func world(
    without change: WhatIf.Override, _ changes: [WhatIf.Override], _ below: World,
    _ source: SourceText, make: ([WhatIf.Override]) throws(Diagnostic) -> World
  ) throws(Diagnostic) -> World {
    guard changes.count > 1,
      ReferenceCollector.references(of: change.value).contains(.value(change.name))
    else { return below }
    let others = changes.filter { $0.name != change.name }
    let reached = below.reached(from: below.references(of: .value(change.name)), with: others)
    let used = others.filter { reached.contains(.value($0.name)) }
    if used.isEmpty { return below }
    let key = used.map(\.name)
    if let known = worlds[key] { return known }
    if worlds.count > Self.most {
      throw Diagnostic(
        EngineProblem.tooLong(
          what: "list of overrides that mention themselves", limit: "\(Self.most) worlds"),
        at: Place(source, change.span))
    }
    let made = try make(used)
    worlds[key] = made
    return made
  }
}

extension World {
  /// Every name that some references rest on where some names are overridden: beyond an override what
  /// its value mentions counts, and its own name there is the one below.
  func reached(from references: [Reference], with changes: [WhatIf.Override]) -> Set<Reference> {
    var values: [Name: [Reference]] = [:]
    for change in changes {
      var mentioned = ReferenceCollector.references(of: change.value)
      if let own = mentioned.firstIndex(of: .value(change.name)) {
        mentioned.remove(at: own)
        mentioned += self.references(of: .value(change.name))
      }
      values[change.name] = mentioned
    }
    var found: Set<Reference> = []
    var open = references
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open += (next.isValue ? values[next.name] : nil) ?? self.references(of: next)
    }
    return found
  }
}
