import Synchronization
import Syntax
import Units

/// Definitions, live, and the statements that change or ask them.
///
/// ```
/// let session = Session()
/// session.run(SourceText(name: "-e", text: "1 + 2")) { outcome in … }   // .value(nil, 3)
/// ```
///
/// A session reads and writes nothing but what `use` names. One session belongs to one thread.
public final class Session {
  /// How much is said: at the prompt definitions answer and changes are told, in a script not;
  /// `command` (`-e`) is a script whose last statement answers even when it is a definition.
  /// `replay` is a journal, entry by entry, that answers like a script; `resume` is one that does not
  /// answer, and leaves out what changes nothing.
  public enum Mode: Sendable { case prompt, script, command, replay, resume }

  public let units: UnitTable
  /// Asked now and then during long work; true stops it with `interrupted`.
  public var isInterrupted: () -> Bool = { false }
  /// `--sandbox`: false where nothing that is run may read or write a file.
  public var mayUseFiles = true
  /// How much work a run may be.
  public var limits = Limits()
  /// holds the run that is going on to them; nil where it has no limit
  private var watchman: Watchman?
  /// how deep in formulas it is that builds one
  var depth = 0
  /// how often work has been told to stop
  private let stops = Atomic<Int>(0)
  /// `:digits`: significant digits of a result. Derivations have as many on their lines as that takes.
  public var digits = 6
  /// Told how far long work has come, from half a second on, and nil when it is done.
  public var progress: ((Work?) -> Void)?

  let faults = Faults()
  private(set) lazy var evaluator = Evaluator(self)
  var world = World()
  var scenarioWorlds = ScenarioWorlds()
  /// definitions that are being built, one within the world of the other
  var buildsOpen: [Name] = []
  /// scenarios whose worlds are being made, one within the other
  var scenariosOpen: [Name] = []
  var scenariosSaid = 0
  /// goes up whenever a definition changes
  var generation = 0
  /// the last bare expression shown
  var answer: Place?
  /// every definition and unit in the order of their first saying, for `:save`
  var journal = Journal()
  var files = UsedFiles()
  /// a used file had errors, which have been reported
  var hasReadFaults = false
  /// what entries changed, for `:undo` and `:redo`
  var log = ChangeLog()
  /// `:echo on`: each statement is said as it was read
  public var isEchoing = false
  /// what `:watch` keeps in view
  var watches: [Watch] = []
  /// a redefinition compares values for so long; what takes longer is counted
  package var secondsForChanges = 0.1
  /// after how many samples Ctrl-C has stopped the statement that is carried out
  var stoppedAfter: Int?
  /// what is said of that, before what is shown next
  var stoppedNote: Diagnostic?
  /// what limits, progress and changes are timed with
  package var clock: () -> Double = MonotonicClock.now
  /// takes each statement that was accepted, as text: for whoever keeps a journal
  public var accepted: ((String) -> Void)?
  /// `--set`: definitions that replace the script's
  var settings: [Name: Statement] = [:]
  /// values are found for the lines about changes, in a time that is set: what is not found is counted
  var isHurried = false
  var usedSettings: Set<Name> = []
  /// what settings have replaced, to compare with when all that it rests on is there
  var replacedBySettings: [Statement] = []
  /// what settings have replaced, as the script has it: by name
  var ownDefinitions: [Name: Node] = [:]
  /// `##` lines typed on their own, for the definition that is typed next
  var heldDocumentation: [String] = []
  /// where the last statement of a journal begins, if it was cut off
  package internal(set) var unfinished: Int?
  /// definitions that were said while what they rest on had no value
  var namesBroken: Set<Name> = []
  /// what the script that is being read has defined so far
  var namesRead: Set<Reference> = []
  /// units declared by the source that is being run
  var unitsRead: Set<Name> = []

  /// what `read_csv` and `csv` have read, and for which place
  var tables: [TableData] = []
  /// some of them are not held
  var streams = false
  /// files of rows up to so many bytes are held in memory, larger ones stream
  package var heldFileSize = Limits.heldFileSize
  var tableNumbers: [TableKey: Int32] = [:]
  var tableSources: [SourceText] = []
  var measuredNumbers: [String: Int32] = [:]

  /// the `?` of the line that is being looked at
  var hole: HoleSearch?
  /// how many mends are being looked for within each other
  var mendDepth = 0
  /// a line with a mend is being tried, of which nobody reads the values
  var isMending = false

  /// `tj check`: definitions are looked at and nothing is valued
  var isChecking = false

