/// The short name of a source, by which a row is had when several have one id.
///
/// ```
/// SourceSlug.of("mlco2/codecarbon (2026-08 snapshot) …")      // codecarbon
/// SourceSlug.of("datacenterdynamics.com 2024-12 …")           // datacenterdynamics
/// SourceSlug.of("Jegham et al. 2025 How Hungry is AI …")      // jegham
/// SourceSlug.of("Uptime Institute 2022 survey …")             // uptime_institute
/// ```
///
/// The rule: a repository or a site gives the last part of its path up to the first dot; anything
/// else its leading words that begin with a capital letter, two at most. In lower case, every other
/// sign an `_`.
enum SourceSlug {
  static func of(_ source: String) -> String {
    let words = source.split(separator: " ")
    guard let first = words.first else { return "unnamed" }
    let isAddress = first.contains { $0 == "/" || $0 == "." || $0 == "-" } || !isCapital(first)
    if isAddress {
      let part = first.split(separator: "/").last ?? first
      return slug(part.split(separator: ".").first ?? part)
    }
    return slug(words.prefix(2).prefix { isCapital($0) }.joined(separator: "_")[...])
  }

  /// The slugs of the rows of one id. Where two would be the same, all of these get the row's year
  /// (`uptime_institute_2022`) and, should that not tell them apart either, their number.
  static func of(_ rows: [(source: String, year: String)]) -> [String] {
    var slugs = rows.map { of($0.source) }
    let plain = slugs
    for (index, row) in rows.enumerated()
    where plain.filter({ $0 == plain[index] }).count > 1 && !row.year.isEmpty {
      slugs[index] += "_\(row.year)"
    }
    for index in slugs.indices where slugs[..<index].contains(slugs[index]) {
      slugs[index] += "_\(index + 1)"
    }
    return slugs
  }

  private static func isCapital(_ word: Substring) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
  }

  private static func slug(_ text: Substring) -> String {
    var out = ""
    for character in text.lowercased() {
      let stays = character.isASCII && (character.isLetter || character.isNumber)
      out.append(stays ? character : "_")
    }
    return out
  }
}
