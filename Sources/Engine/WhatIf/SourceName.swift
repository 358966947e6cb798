/// What a bracket is called in a sentence.
///
/// ```
/// SourceName.words("tput with") { "`\($0)`" }       // `tput` as overridden
/// SourceName.words("tput with in y") { "`\($0)`" }  // `tput` as overridden in `y`
/// SourceName.words("node under worst") { $0 }       // node under worst
/// ```
package enum SourceName {
  /// - Parameter code: writes a name.
  package static func words(_ name: String, code: (String) -> String) -> String {
    if let word = split(name, at: " with") { return "\(code(word.0)) as overridden" }
    if let word = split(name, at: " with in ") {
      return "\(code(word.0)) as overridden in \(code(word.1))"
    }
    if let word = split(name, at: " under ") { return "\(code(word.0)) under \(code(word.1))" }
    return name.contains(" ") ? name : code(name)
  }

  /// The bracket of an override is called by the name: `tput` of `tput with` and `tput with in y`.
  static func short(_ name: String) -> String {
    guard let blank = name.firstIndex(of: " ") else { return name }
    let rest = name[blank...]
    return rest == " with" || rest.hasPrefix(" with in ") ? String(name[..<blank]) : name
  }

  /// `tput` and nothing of `tput with#2`; nil where the parts are no names.
  private static func split(_ name: String, at mark: String) -> (String, String)? {
    guard let blank = name.firstIndex(of: " "), name[blank...].hasPrefix(mark) else { return nil }
    let rest = name[name.index(blank, offsetBy: mark.count)...]
    let other = rest.prefix { $0 != "#" }
    let isName = other.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isName, other.isEmpty == !mark.hasSuffix(" ") else { return nil }
    return (String(name[..<blank]), String(other))
  }
}