  // what one statement gathers
  var emit: (Outcome) -> Void = { _ in }
  var mode = Mode.script
  var saidNotes: Set<String> = []
  /// how many `solve` and `minimize`, one in the other, are being built
  var questions = 0
  var statementScope: Scope?
  /// one that can build another statement; it holds the session, so it goes with the run
  var spareBuilder: FormulaBuilder?
  /// how many samples, and from which seed
  public var sampling = Sampling() {
    didSet { if sampling != oldValue { forgetSamples() } }
  }
  /// which distributions vary together
  var correlations = Correlations() {
    didSet { if correlations != oldValue { forgetSamples() } }
  }
  /// whether any definition has the name of a unit
  var hasUnitNames = false
  /// whether the shape of a distribution is drawn behind its numbers
  package var drawsShapes = false
  /// whether a statistic of a distribution was ever asked for
  var usesStatistics = false

  // brackets by number
  private(set) var sourceNames: [String] = []
  private var sourceIDs: [String: Int32] = [:]
  /// the brackets with a best guess of their own
  private(set) var sourcesWithBest: Set<Int32> = []
  var catalogUnits: [String: (unit: Unit, factor: Double)] = [:]

  private(set) var isStopped = false
  /// a run is going on: another one in it is part of it
  private var isRunning = false

  public init() { units = UnitTable() }

  /// A session whose values can be compared with those of another: they share their units.
  package init(units: UnitTable) { self.units = units }

  /// Ends the run that is going on, after the statement that is being run: for whoever takes its
  /// outcomes.
  public func stop() { isStopped = true }

  /// Runs every statement of a source. A script reports all syntax errors before anything runs and
  /// ends at the first error; the prompt goes on with the next statement. May be called again by the
  /// one who takes the outcomes: `:load` does.
  /// - Returns: false if there was an error or a failed `assert`.
  @discardableResult
  public func run(_ source: SourceText, mode: Mode = .script, emit: @escaping (Outcome) -> Void)
    -> Bool
  {
    let outer = (emit: self.emit, mode: self.mode, isStopped: isStopped)
    self.emit = { [unowned self] outcome in
      if let note = stoppedNote {
        stoppedNote = nil
        emit(.diagnostic(note))
      }
      emit(outcome)
    }
    self.mode = mode
    isStopped = false
    defer {
      (self.emit, self.mode, isStopped) = outer
      (spareBuilder, statementScope) = (nil, nil)
    }
    return withinLimits {
      switch mode {
      case .prompt: runPrompt(source)
      case .replay, .resume: runReplay(source)
      case .script, .command: runScript(source)
      }
    }
  }

  private func runPrompt(_ source: SourceText) -> Bool {
    namesRead = []
    unitsRead = []
    if holdsDocumentation(source) { return true }
    var parser = Parser(source, units: units, isPrompt: true)
    var isSound = true
    while !isStopped {
      switch parser.next() {
      case .end: return isSound
      case .failure(let diagnostics):
        diagnostics.forEach(report)
        isSound = false
      case .statement(let statement):
        parser.notes.forEach(report)
        if watchman != nil, mustStop() {
          report(Diagnostic(EngineProblem.interrupted, at: Place(source, statement.span)))
          return false
        }
        if !runEntered(documented(statement)) { isSound = false }
      }
    }
    return isSound
  }

  /// Runs a statement, and reports its errors. One that fails has changed nothing.
  func runEntered(_ statement: Statement) -> Bool {
    let changes = log.current.changes.count
    var isSound = false
    do {
      isSound = try runAtPrompt(statement)
    } catch {
      report(error)
    }
    if !isSound, case .use = statement.kind { rollBack(to: changes) }
    // a definition stands, though its value may be an error
    if isSound || log.current.changes.count > changes {
      heldDocumentation = []
      accept(statement)
    }
    return isSound
  }

  private func runAtPrompt(_ statement: Statement) throws(Diagnostic) -> Bool {
    let statements = try read(statement) ?? [statement]
    if hasReadFaults {
      hasReadFaults = false
      return false
    }
    // what is brought by `use` says nothing
    if case .use = statement.kind {
      let outer = mode
      mode = .script
      defer { mode = outer }
      for used in statements { _ = try run(used, isLast: false) }
      return true
    }
    var isSound = true
    for one in statements where !(try run(one, isLast: false)) { isSound = false }
    return isSound
  }

  private func runScript(_ source: SourceText) -> Bool {
    namesRead = []
    unitsRead = []
    var script = ReadScript(source)
    let isReadable = parse(source, into: &script)
    guard isReadable, !hasReadFaults else {
      hasReadFaults = false
      return false
    }
    var isSound = true
    do {
      try defineCatalogSettings()
    } catch {
      report(error)
      return false
    }
    var number = 0
    while let statement = script.next(units) {
      number += 1
      if isStopped { return false }
      if number & 63 == 1, mustStop() {
        report(Diagnostic(EngineProblem.interrupted, at: Place(source, statement.span)))
        return false
      }
      do {
        let isLast = mode == .command && number == script.count
        if try run(statement, isLast: isLast) {
          if accepted != nil, statement.source === source { accept(statement) }
        } else {
          isSound = false
        }
      } catch {
        report(error)
        return false
      }
    }
    noteLabelsSet()
    let waiting = stillWaiting()
    if let first = waiting.first {
      report(
        Diagnostic(EngineProblem.stillUndefined(waiting.map(\.text)), at: first.place))
      return false
    }
    let broken = stillBroken()
    if let first = broken.first {
      report(Diagnostic(EngineProblem.stillBroken(broken.map(\.name.text)), at: first.place))
      return false
    }
    return isSound
  }

