import Engine

/// Pairs of dimensions that are often taken for each other, and what they have to do with each other.
///
/// One table for every dimension error, whichever statement it is met in.
struct Confusion {
  /// what must stand on the two sides, in either order: whole names, or `X` for the same text in both
  private let first: String
  private let second: String
  /// `X` stands for what it stood for
  private let words: String

  private init(_ first: String, _ second: String, _ words: String) {
    self.first = first
    self.second = second
    self.words = words
  }

  /// Special pairs before general ones.
  private static let table = [
    Confusion(
      "energy", "power", "mind that power is energy per time: 1 kW over an hour is 1 kWh"),
    Confusion(
      "energy/token", "power/token",
      "mind that watts over tokens per second are joules per token"),
    Confusion(
      "energy/token", "power",
      "mind that watts over tokens per second are joules per token"),
    Confusion(
      "token/energy", "token/power",
      "tokens per watt are tokens per second for each watt: tokens per joule"),
    Confusion(
      "token/time", "token",
      "mind that tokens per second are a rate: over a time they are tokens"),
    Confusion(
      "FLOP", "FLOP/time", "mind that FLOPS is a rate, FLOP/s: over a time it is an amount, FLOP"),
    Confusion(
      "information", "information/time",
      "mind that GB/s is a rate: over a time it is an amount of data, GB"),
    Confusion("token", "mass", "write `tonne` for the tonne: `t` is token"),
    Confusion("token", "emissions", "write `tonne` for the tonne: `t` is token"),
    Confusion("token/X", "mass/X", "write `tonne` for the tonne: `t` is token"),
    Confusion(
      "mass", "emissions",
      "write `CO2e` behind the mass where emissions are meant: `44 g CO2e`"),
    Confusion(
      "mass/X", "emissions/X",
      "write `CO2e` behind the mass where emissions are meant: `44 g CO2e`"),
    Confusion("length", "speed", "mind that speed is a rate: over a time it is length"),
    Confusion("charge", "current", "mind that current is a rate: over a time it is charge"),
    Confusion(
      "money/energy", "money", "mind that money/energy is a price: times an energy it is money"),
    Confusion(
      "money/token", "money", "mind that money/token is a price: times tokens it is money"),
    Confusion(
      "power*gpu", "power",
      "mind that `4 gpu` counts with a unit: times a power per GPU, `h100_sxm/gpu`, it goes away"),
    Confusion(
      "energy*gpu", "energy",
      "mind that `4 gpu` counts with a unit: times an energy per GPU it goes away"),
    Confusion("X/time", "X", "mind that X/time is a rate: over a time it is X"),
  ]

  /// What one side is counted for each of, and the other is not.
  private static let shares = [
    ("gpu", "this is per GPU on one side and per node on the other: count the GPUs, as `8 gpu`"),
    ("token", "one side is for each token, the other for all of them"),
    ("request", "one side is for each request, the other for all of them"),
  ]

  /// What is worth saying about two sides.
  static func hints(_ a: EngineProblem.Side, _ b: EngineProblem.Side) -> [String] {
    hints(a.dimension, b.dimension)
  }

  static func hints(_ a: String, _ b: String) -> [String] {
    if let (x, mine) = currency(of: a), let (y, other) = currency(of: b), mine != other {
      // a rate is between two
      let isOfTwo = !mine.contains(",") && !other.contains(",")
      return hints(x, y) + (isOfTwo ? [exchange(mine, other)] : [])
    }
    for row in table {
      if let words = row.words(a, b) ?? row.words(b, a) { return [words] }
    }
    if let words = scoped(a, b) ?? scoped(b, a) { return [words] }
    if let words = shared(a, b) { return [words] }
    // the marks of `use scope` may be on one side only
    if let words = shared(unmarked(a), unmarked(b)) {
      return [words, "the marks of `use scope` belong to the dimension: state them too"]
    }
    return []
  }

  /// What is at the IT and what is at the site's meter.
  private static func scoped(_ a: String, _ b: String) -> String? {
    if a.contains("site^2") {
      return "a PUE is applied twice: what is per `site` holds it already"
    }
    guard let bare = without("*IT", a), bare == without("*site", b) else { return nil }
    return "one side is what the IT takes, the other what the site's meter shows: a PUE leads from "
      + "`IT` to `site`"
  }

  private static func shared(_ a: String, _ b: String) -> String? {
    for (count, words) in shares {
      for (a, b) in [(a, b), (b, a)] where a != b {
        if ["/\(count)", "*\(count)"].contains(where: { without($0, a) == b }) { return words }
      }
    }
    return nil
  }

  /// `energy*gpu/token` of `energy*gpu*IT/t_out`
  private static func unmarked(_ dimension: String) -> String {
    var bare = dimension
    for mark in ["IT", "site"] {
      for sign in ["*", "/"] { bare = without(sign + mark, bare) ?? bare }
    }
    for token in ["t_in", "t_out"] { bare = bare.replacing(token, with: "token") }
    return bare
  }

  /// `money/time` and `USD` of `money/time in USD`.
  private static func currency(of dimension: String) -> (String, String)? {
    let parts = dimension.split(separator: " in ", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// A rate is an example; its numbers are the user's to state.
  static func exchange(_ a: String, _ b: String) -> String {
    let example =
      [a, b].contains("USD") && [a, b].contains("EUR")
      ? "unit EUR = 1.08 USD" : "unit \(a == "USD" ? b : a) = … \(a == "USD" ? a : b)"
    return "state the exchange rate, none is assumed: `\(example)`"
  }

  /// A dimension without one of its factors, `power` of `power/gpu`; nil where it has it not.
  private static func without(_ factor: String, _ dimension: String) -> String? {
    let parts = dimension.indices.filter { dimension[$0...].hasPrefix(factor) }
    for start in parts {
      let end = dimension.index(start, offsetBy: factor.count)
      // `/token` in `/token^2` is another
      if end == dimension.endIndex || "*/".contains(dimension[end]) {
        return String(dimension[..<start] + dimension[end...])
      }
    }
    return nil
  }

  private func words(_ a: String, _ b: String) -> String? {
    guard first.contains("X") else { return a == first && b == second ? words : nil }
    // `mass/X`: what stands before and after the X
    guard let x = Self.middle(of: a, like: first), !x.isEmpty, x != "a plain number",
      Self.middle(of: b, like: second) == x
    else { return nil }
    return Self.filled(words, x)
  }

  private static func middle(of text: String, like pattern: String) -> String? {
    let sides = pattern.split(separator: "X", omittingEmptySubsequences: false)
    guard sides.count == 2, text.hasPrefix(sides[0]), text.hasSuffix(sides[1]),
      text.utf8.count >= sides[0].utf8.count + sides[1].utf8.count
    else { return nil }
    return String(text.dropFirst(sides[0].count).dropLast(sides[1].count))
  }

  /// The words with every lone `X` filled in.
  private static func filled(_ words: String, _ x: String) -> String {
    words.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word == "X" ? x : word.hasPrefix("X/") ? x + word.dropFirst() : String(word)
    }.joined(separator: " ")
  }
}
