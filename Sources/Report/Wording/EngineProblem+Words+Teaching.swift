import Engine

/// What is said besides an error, so that the next line is right; and notes on units that are right
/// and often meant otherwise.
extension EngineProblem {
  var teachingWords: Words {
    switch self {
    case .lacks(let missing): return missing.words
    case .meantOtherwise(let line, let dimension):
      let verb = dimension == "emissions" ? "are" : "is"
      return Words(
        message: "it may be meant so",
        hints: Words.write(line, " where \(dimension) \(verb) meant"))
    case .joinedBy(let function, let line):
      return Words(
        message: "what is told apart is put together on purpose only",
        hints: Words.write(line, ", which does it on purpose: `?\(function)`"))
    case .noFactorOfReading(let text):
      return Words(
        message: "a reading has no factor",
        hints: [
          "\(Words.code(text)) is read from a thermometer, and no factor makes it anything else; "
            + "a difference of temperatures is written `10 K`"
        ])
    case .noExchange(let first, let second):
      return Words(message: "two currencies", hints: [Confusion.exchange(first, second)])
    case .labelsAre(let axis, let labels, let count, let picks):
      let more = count > labels.count ? " and \(count - labels.count) more" : ""
      let first = labels.first ?? "…"
      return Words(
        message: "an axis is picked by its labels",
        hints: [
          "the labels of \(Words.code(axis)) are \(labels.joined(separator: ", "))\(more); "
            + (picks
              ? "`[\(axis) = \(first)]` picks one" : "`[\(first): …, …] over \(axis)` names them")
        ])
    case .rather(let line):
      return Words(message: "this would work", hints: Words.write(line))
    case .someSamplesOutside(let sources):
      let some = sources.count == 1 ? Words.code(sources[0]) : "its distributions"
      return Words(
        message: "some samples are outside",
        hints: [
          "some samples of \(some) lead elsewhere; `truncate(x, low..high)` keeps a distribution "
            + "within two ends"
        ])
    case .swapped(let function, let line):
      return Words(
        message: "two arguments stand in each other's place",
        hints: ["two arguments of \(Words.code(function)) stand in each other's place"]
          + Words.write(line))
    case .turned(let text, let turn, let line):
      let sentence =
        switch turn {
        case .divides(let operand):
          "\(Words.code(text)) multiplies by \(Words.code(operand)) where it must divide"
        case .multiplies(let operand):
          "\(Words.code(text)) divides by \(Words.code(operand)) where it must multiply"
        case .onItsHead: "\(Words.code(text)) stands on its head: take one over it"
        }
      return Words(
        message: "a factor is the wrong way round", hints: [sentence] + Words.write(line))
    case .offBy(let ratio, let isLarger):
      let side = isLarger ? "left" : "right"
      return Words(
        message: "off by a known factor",
        hints: ["the \(side) side is \(ratio.words) times the other: \(ratio.meaning)"])
    case .noteEnergyPerHour(let unit, let isEnergy, let other):
      return isEnergy
        ? Words(
          message: "\(Words.code(unit)) is a power: an energy per hour is \(Words.code(other))")
        : Words(
          message: "\(Words.code(unit)) is how fast a power changes",
          hints: [
            "write \(Words.code(other)) for "
              + (other.contains("/")
                ? "an energy in that time" : "the energy of that power over an hour")
          ])
    case .noteBinaryPrefix(let decimal, let binary, let ratio):
      return Words(
        message: "\(Words.code(decimal)) counts by 1000 and \(Words.code(binary)) by 1024: "
          + "1 \(binary) is \(ratio)")
    default: return plainWords
    }
  }
}

extension KnownRatio {
  /// The factor as one says it.
  fileprivate var words: String {
    switch self {
    case .joulesAndWattHours: "3.6"
    case .joulesTheWrongWay: "12.96 (3.6 squared)"
    case .secondsOfAnHour: "3600"
    case .hoursOfADay: "24"
    case .hoursOfAYear: "8766"
    case .thousand: "1000"
    case .million: "a million"
    case .billion: "a billion"
    case .bitsAndBytes: "8"
    case .kibi: "1.024"
    case .mebi: "1.0486"
    case .gibi: "1.0737"
    case .tebi: "1.0995"
    case .percent: "100"
    case .sparsity: "2"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .joulesAndWattHours: "1 kWh is 3.6 MJ, 1 kWh per million tokens 3.6 J each"
    case .joulesTheWrongWay: "to kWh per million tokens 3.6 divides"
    case .secondsOfAnHour: "an hour has 3600 s: W for Wh, or J for Wh?"
    case .hoursOfADay: "a day has 24 h"
    case .hoursOfAYear: "a year has 8766 h: a power for the energy of a year?"
    case .thousand: "a prefix, k for none or M for k?"
    case .million: "a prefix, or per token for per million tokens?"
    case .billion: "a prefix, G for none?"
    case .bitsAndBytes: "a byte has 8 bits"
    case .kibi: "1 KiB is 1024 B, 1 kB is 1000 B"
    case .mebi: "1 MiB is 1.0486 MB"
    case .gibi: "1 GiB is 1.0737 GB"
    case .tebi: "1 TiB is 1.0995 TB"
    case .percent: "30 % is 0.3: a percent taken for a number?"
    case .sparsity: "a peak rate with sparsity is twice the dense one"
    }
  }
}