  /// Reads a whole source; `unit` and `use` act from their line on.
  /// - Returns: false if anything could not be read; all of it has been reported then.
  func parse(_ source: SourceText, into script: inout ReadScript) -> Bool {
    var parser = Parser(source, units: units)
    var faults = 0
    var count = 0
    var last = Span(0, 0)
    while true {
      count += 1
      if count & 255 == 0, mustStop() {
        report(Diagnostic(EngineProblem.interrupted, at: Place(source, last)))
        return false
      }
      switch parser.next() {
      case .end: return faults == 0
      case .failure(let diagnostics):
        diagnostics.forEach(report)
        faults += 1
        if faults == Limits.syntaxErrors {
          let end = Span(source.bytes.count, source.bytes.count)
          note(.noteMoreFaults(faults), at: diagnostics.first?.place ?? Place(source, end))
          return false
        }
      case .statement(let statement):
        last = statement.span
        parser.notes.forEach(report)
        do {
          script.add(statement, becomes: try read(statement))
          switch statement.kind {
          case .unit, .use: if files.open.isEmpty { accept(statement) }
          case .definition(let definition): namesRead.insert(.value(definition.name))
          case .function(let definition): namesRead.insert(.function(definition.name))
          case .scenario(let definition): namesRead.insert(.scenario(definition.name))
          default: break
          }
        } catch {
          report(error)
          faults += 1
        }
      }
    }
  }

  // MARK: limits

  /// Whether long work has to end: Ctrl-C, or a limit that is reached.
  func mustStop() -> Bool {
    guard isInterrupted() || watchman?.isOver() == true else { return false }
    stops.wrappingAdd(1, ordering: .relaxed)
    return true
  }

  /// What is built is kept, so it may not rest on what somebody was stopped in finding out, even where
  /// that was only looked for to choose between two readings.
  func unstopped<Result>(_ place: @autoclosure () -> Place, _ work: () throws(Diagnostic) -> Result)
    throws(Diagnostic) -> Result
  {
    let before = stops.load(ordering: .relaxed)
    let result: Result
    do {
      result = try work()
    } catch {
      guard stops.load(ordering: .relaxed) == before else {
        throw Diagnostic(EngineProblem.interrupted, at: error.place)
      }
      throw error
    }
    guard stops.load(ordering: .relaxed) == before else {
      throw Diagnostic(EngineProblem.interrupted, at: place())
    }
    return result
  }

  /// Whether it is a limit for which work has stopped.
  var isOverLimit: Bool { watchman?.reached != nil }

  /// Whether so many bytes more are beyond the limit on memory.
  func refuses(bytes: Int) -> Bool { watchman?.refuses(bytes: bytes) == true }

  /// Time is counted from the outermost run on.
  func withinLimits<Result>(_ work: () -> Result) -> Result {
    let isInside = isRunning
    if !isInside {
      watchman = limits.seconds == nil && limits.mebibytes == nil ? nil : Watchman(limits, clock)
    }
    isRunning = true
    defer {
      isRunning = isInside
      if !isInside { Watchman.end() }
    }
    return work()
  }

  // MARK: notes

  func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if let reached = watchman?.reached, diagnostic.problem as? EngineProblem == .interrupted {
      diagnostic = Diagnostic(reached, at: diagnostic.place)
    }
    emit(.diagnostic(withLibrary(diagnostic)))
  }

  func note(_ problem: EngineProblem, at place: Place) { report(.note(problem, at: place)) }

  /// A note that is said once in a session.
  func noteOnce(_ key: String, _ problem: EngineProblem, at place: Place) {
    if saidNotes.insert(key).inserted { note(problem, at: place) }
  }

  func noteHardLimits(at place: Place) {
    if mode == .prompt { noteOnce("hard-limits", .noteHardLimits, at: place) }
  }

  // MARK: brackets

  func noteBest(_ name: String) { sourcesWithBest.insert(sourceID(name)) }

  /// The number of a bracket, by its name.
  func sourceID(_ name: String) -> Int32 {
    if let id = sourceIDs[name] { return id }
    let id = Int32(sourceNames.count)
    sourceNames.append(name)
    sourceIDs[name] = id
    return id
  }
}

extension String {
  /// The text with each of one character replaced by a text.
  func replacing(_ character: Character, with text: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
  }
}
