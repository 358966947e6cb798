import Syntax
import Units

/// What can be wrong with a formula, a value or a statement, once it has been read.
///
/// The payloads are the user's own words and values, ready to be put into a sentence.
public enum EngineProblem: Problem, Equatable {
  /// One side of an operation that does not fit the other.
  public struct Side: Sendable, Equatable {
    public var text: String
    /// `3.08 kW`, where there is a value already
    public var value: String?
    /// `power`, `energy/token`
    public var dimension: String
    /// the same for calculating, which tells currencies apart; nil of what is no number
    var measure: Dimension?
    /// a temperature as a thermometer shows it
    var isReading = false

    /// `3.08 kW (power)`, what stands under it
    public var labelled: String { value.map { "\($0) (\(dimension))" } ?? dimension }
  }

  /// What mends a product or a quotient: the operand that it must divide, or multiply, by.
  public enum Turn: Sendable, Equatable {
    case divides(String), multiplies(String), onItsHead
  }

  /// Why a definition has no value: a problem of any room.
  public struct Cause: Sendable, Equatable {
    public var problem: any Problem
    public static func == (a: Cause, b: Cause) -> Bool { a.problem.id == b.problem.id }
  }

  /// What is said once and never used.
  public enum Unused: Sendable, Equatable {
    case definition, function, scenario
    case parameter(of: String)
    case local(of: String)
  }

  // names
  case unknownName(String, nearest: [String], unitReading: String?)
  /// a word touching a number that is neither unit nor name: `3 kw`
  case unknownAfterNumber(String, number: String, nearest: [String])
  case unknownFunction(String, nearest: [String], isValue: Bool)
  /// `use energy` would bring it: the advice of the ones above
  case inLibrary(String, library: String)
  /// a function's name where a value must stand
  case functionAsValue(String, call: String)
  case noteFunctionMeant(String, call: String)
  case unknownField(String, of: String, fields: [String])
  case noFields(String, hidesRow: Bool = false)
  case undefined(String, missing: [String])
  case stillUndefined([String])
  /// a script ends, and a definition has no value
  case stillBroken([String])
  case definedByItself(String, mend: String, isKnown: Bool)
  /// `part = [0.5, 0.7] over part`
  case listOverItself(String, mend: String)
  case cycle([String])
  /// `jt with batch = argmin(jt over batch)`: `through` is what rests on it in its own override
  case overrideCycle(String, through: String, value: String)
  case functionCallsItself([String])
  case noAnswerYet
  case unitIsAlsoVariable(String, asUnit: String, asVariable: String)
  case touchesUnit(left: String, op: String, right: String, nearest: [String])

  // dimensions
  case doNotAdd(op: String, left: Side, right: Side)
  case doNotCompare(op: String, left: Side, right: Side)
  case cannotConvert(from: Side, to: Side)
  /// what one of the two sides lacks: the advice of the others
  case lacks(MissingFactor)
  /// what a value comes to is what was meant: the line that says so
  case meantOtherwise(line: String, dimension: String)
  /// `all_tokens(a, b)` for `a + b`
  case joinedBy(function: String, line: String)
  /// nothing makes `25 °C` another dimension
  case noFactorOfReading(String)
  /// two currencies in one quotient
  case noExchange(String, String)
  /// what an axis is picked by
  case labelsAre(axis: String, labels: [String], count: Int, picks: Bool)
  /// what would work, as it is written
  case rather(String)
  /// `sqrt(normal(0, 1))`: by its sources
  case someSamplesOutside([String])
  /// `x: money = 0`
  case zeroOfNoCurrency(name: String, unit: String)
  /// two arguments stand in each other's place: the line that has them the other way round
  case swapped(function: String, line: String)
  /// a factor is in `text` the wrong way round: the line that has it the other way
  case turned(String, Turn, line: String)
  /// a failed check is off by a factor that has a name
  case offBy(KnownRatio, isLarger: Bool)
  case exponentNotPlain(Side)
  case exponentNotConstant(String)
  case needsPlain(function: String, Side)
  case needsStep(function: String, Side, mend: String)
  case unitOnQuantity(Side, unit: String, converts: Bool)
  /// `wanted` is what was stated: `kWh/Mt`, which is energy/token
  case annotationMismatch(name: String, wanted: Side, found: Side)
  case parameterMismatch(function: String, parameter: String, wanted: Side, found: Side)
  /// an argument whose dimension the body, or another argument, does not leave free
  case argumentDiffers(function: String, parameter: String, wanted: Side, found: Side)
  case listItemsDiffer(first: Side, other: Side)
  case branchesDiffer(Side, Side)
  case overrideDiffers(name: String, was: Side, found: Side)
  case readingArithmetic(String, mend: String)
  case differenceAsReading(String, unit: String)
  case notANumber(String, what: String)
  case notACondition(String)
  case logIsAmbiguous

