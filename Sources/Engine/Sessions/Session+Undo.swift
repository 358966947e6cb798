import Syntax

/// What `:undo` goes back to.
struct Checkpoint {
  var definitions: World.Snapshot
  var journal: Journal
  var files: UsedFiles
  var answer: Place?
  var generation: Int
}

/// `:undo`, `:reset`.
extension Session {
  /// Remembers the session as it is, before an entry at the prompt.
  public func checkpoint() {
    if let last = checkpoints.last, last.generation == generation,
      last.journal.count == journal.count
    {
      checkpoints[checkpoints.count - 1].answer = answer
      return
    }
    checkpoints.append(
      Checkpoint(
        definitions: world.snapshot, journal: journal, files: files, answer: answer,
        generation: generation))
  }

  /// Goes back to before the last entry that changed a definition.
  /// - Returns: the names that were defined or changed then; nil where there is nothing to undo.
  public func undo() -> [String]? {
    while let last = checkpoints.popLast() {
      let names = journal.names(since: last.journal)
      guard last.generation != generation || !names.isEmpty else { continue }
      world.restore(last.definitions)
      let units = journal.hasOtherUnits(than: last.journal)
      journal = last.journal
      if units { declareUnits() }
      files = last.files
      answer = last.answer
      generation += 1
      return names
    }
    return nil
  }

  /// Declares the units of the journal, and no others.
  private func declareUnits() {
    units.forgetOwnUnits()
    isRedeclaring = true
    defer { isRedeclaring = false }
    for entry in journal.entries {
      if case .unit = entry.key, case .unit(let declaration) = entry.statement.kind {
        try? declare(declaration, entry.statement)
      }
    }
    catalogUnits = [:]
  }

  /// Forgets every definition, function and declared unit.
  public func reset() {
    checkpoint()
    world.restore(World().snapshot)
    journal = journal.emptied
    declareUnits()
    files.done = []
    answer = nil
    generation += 1
  }
}
