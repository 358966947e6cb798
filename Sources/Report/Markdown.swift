/// Text as Markdown takes it.
enum Markdown {
  /// A text in which no sign is taken for markup. Addresses become links.
  static func escaped(_ text: String) -> String {
    var result = ""
    for (i, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if i > 0 { result += " " }
      result += isAddress(word) ? link(word) : plain(word)
    }
    return result
  }

  /// The same on one line, for the cell of a table.
  static func cell(_ text: String) -> String {
    escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// A name as code; no backtick can stand in one.
  static func code(_ name: String) -> String {
    let visible = DisplayWidth.visible(name)
    return visible.contains("`") ? plain(visible[...]) : "`\(visible.replacing("|", with: "\\|"))`"
  }

  /// Where something comes from. Sources of the catalog begin with a repository of GitHub
  /// (`mlco2/codecarbon …`) or a site (`datacenterdynamics.com …`): that becomes a link.
  static func source(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let address = address(of: first) else { return cell(text) }
    let rest = words.count > 1 ? " " + cell(String(words[1])) : ""
    return "[\(plain(first))](\(address))\(rest)"
  }

  private static func isAddress(_ word: Substring) -> Bool {
    word.hasPrefix("https://") || word.hasPrefix("http://")
  }

  /// `<https://…>`; commas and stops at the end are not of it.
  private static func link(_ word: Substring) -> String {
    var address = word
    while let last = address.last, ".,;:)>".contains(last) { address.removeLast() }
    let isSound = address.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !"<>|\\".unicodeScalars.contains($0)
    }
    guard isSound else { return plain(word) }
    return "<\(address)>" + plain(word[address.endIndex...])
  }

  private static func address(of word: Substring) -> String? {
    if isAddress(word) { return nil }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let isName = word.unicodeScalars.allSatisfy {
      $0.value < 0x80
        && ($0.properties.isAlphabetic || "0123456789-._/".unicodeScalars.contains($0))
    }
    guard isName, let owner = parts.first, !owner.isEmpty else { return nil }
    let labels = owner.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1 {
      let last = labels[labels.count - 1]
      let isSite =
        labels.allSatisfy { !$0.isEmpty } && last.count > 1 && last.allSatisfy(\.isLetter)
      return isSite ? "https://\(word)" : nil
    }
    return parts.count == 2 && !parts[1].isEmpty ? "https://github.com/\(word)" : nil
  }

  /// Only what would be markup where it stands: `h100_sxm` and `[1, 8]` are none.
  private static func plain(_ text: Substring) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    func isWord(_ i: Int) -> Bool {
      scalars.indices.contains(i) && (scalars[i].properties.isAlphabetic || isDigit(scalars[i]))
    }
    for (i, scalar) in scalars.enumerated() {
      let needsMark: Bool
      switch scalar {
      case "\\", "`", "*", "<", "|", "~": needsMark = true
      case "_": needsMark = !(isWord(i - 1) && isWord(i + 1))
      case "]": needsMark = i + 1 < scalars.count && "([:".unicodeScalars.contains(scalars[i + 1])
      default: needsMark = false
      }
      if needsMark { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with text: String) -> String {
    split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
  }
}