  // calls
  case argumentCount(function: String, expected: String, found: Int)
  case unknownArgument(function: String, name: String, parameters: [String])
  case argumentTwice(function: String, name: String)
  case argumentMissing(function: String, name: String)

  // axes
  case wrongCount(list: Int, axis: String, labels: Int)
  case notAnAxis(String, value: String?)
  case unmatchedLabel(String, axis: String, labels: [String])
  case labelTwice(String)
  /// `isCut`: an override has left these labels of more
  case noSuchLabel(String, axis: String, labels: [String], mend: String, isCut: Bool = false)
  case outsideLabels(String, axis: String, low: String, high: String)
  case lengthsDiffer(Int, Int)
  /// two axes of one name with other labels: what a filter kept beside the whole, an old list
  /// with the labels of both
  case axesOfOneName(String, [String], [String])
  /// one value for each group of rows beside one for each row
  case groupsBesideRows(groups: String, rows: String, label: String)
  /// a list written over the labels of a column, or an override of them: `index = 0`
  case axisOfColumn(String, override: String? = nil)
  /// `interpolate(r.rate, batch = 100)`
  /// `sum(x over log by log.host)`
  case groupedOver(String)
  case interpolatesColumn(String, axis: String, mend: String)
  case axisTwice(String)
  case namelessBesideNamed(axis: String)
  case doesNotVary(String, axis: String, axes: [String])
  case whichAxis(function: String, axes: [String])
  case severalAxesInList(String)
  /// a label in a list of lists
  case labelsInRows(String)
  case nothingLeft(String)
  case tooManyCells(Int, limit: Int)
  case badSpacing(String)

  // brackets
  case uncertainEnd(String, mend: String)
  case lowAboveHigh(low: String, high: String)
  case bestOutside(best: String, low: String, high: String)
  case divisorHoldsZero(sources: [String])
  /// of a tangent
  case poleWithin(sources: [String])
  case dependsOn(what: String, sources: [String])
  case textVaries(String, sources: [String])
  case bracketNotSupported(function: String)

  // values
  case divisionByZero
  case notDefinedFor(function: String, needs: String)
  case tooLarge
  /// `refuse("…")` of a function: its own words
  case refused(String, advice: String?)
  case notKnown(what: String, of: String, source: String, others: [String])

  // what if
  /// `replaced`: names in between that are overridden beside it
  case doesNotRestOn(String, expression: String, replaced: [String] = [], restsOn: [String])
  case unknownOverride(String, nearest: [String])
  case functionOverridden(String, call: String)
  case overriddenTwice(String)

  // holes
  /// a `?` has been met; what it must be is found out then
  case holeMet
  case twoHoles
  case freeHole(String)
  case holeHere(dimension: String, names: [String])

