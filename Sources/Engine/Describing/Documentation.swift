/// What `##` lines say, apart from the examples among them.
///
/// ```
/// ## energy per token
/// ## example: energy_per_token(3 kW, 319.8 t/s) #> 9.38086 J/t
/// ```
extension [String] {
  /// The lines that say what it is.
  var prose: [String] { filter { !$0.hasPrefix(Self.example) } }

  /// What to type, and behind `#>` what tj answers.
  var examples: [String] {
    flatMap { line -> [String] in
      guard line.hasPrefix(Self.example) else { return [] }
      let text = line.dropFirst(Self.example.count).drop { $0 == " " }
      guard let mark = text.range(ofMark: "#>") else { return [String(text)] }
      return [trimmed(text[..<mark.lowerBound]), "#>" + text[mark.upperBound...]]
    }
  }

  private static var example: String { "example:" }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Substring {
  /// Where a mark stands first.
  fileprivate func range(ofMark mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
