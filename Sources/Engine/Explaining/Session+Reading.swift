import Syntax
import Units

/// Telling how a line was read.
extension Session {
  /// `:echo on`: each statement is said, fully bracketed, before what it shows.
  func echo(_ statement: Statement) {
    switch statement.kind {
    case .setting, .help: return
    default: emit(.reading(reading(of: statement, hasTree: false)))
    }
  }

  /// Reads a whole text and tells how, statement by statement; nothing is looked up or valued, but
  /// units are declared, and `use` brings units, as they do while a script is read.
  /// - Returns: false if anything could not be read.
  public func read(_ source: SourceText, emit: @escaping (Outcome) -> Void) -> Bool {
    let outer = self.emit
    self.emit = emit
    defer { self.emit = outer }
    var parser = Parser(source, units: units)
    var isSound = true
    while true {
      switch parser.next() {
      case .end: return isSound
      case .failure(let diagnostics):
        diagnostics.forEach(report)
        isSound = false
      case .statement(let statement):
        parser.notes.forEach(report)
        if mustStop() {
          report(
            Diagnostic(EngineProblem.interrupted, at: Place(source, statement.span)))
          return false
        }
        do {
          _ = try read(statement)
          emit(.reading(reading(of: statement, hasTree: true)))
        } catch {
          report(error)
          isSound = false
        }
      }
    }
  }

  func reading(of statement: Statement, hasTree: Bool) -> StatementReading {
    let tree = ReadingTree(statement)
    return StatementReading(
      text: Reading.text(statement), units: tree.unitsRead.compactMap(unitRead),
      tree: hasTree ? tree : nil)
  }

  /// What a unit was read as; nil for one with a word that is none, which is an error of its own.
  package func unitRead(_ expression: UnitExpression) -> StatementReading.UnitRead? {
    guard let unit = try? units.resolve(expression) else { return nil }
    return StatementReading.UnitRead(
      text: Reading.unit(expression), words: units.words(of: expression),
      dimension: units.name(of: units.dimension(of: unit)))
  }
}