  // scenarios
  case unknownScenario(String, nearest: [String], known: [String])
  case baseIsNoScenario
  case scenarioCycle([String])
  /// `compare jt` where there is no scenario
  case noScenarios
  /// `why jt` without `under` or `with`, or of three scenarios
  case whyNeedsTwo(String)
  case whyNeedsNumber(String)
  case whyNeedsSameLabels(String)
  case sharesNeedOneSign(String)
  /// a scenario that cannot be used yet, and why
  case noteScenarioWaits(String, cause: Cause)
  case noteSettingStands(String, scenario: String)
  // sensitivity
  case noSources(String)
  /// `sensitivity mean(jt)`: what it rests on has gone into one number
  case sourcesOfStatistic(String, inner: String?)
  case notAShare(String, value: String?)
  case nothingToSwing(String)
  case swingsThroughEnd
  case shapeDepends(String)

  // distributions
  case badParameter(String, of: String, value: String, must: String)
  /// `normal(1 kW, 3 s)`: a parameter is of another dimension than it must be
  case parameterDiffers(
    String, of: String, text: String, found: String, wanted: String, like: String?)
  /// `discrete(1, 2)`: a list must stand there
  case parameterNoList(String, of: String, text: String)
  /// a quantile further out than all samples
  case quantileBeyond(String, count: Int, needed: Double?)
  case uncertainParameter(String, of: String)
  case unknownDistribution(String, known: [String])
  case promotionNeedsRange(String, kind: String)
  case promotionNeedsBest(String, kind: String)
  case promotionDropsBest(String, best: String, range: String, kind: String)
  case noDistribution(String, of: String)
  /// `max(z over samples)`
  case overSamples(String, of: String)
  case noMoment(String, of: String, MissingMoment)
  case statisticOfEnvelope(String, of: String)
  /// `mean(x)` of a distribution along an axis: of which?
  case meanOfWhich(String, of: String, axis: String)
  case conditionVaries(String)
  /// a label picks one place, and a bracket or a distribution has many values
  case labelVaries(String, isBracket: Bool)
  case frozenDistribution(String)
  case assertProbably(text: String, probability: String)
  /// `histogram(x)` inside an expression
  case histogramInside(String)
  /// `solve jt == 10 J/t for pue` where `jt` is a distribution; `right` is nil of `minimize`
  case soughtDistribution(left: String, right: String?, name: String, how: String, isLeft: Bool)
  case weightsDiffer(String, values: Int, weights: Int)
  case mixtureNeedsLists(String)
  case truncateNeedsDistribution(String)
  case truncateNeedsRange(String)
  /// `support`: the two ends of all of it, where it has any
  case nothingToTruncate(low: String, high: String, support: [String])
  case resampleNeedsSource(String)
  case correlateForm
  case correlateTwice(String)
  case correlateNeedsSource(String, isDefined: Bool, sources: [String])
  case correlationOutside(String)
  case correlationsDisagree([String], isComplete: Bool)
  case correlateInside
  case noteStopped(after: Int, of: Int)
  case noteStoppedSearch

  // solve, minimize
  case solveForLocal(String)
  case solveNeedsRange(String, unit: String?, nearest: [String], isOptimum: Bool = false)
  case optimumOverAxis(String)
  case solveRangeAtZero(String, value: String, isOptimum: Bool = false)
  case solveRangeNotWide(String)
  case solveRangeDiffers(name: String, was: Side, found: Side)
  /// `replaced`: names in between that have another meaning here
  case solveDoesNotRestOn(String, expression: String, leaves: [String], replaced: [String])
  case solveWithinItself(String)
  case noSolution(Searched, [Miss], more: Int)
  /// `part`: where one of them is left
  case severalSolutions(Searched, [Solutions], more: Int, part: String?)
  case everyValueSolves(Searched, label: String?, low: String, high: String)
  case solveBetween(
    Searched, [Between], more: Int, left: String, right: String, range: String)
  case solveAlongDepends(String, axis: String, sources: [String])
  case optimumFlat(Searched, label: String?, value: String)
  /// `overflows`: past the last number
  case optimumEndless(String, name: String, at: String, isLeast: Bool, overflows: Bool)
  case optimumDepends(String, name: String, sources: [String], isLeast: Bool)
  case noteOptimum(goal: String, value: String, end: String?)
  /// the answer lies beside a jump: `place` is `x = 2`, `there` the goal at the jump itself
  case noteOptimumBeside(goal: String, value: String, place: String, there: String)

