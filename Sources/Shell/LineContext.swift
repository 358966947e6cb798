/// Where a cursor stands, seen from the text of its statement before it. The word that has been
/// begun there comes with it.
enum LineContext: Equatable {
  case comment
  /// in a string
  case text
  /// `use "ri`
  case file(Substring)
  /// `use ri`, where the quote is missing yet
  case unquotedFile(Substring)
  /// `3 kW -> M`, `kWh per m`; with what stands before an arrow that the word follows
  case unit(Substring, of: Substring?)
  /// `3 k`, `5 J/k`
  case afterNumber(Substring)
  /// `jt: en`
  case dimension(Substring)
  /// `table jt format ma`
  case format(Substring)
  /// After `under`.
  case scenario(Substring)
  case name(Substring, isFirst: Bool)

  /// - Parameter isUnit: whether a word is a unit or a multiplier.
  init(_ statement: Substring, isUnit: (String) -> Bool) {
    if let place = Self.insideText(statement) {
      self = place
      return
    }
    // a string inside its braces is read like any statement
    let code = Self.brace(statement)
    let word = Self.word(at: code)
    let head = code.dropLast(word.count)
    let bare = Self.trimmed(head)
    if let path = Self.unquotedPath(statement) {
      self = .unquotedFile(path)
    } else if Self.endsInWord(bare, ["format"]) {
      self = .format(word)
    } else if Self.namesScenario(head) {
      self = .scenario(word)
    } else if Self.followsArrow(head) || Self.endsInWord(bare, ["per", "to", "in"]) {
      self = .unit(word, of: Self.converted(bare))
    } else if Self.isAnnotation(head) {
      self = .dimension(word)
    } else if Self.followsNumber(head, isUnit) {
      self = .afterNumber(word)
    } else {
      self = .name(word, isFirst: bare.isEmpty)
    }
  }

  /// The last statement of a text: what follows the last newline or `;` outside of strings.
  static func statement(_ text: String) -> Substring {
    var start = text.startIndex
    var inText = false
    var inComment = false
    var index = start
    while index < text.endIndex {
      let character = text[index]
      index = text.index(after: index)
      switch character {
      case "\n", "\r\n":
        start = index
        inText = false
        inComment = false
      case "\"": if !inComment { inText.toggle() }
      case "#": if !inText { inComment = true }
      case ";": if !inText, !inComment { start = index }
      default: break
      }
    }
    return text[start...]
  }

  // MARK: strings and comments

  private static func insideText(_ statement: Substring) -> LineContext? {
    var inText = false
    var braces = 0
    var opened = statement.startIndex
    for (index, character) in zip(statement.indices, statement) {
      switch character {
      case "\"" where braces == 0:
        inText.toggle()
        opened = statement.index(after: index)
      case "{" where inText: braces += 1
      case "}" where inText: braces = max(0, braces - 1)
      case "#" where !inText: return .comment
      default: break
      }
    }
    guard inText, braces == 0 else { return nil }
    let head = trimmed(statement[..<statement.index(before: opened)])
    return head == "use" ? .file(statement[opened...]) : .text
  }

  /// What follows `use` without a quote.
  private static func unquotedPath(_ statement: Substring) -> Substring? {
    let trimmed = statement.drop(while: \.isBlank)
    guard trimmed.hasPrefix("use"), trimmed.dropFirst(3).first?.isBlank == true else { return nil }
    let path = trimmed.dropFirst(3).drop(while: \.isBlank)
    return path.contains("\"") || path.first == "=" ? nil : path
  }

  private static func brace(_ statement: Substring) -> Substring {
    let quotes = statement.filter { $0 == "\"" }.count
    guard quotes % 2 == 1, let brace = statement.lastIndex(of: "{") else { return statement }
    return statement[statement.index(after: brace)...]
  }

  // MARK: words

  private static func isWordPart(_ character: Character) -> Bool {
    character.isNameStart || character.isNumber || character == "°" || character == "."
  }

