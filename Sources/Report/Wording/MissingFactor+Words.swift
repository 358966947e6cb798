import Engine

/// The missing factor in words, then the line with it.
extension MissingFactor {
  var words: Words {
    let verb = isDivisor ? "divide \(Words.code(operand)) by" : "multiply \(Words.code(operand)) by"
    var sentence = "\(verb) \(DimensionWords.phrase(dimension))"
    if !names.isEmpty {
      sentence += ": \(Words.codes(names, "or"))"
    } else if !catalog.isEmpty {
      sentence += ", in the catalog \(catalog.joined(separator: "; "))"
    }
    let verbOfNoun = noun.hasPrefix("tokens") ? "are" : "is"
    let purpose =
      amount.map { ", with the \(noun) that \(verbOfNoun) meant instead of \($0)" } ?? ""
    return Words(
      message: "a factor is missing",
      hints: [sentence] + (line.map { Words.write($0, purpose) } ?? []))
  }

  /// The phrase without its article: `throughput`.
  private var noun: String {
    switch dimension {
    case "time": "time"
    case "gpu", "request", "token": "number"
    default: DimensionWords.noun(dimension)
    }
  }
}