  // statements
  case assertFailed(text: String, left: String?, right: String?, difference: String?)
  case assertDepends(text: String, sources: [String])
  case notBuilt(feature: String)
  /// `5 kW as MW`
  case unitAfterAs(mend: String)
  /// typed: at the prompt, where names are meant from the current folder
  case fileNotFound(String, isTyped: Bool = false)
  case noLibrary(String, known: [String])
  case badTable(TableFault)
  /// a file that is read again is not what it was
  case tableChanged(String)
  /// - number: of the column, counted from 1
  case cellNotKnown(column: String, number: Int, file: String?, line: Int)
  /// a folder, a pipe or a device where a file is to be read
  case noFile(String, isFolder: Bool = false)
  /// rows of several devices are integrated as if they were one
  case severalDevices(column: String, count: Int)
  /// what is integrated along goes back, or stays
  case goesBack(IntegralStep)
  case sameTime(IntegralStep, columns: [String])
  case gapTooLong(IntegralStep, gap: String, longest: String)
  case gapNotPositive(String)
  /// `integrate(power, 3 s)`
  case alongOneValue(String)
  /// `integrate(time, power)`
  case integralSwapped(values: String, along: String)
  case needsText(function: String, example: String)
  case fileUnreadable(String)
  case outsideFolder(String, isTyped: Bool = false)
  /// a file that is named under `--sandbox`
  case sandboxed(String)
  case cycleOfUse([String])
  case alreadyDefined(String, by: String)
  case reservedName(String)
  case badFormat(String)
  case unknownFormat(String, also: [String] = [])
  case unitNotConstant(String)
  /// `--set` with something that is no definition
  case badSetting(String)
  case interrupted
  /// `--limit-time`
  case timeLimit(seconds: Double)
  /// `--limit-memory`
  case memoryLimit(mebibytes: Int)
  case tooLong(what: String, limit: String)

  // sessions
  /// `:delete` of a name that has no definition
  case nothingToDelete(String, nearest: [String])
  /// `--print` or `:watch` with something that is no expression
  case notOneExpression
  /// `use` of a journal
  case journalUsed(String)
  /// a journal's file holds something else than it did
  case noteFileChanged(String)

  // questions of lessons
  /// the words of a question vary along axes
  case questionVaries(axes: [String])
  /// what stands after `within` is no tolerance of the answer
  case toleranceOfQuestion(String)

  // notes
  case noteUnitName(String)
  /// a text with so many syntax errors is read no further
  case noteMoreFaults(Int)
  /// a definition waits for a name that may be a slip
  case noteNearest(String, nearest: [String])
  case noteUnitMeant(String, text: String, asVariable: String)
  /// `tj check`: what no statement and no definition uses
  case noteUnused(String, Unused)
  case noteUseAlmostEqual(left: String, right: String)
  case noteHardLimits
  case noteGrid(first: String, second: String, rows: Int, columns: Int)
  case noteLabelsChanged(axis: String, lists: [String])
  case noteTokenBesideMass
  /// `kWh/h`, `kW/h`
  case noteEnergyPerHour(unit: String, isEnergy: Bool, as: String)
  /// GB beside GiB
  case noteBinaryPrefix(decimal: String, binary: String, ratio: String)
  case noteBroken(name: String, cause: Cause)
  /// a definition that is sound itself, and rests on one that is not
  case noteRestsOnBroken(name: String, broken: String, cause: Cause)

  public var id: String {
    let text = "\(self)"
    let word = text.prefix { $0 != "(" }
    var id = ""
    for character in word {
      if character.isUppercase { id += "-" }
      id += character.lowercased()
    }
    return id
  }
}
