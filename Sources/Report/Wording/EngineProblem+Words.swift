import Engine

/// The words of everything that the engine finds wrong or doubtful. Each area has its own file.
extension EngineProblem {
  var words: Words {
    switch self {
    case .unknownName, .unknownAfterNumber, .unknownFunction, .inLibrary, .functionAsValue,
      .noteFunctionMeant,
      .unknownField, .noFields, .undefined,
      .stillUndefined, .stillBroken, .definedByItself, .listOverItself, .cycle, .overrideCycle,
      .functionCallsItself,
      .noAnswerYet,
      .unitIsAlsoVariable, .touchesUnit, .reservedName, .alreadyDefined:
      nameWords
    case .badTable, .tableChanged, .cellNotKnown, .needsText, .severalDevices, .goesBack,
      .sameTime, .gapTooLong, .gapNotPositive, .alongOneValue, .integralSwapped, .noFile:
      tableWords
    case .lacks, .meantOtherwise, .joinedBy, .swapped, .noFactorOfReading, .noExchange, .turned,
      .someSamplesOutside, .rather, .labelsAre,
      .offBy,
      .noteEnergyPerHour, .noteBinaryPrefix:
      teachingWords
    case .doNotAdd, .doNotCompare, .cannotConvert, .exponentNotPlain, .exponentNotConstant,
      .needsPlain, .needsStep, .unitOnQuantity, .annotationMismatch, .zeroOfNoCurrency,
      .parameterMismatch,
      .argumentDiffers,
      .listItemsDiffer, .branchesDiffer, .overrideDiffers, .readingArithmetic, .differenceAsReading,
      .notANumber, .notACondition, .unitNotConstant:
      dimensionWords
    case .logIsAmbiguous, .argumentCount, .unknownArgument, .argumentTwice, .argumentMissing:
      callWords
    case .wrongCount, .notAnAxis, .unmatchedLabel, .labelTwice, .noSuchLabel, .outsideLabels,
      .lengthsDiffer, .axesOfOneName, .groupsBesideRows, .axisOfColumn, .interpolatesColumn,
      .groupedOver,
      .axisTwice,
      .namelessBesideNamed, .doesNotVary, .whichAxis,
      .severalAxesInList, .labelsInRows, .nothingLeft, .tooManyCells, .badSpacing:
      axisWords
    case .uncertainEnd, .lowAboveHigh, .bestOutside, .divisorHoldsZero, .poleWithin, .dependsOn,
      .textVaries,
      .bracketNotSupported, .divisionByZero, .notDefinedFor, .tooLarge, .notKnown, .refused:
      valueWords
    case .doesNotRestOn, .unknownOverride, .functionOverridden, .overriddenTwice, .assertFailed,
      .assertDepends, .notBuilt, .unitAfterAs, .fileNotFound, .noLibrary, .fileUnreadable,
      .outsideFolder, .sandboxed,
      .cycleOfUse,
      .badFormat, .unknownFormat, .badSetting, .interrupted, .timeLimit, .memoryLimit,
      .tooLong:
      statementWords
    case .holeMet, .twoHoles, .freeHole, .holeHere, .unknownScenario, .baseIsNoScenario,
      .scenarioCycle, .noScenarios, .whyNeedsTwo,
      .whyNeedsNumber, .whyNeedsSameLabels, .sharesNeedOneSign, .noteScenarioWaits,
      .noteSettingStands:
      scenarioWords
    case .noSources, .sourcesOfStatistic, .notAShare, .nothingToSwing, .swingsThroughEnd,
      .shapeDepends:
      sensitivityWords
    case .solveForLocal, .solveNeedsRange, .optimumOverAxis, .solveRangeAtZero, .solveRangeNotWide,
      .solveRangeDiffers, .solveDoesNotRestOn, .solveWithinItself, .noSolution, .severalSolutions,
      .everyValueSolves,
      .solveBetween, .solveAlongDepends, .optimumFlat, .optimumEndless, .optimumDepends,
      .noteOptimum, .noteOptimumBeside:
      solveWords
    case .badParameter, .parameterDiffers, .parameterNoList, .quantileBeyond, .uncertainParameter,
      .unknownDistribution, .promotionNeedsRange,
      .promotionNeedsBest, .promotionDropsBest, .noDistribution, .overSamples, .noMoment,
      .statisticOfEnvelope,
      .meanOfWhich,
      .conditionVaries, .labelVaries, .frozenDistribution, .assertProbably, .histogramInside,
      .soughtDistribution:
      distributionWords
    case .weightsDiffer, .mixtureNeedsLists, .truncateNeedsDistribution, .truncateNeedsRange,
      .nothingToTruncate, .resampleNeedsSource, .correlateForm, .correlateTwice,
      .correlateNeedsSource, .correlationOutside, .correlationsDisagree, .correlateInside,
      .noteStopped, .noteStoppedSearch:
      sourceWords
    case .nothingToDelete, .notOneExpression, .journalUsed, .noteFileChanged: sessionWords
    case .questionVaries, .toleranceOfQuestion: questionWords
    case .noteUnitName, .noteUnused, .noteMoreFaults, .noteNearest, .noteUnitMeant,
      .noteUseAlmostEqual,
      .noteHardLimits, .noteGrid, .noteLabelsChanged, .noteTokenBesideMass,
      .noteBroken,
      .noteRestsOnBroken:
      noteWords
    }
  }

  /// A case that its area does not know: the words of its identifier.
  var plainWords: Words { Words(message: String(id.map { $0 == "-" ? " " : $0 })) }
}

/// How words are put together.
extension Words {
  /// A text of the user's as code in a sentence: on one line, and not too long.
  static func code(_ text: String) -> String { "`\(shortened(text))`" }

  static func shortened(_ text: String) -> String {
    // a text may be megabytes long: no more of it is looked at than is shown
    // (and one character may be: it is cut by code points)
    var line =
      text.utf8.count > 400
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(100))) : text
    if line.contains(where: \.isNewline) {
      line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return line.count > 60 ? line.prefix(57) + "…" : line
  }

  /// `a`, `b` or `c`: at most `limit` of them.
  static func codes(_ names: [String], _ joint: String, limit: Int = 12) -> String {
    var parts = names.prefix(limit).map { code($0) }
    if names.count > limit { parts.append("\(names.count - limit) more") }
    return joined(parts, names.count > limit ? "and" : joint)
  }

  static func joined(_ parts: [String], _ joint: String) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  /// A mend to be pasted; none where it would be too long to read.
  static func write(_ code: String, _ purpose: String = "") -> [String] {
    code.isEmpty || code.utf8.count > 200 ? [] : ["write `\(code)`\(purpose)"]
  }

  static func didYouMean(_ names: [String]) -> [String] {
    names.isEmpty ? [] : ["did you mean \(codes(names, "or"))?"]
  }

  /// A way through names that comes back to its beginning.
  static func way(_ names: [String]) -> String {
    let shown = names.count > 50 ? Array(names.prefix(48)) + ["…"] + names.suffix(1) : names
    return shown.joined(separator: " → ")
  }

  /// `1 value`, `3 values`
  static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
