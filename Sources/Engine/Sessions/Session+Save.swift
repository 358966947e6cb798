import EnergyCore
import Syntax
import Units

/// `:save`: the session as a script that gives the same definitions and the same values.
extension Session {
  /// Units first, then every definition after what it rests on, documentation included. What `use`
  /// brought from a file is written out, so that the script stands alone in any folder.
  public func savedText() -> String {
    // a library is tj's own, and comes with it
    var lines = files.libraries.keys.sorted().filter { files.done.contains("library " + $0) }
      .map { "use \($0)" }
    for entry in unitsInOrder() where !isOfLibrary(entry) {
      lines += written(entry.statement, as: nil)
    }
    var broken: [String] = []
    for entry in ordered() where !isOfLibrary(entry) {
      if let reason = whyBroken(entry) {
        broken.append("# left out, since it has no value now (\(reason)):")
        broken += written(entry.statement, as: nil).joined(separator: "\n")
          .split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)" }
      } else {
        lines += written(entry.statement, as: frozenText(entry))
      }
    }
    for entry in journal.entries {
      guard case .correlation(let a, let b) = entry.key else { continue }
      let isKept = [a, b].allSatisfy { world.node($0)?.formula?.literalDistribution != nil }
      let text = written(entry.statement, as: nil)
      lines += isKept ? text : text.map { "# \($0)" }
    }
    lines += broken
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func isOfLibrary(_ entry: Journal.Entry) -> Bool {
    files.libraries[entry.statement.source.name] === entry.statement.source
  }

  func written(_ statement: Statement, as text: String?) -> [String] {
    let documentation = statement.documentation.map { $0.isEmpty ? "##" : "## \($0)" }
    let provenance = statement.provenance.map { "## source: \($0)" }
    return documentation + provenance + [text ?? statement.source.text(statement.span)]
  }

  /// Definitions in the order of dependence, otherwise as they were said.
  private func ordered() -> [Journal.Entry] {
    var entries: [Reference: Journal.Entry] = [:]
    var order: [Reference] = []
    for entry in journal.entries {
      switch entry.key {
      case .value(let name): order.append(.value(name))
      case .function(let name): order.append(.function(name))
      case .scenario(let name): order.append(.scenario(name))
      default: continue
      }
      entries[order[order.count - 1]] = entry
    }
    var placed: Set<Reference> = []
    var sorted: [Journal.Entry] = []
    for start in order {
      var stack = [(start, false)]
      while let (reference, isDone) = stack.popLast() {
        if isDone {
          if let entry = entries[reference] { sorted.append(entry) }
          continue
        }
        guard entries[reference] != nil, placed.insert(reference).inserted else { continue }
        stack.append((reference, true))
        for next in world.references(of: reference).reversed() { stack.append((next, false)) }
      }
    }
    return sorted
  }

  /// The id of the problem that keeps a definition from having a value, or a scenario from holding;
  /// waiting is none.
  private func whyBroken(_ entry: Journal.Entry) -> String? {
    if case .scenario(let name) = entry.key, let scenario = world.scenario(name) {
      do {
        _ = try world(under: name, above: world, at: scenario.place)
      } catch {
        switch error.problem as? EngineProblem {
        case .unknownOverride, .unknownScenario, .undefined, .unknownName: return nil
        default: return error.problem.id
        }
      }
    }
    guard case .value(let name) = entry.key, let node = world.node(name) else { return nil }
    do {
      _ = try value(of: node)
    } catch {
      if case .undefined = error.problem as? EngineProblem { return nil }
      if case .notKnown = error.problem as? EngineProblem { return nil }
      return error.problem.id
    }
    return nil
  }

  /// A frozen definition is saved by its value, in full precision.
  private func frozenText(_ entry: Journal.Entry) -> String? {
    guard case .value(let name) = entry.key, let node = world.node(name),
      node.definition.isFrozen, let value = try? value(of: node)
    else { return nil }
    // a table is its text
    if case .table? = node.formula?.type.record { return nil }
    guard let text = exactly(value, name) else { return nil }
    return "\(name.text) := \(text)"
  }

  /// Whether a value is the plain value of a record; one that was solved for may be another.
  private func isFigure(_ value: Value, of record: String) -> Bool {
    guard let entry = Catalog.entry(record), case .number(let plain, let unit) = entry.plain,
      case .numbers(let cells) = value.cells, cells.count == 1
    else { return true }
    return cells[0] == plain * catalogUnit(unit).factor
  }

  /// A value as text that reads back to the same bits where the unit's factor allows it.
  private func exactly(_ value: Value, _ name: Name) -> String? {
    if let record = value.record, isFigure(value, of: record) { return record }
    guard case .numbers(let numbers) = value.cells else { return nil }
    let unit = units.text(of: value.unit)
    func number(_ base: Double) -> String {
      let shown = (base - units.offset(of: value.unit)) / units.factor(of: value.unit)
      let whole = shown == shown.rounded() && abs(shown) < 1e15
      return whole ? String(Int(shown)) : shown.description
    }
    func cell(_ i: Int) -> String {
      guard let low = value.low?[i], let high = value.high?[i] else { return number(numbers[i]) }
      if !value.hasBest { return "\(number(low)) .. \(number(high))" }
      return "\(number(low)) .. \(number(numbers[i])) .. \(number(high))"
    }
    let suffix = unit.isEmpty ? "" : " \(unit)"
    if value.axes.isEmpty {
      return value.isBracket ? "(\(cell(0)))\(suffix)" : "\(number(numbers[0]))\(suffix)"
    }
    guard value.axes.count == 1, let axis = value.axes.first else { return nil }
    let over =
      axis.name.map { $0 != name && world.node($0)?.axis === axis ? " over \($0)" : "" } ?? ""
    return "[\(numbers.indices.map(cell).joined(separator: ", "))]\(suffix)\(over)"
  }
}