  /// The name, dotted or not, that ends the text; none where a number does.
  private static func word(at text: Substring) -> Substring {
    var word = text.suffix(while: isWordPart)
    // `700W`, `2.5k`: the number is not part of the word
    if let first = word.first, first.isNumber || first == "." {
      word = word.drop { $0.isNumber || $0 == "." || $0 == "_" }
    }
    return word
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isBlank)
    while let last = text.last, last.isBlank { text.removeLast() }
    return text
  }

  private static func endsInWord(_ text: Substring, _ words: [String]) -> Bool {
    words.contains(String(text.suffix(while: isWordPart)))
  }

  // MARK: places

  /// After `->` everything is unit, until something that no unit holds.
  private static func followsArrow(_ head: Substring) -> Bool {
    var rest = head
    while let last = rest.last {
      if last == "→" || (last == ">" && rest.dropLast().last == "-") { return true }
      guard isWordPart(last) || last.isBlank || "/*·×^()²³⁻¹$€£%µ".contains(last) else {
        return false
      }
      let word = rest.suffix(while: isWordPart)
      if ["with", "under", "where", "format", "for", "from"].contains(String(word)) {
        return false
      }
      rest.removeLast(max(1, word.count))
    }
    return false
  }

  /// The expression before the arrow that ends a text: back to what begins it, an `=`, a comma, an
  /// open bracket or the word of a statement.
  private static func converted(_ head: Substring) -> Substring? {
    guard head.hasSuffix("->") || head.hasSuffix("→") else { return nil }
    let text = head.dropLast(head.hasSuffix("→") ? 1 : 2)
    var start = text.endIndex
    var depth = 0
    scan: while start > text.startIndex {
      let index = text.index(before: start)
      switch text[index] {
      case ")", "]": depth += 1
      case "(", "[", "{":
        if depth == 0 { break scan }
        depth -= 1
      case ",": if depth == 0 { break scan }
      case "=":
        if text[start...].first != "=", !"=<>!~".contains(text[..<index].last ?? " ") {
          if depth == 0 { break scan }
        }
      default: break
      }
      start = index
    }
    let expression = trimmed(text[start...])
    for word in Self.asking where expression.hasPrefix(word + " ") {
      return expression.dropFirst(word.count)
    }
    return expression
  }

  /// After `under` stand scenarios, apart by commas; so does one after `scenario worse from`.
  private static func namesScenario(_ head: Substring) -> Bool {
    let words = head.split(omittingEmptySubsequences: true) { $0.isBlank || $0 == "," }
    guard let last = words.last else { return false }
    if last == "from" { return words.first == "scenario" && words.count == 3 }
    guard let under = words.lastIndex(of: "under") else { return false }
    // with one name more only a comma goes on
    return under == words.count - 1
      || trimmed(head).last == ","
        && words[under...].allSatisfy { $0.allSatisfy(isWordPart) }
  }
  /// Words of statements that an expression follows.
  private static let asking = [
    "table", "print", "assert", "compare", "inputs", "graph", "sensitivity", "histogram", "why",
    "explain",
  ]

  /// `jt: ` at the beginning of a statement, before its `=`.
  private static func isAnnotation(_ head: Substring) -> Bool {
    guard let colon = head.firstIndex(of: ":"), !head.contains("=") else { return false }
    let name = trimmed(head[..<colon])
    return name.first?.isNameStart == true && name.allSatisfy(isWordPart)
  }

  /// `3 `, `3 kWh/`, `5 J/kg `, `] `: goes back over units to what a unit can follow.
  private static func followsNumber(_ head: Substring, _ isUnit: (String) -> Bool) -> Bool {
    var rest = head
    while true {
      let hasBlank = rest.last?.isBlank == true
      while rest.last?.isBlank == true { rest.removeLast() }
      guard let last = rest.last else { return false }
      if last == "]" || (last == ")" && isGroup(rest)) { return true }
      if "/*·×".contains(last) {
        // a tight sign goes on with the unit, one with blanks ends it
        rest.removeLast()
        guard !hasBlank, rest.last?.isBlank == false else { return false }
      }
      let signed = rest.suffix { isWordPart($0) || currencies.contains($0) || $0 == "%" }
      let word = signed.count > 1 ? signed.drop(while: currencies.contains) : signed
      if isNumber(word) { return true }
      // `700W`
      let name = word.drop { $0.isNumber || $0 == "." || $0 == "_" }
      guard !name.isEmpty, isUnit(String(name)) else { return false }
      if name.count < word.count { return true }
      rest.removeLast(signed.count)
    }
  }

  private static let currencies: Set<Character> = ["$", "€", "£", "¥"]

  /// Whether the `)` that ends a text closes a group, and not a call.
  private static func isGroup(_ text: Substring) -> Bool {
    var open = 0
    for (index, character) in zip(text.indices, text).reversed() {
      if character == ")" { open += 1 }
      if character == "(" { open -= 1 }
      if open == 0 { return !(text[..<index].last.map(isWordPart) ?? false) }
    }
    return false
  }

  /// `12`, `1_500`, `6.02e23`; not `h100`, `700W`.
  private static func isNumber(_ word: Substring) -> Bool {
    guard word.first?.isNumber == true || word.first == "." else { return false }
    let rest = word.drop { $0.isNumber || $0 == "." || $0 == "_" }
    return rest.isEmpty
      || (rest.count > 1 && rest.first?.lowercased() == "e"
        && rest.dropFirst().allSatisfy(\.isNumber))
  }
}

extension Substring {
  /// The longest end of which every character does.
  func suffix(while condition: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
