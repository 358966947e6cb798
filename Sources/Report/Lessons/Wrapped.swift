/// Running text in lines of a width.
enum Wrapped {
  /// Lines of at most `width` columns, broken at blanks; a given line that begins with a blank is an
  /// example and stays whole.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    let visible = DisplayWidth.visible(text, keepsLines: true)
    for given in visible.split(separator: "\n", omittingEmptySubsequences: false) {
      if given.first == " " || DisplayWidth.of(String(given)) <= width {
        lines.append(String(given))
        continue
      }
      var line = ""
      var columns = 0
      for word in given.split(separator: " ") {
        let wordWidth = DisplayWidth.of(String(word))
        if columns > 0, columns + 1 + wordWidth > width {
          lines.append(line)
          (line, columns) = ("", 0)
        }
        if columns > 0 { line += " " }
        line += word
        columns += wordWidth + (columns > 0 ? 1 : 0)
      }
      lines.append(line)
    }
    return lines
  }
}
