/// Running text in lines: help pages, lessons, errors at a terminal.
extension Wrapping {
  /// Lines of at most `width` columns, broken at blanks. Line ends in the text are kept, and a line
  /// that begins with a blank is an example and stays whole.
  static func paragraphs(_ text: String, width: Int) -> [String] {
    var result: [String] = []
    let visible = DisplayWidth.visible(text, keepsLines: true)
    for given in visible.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(given)
      result += line.first == " " ? [line] : lines(line, width: width)
    }
    return result
  }

  /// Lines in which nothing between backticks is broken: it can be pasted, and stands on a line of
  /// its own where it is too long for any.
  static func message(_ text: String, width: Int) -> [String] {
    if DisplayWidth.of(text) <= width { return [text] }
    var result: [String] = []
    var line = ""
    var isCode = false
    var word = ""
    func end() {
      if word.isEmpty { return }
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        result.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
      word = ""
    }
    for character in text {
      if character == "`" { isCode.toggle() }
      if character == " ", !isCode { end() } else { word.append(character) }
    }
    end()
    return line.isEmpty ? result : result + [line]
  }
}
