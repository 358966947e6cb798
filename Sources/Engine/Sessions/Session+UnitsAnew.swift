import Syntax
import Units

/// A unit that is made anew takes those along that were declared by it.
extension Session {
  /// The units that a declaration names.
  func unitsNamed(by statement: Statement) -> Set<Name> {
    guard case .unit(let declaration) = statement.kind, let value = declaration.value else {
      return []
    }
    var names: Set<Name> = []
    let text = Array(statement.source.text(of: value).utf8)
    text.withUnsafeBufferPointer { text in
      var lexer = Lexer(text)
      while true {
        let token = lexer.lex()
        if token.kind == .end { break }
        let word = String(
          decoding: text[Int(token.span.start)..<Int(token.span.end)], as: UTF8.self)
        if let name = units.definedName(word) { names.insert(Name(name)) }
      }
    }
    return names
  }

  /// The declarations of this session, each after those that it rests on.
  func unitsInOrder() -> [Journal.Entry] {
    var entries: [Name: Journal.Entry] = [:]
    var order: [Name] = []
    for entry in journal.entries {
      guard case .unit(let name) = entry.key else { continue }
      entries[name] = entry
      order.append(name)
    }
    var placed: Set<Name> = []
    var sorted: [Journal.Entry] = []
    var stack = order.reversed().map { (name: $0, isDone: false) }
    while let (name, isDone) = stack.popLast() {
      guard let entry = entries[name] else { continue }
      if isDone {
        sorted.append(entry)
      } else if placed.insert(name).inserted {
        stack.append((name, true))
        for next in unitsNamed(by: entry.statement).sorted(by: { $0.text < $1.text }) {
          stack.append((next, false))
        }
      }
    }
    return sorted
  }

  /// The declarations that rest on a unit, each after those that it rests on itself.
  func declarations(restingOn name: Name) -> [Statement] {
    var found: Set<Name> = [name]
    return unitsInOrder().compactMap { entry in
      guard case .unit(let own) = entry.key, own != name,
        !unitsNamed(by: entry.statement).isDisjoint(with: found)
      else { return nil }
      found.insert(own)
      return entry.statement
    }
  }

  /// What was frozen, in the unit that has the name of its own now.
  func current(_ frozen: Formula) -> Formula {
    let unit = units.current(frozen.type.unit) ?? units.standardUnit(of: frozen.type.dimension)
    guard unit != frozen.type.unit else { return frozen }
    var type = frozen.type
    type.unit = unit
    return Formula(
      type: type, code: frozen.code, place: frozen.place, nodes: frozen.nodes,
      hasSources: frozen.hasSources, hasSamples: frozen.hasSamples)
  }
}
