/// Everyday words for dimensions, with their article: what a missing factor is called.
///
/// ```
/// DimensionWords.phrase("token/time")   // a throughput (token/time)
/// DimensionWords.phrase("time")         // a time
/// ```
enum DimensionWords {
  private static let words = [
    "token/time": "a throughput", "energy/token": "an energy per token",
    "token/energy": "a number of tokens per energy", "token": "a number of tokens",
    "token/request": "tokens per request", "request": "a number of requests",
    "request/time": "a rate of requests", "gpu": "a number of GPUs", "power/gpu": "a power per GPU",
    "emissions/energy": "a carbon intensity", "money/energy": "a price of energy",
    "money/token": "a price per token", "money": "an amount of money",
    "information/time": "a bandwidth", "information": "an amount of data",
    "FLOP/time": "a compute rate", "FLOP/token": "the work per token",
    "FLOP": "an amount of work", "volume/energy": "a water intensity", "frequency": "a frequency",
    "energy": "an energy", "power": "a power", "time": "a time", "length": "a length",
    "mass": "a mass", "speed": "a speed", "volume": "a volume", "area": "an area",
    "emissions": "an amount of emissions",
  ]

  /// The word alone: `throughput`.
  static func noun(_ dimension: String) -> String {
    guard let word = words[dimension] else { return "value" }
    for article in ["an ", "a ", "the "] where word.hasPrefix(article) {
      return String(word.dropFirst(article.count))
    }
    return word
  }

  static func phrase(_ dimension: String) -> String {
    if dimension == "a plain number" { return dimension }
    guard let word = words[dimension] else { return "a value of \(dimension)" }
    return word.lowercased().contains(dimension.lowercased()) ? word : "\(word) (\(dimension))"
  }
}
