import Syntax

/// An error or a note as a reader sees it.
///
/// ```
/// error: power and energy/token do not add
///   --> rig.tj:3:5
///   3 | x = jt + node
///     |     ^^   ---- node is 3.08 kW (power)
///     |     jt is 9.63102 J/t (energy/token)
///   help: node / tput has the right dimension
/// ```
///
/// A note takes one line, `note: … (rig.tj:3:6)`, and one for each mend.
struct DiagnosticText {
  let settings: Settings
  private var styled = Styled()

  init(settings: Settings) { self.settings = settings }

  static func styled(_ diagnostic: Diagnostic, _ words: Words, settings: Settings) -> Styled {
    var text = DiagnosticText(settings: settings)
    switch diagnostic.severity {
    case .error: text.addError(diagnostic, words)
    case .note: text.addNote(diagnostic, words)
    }
    for hint in words.hints + hints(of: diagnostic.advice) { text.addHint(hint) }
    return text.styled
  }

  private mutating func addError(_ diagnostic: Diagnostic, _ words: Words) {
    addHead("error", .error, words.message)
    styled.endLine()
    var marks = [Mark(diagnostic.place, text: words.label, isMain: true)]
    marks += diagnostic.labels.map { Mark($0.place, text: $0.text, isMain: false) }
    // the main place's source first, then the others in the order in which they are named
    var sources: [SourceText] = []
    for mark in marks where !sources.contains(where: { $0 === mark.place.source }) {
      sources.append(mark.place.source)
    }
    let numbers = marks.map { $0.line }
    let gutter = String(numbers.max() ?? 1).count
    for source in sources {
      addSource(marks.filter { $0.place.source === source }, gutter: gutter)
    }
  }

  private mutating func addNote(_ diagnostic: Diagnostic, _ words: Words) {
    let source = diagnostic.place.source
    var place = ""
    if !source.isPrompt || source.bytes.contains(10) {
      place = " (" + position(diagnostic.place) + ")"
    }
    addHead("note", .note, words.message, place: place)
    styled.add(place, .dim)
    styled.endLine()
  }

  /// - Parameter place: what is to stand on the last line too.
  private mutating func addHead(
    _ word: String, _ role: Role, _ message: String, place: String = ""
  ) {
    styled.add(word, role)
    styled.add(": ")
    var lines = wrapped(message, indent: 2, first: word.count + 2)
    if settings.wrapsMessages, let last = lines.last,
      DisplayWidth.of(last) + DisplayWidth.of(place) + 2 > settings.width, !place.isEmpty
    {
      lines.append("")
    }
    styled.add(lines.joined(separator: "\n  "))
  }

  /// A text in the lines of a terminal: the first begins further to the right than the others.
  private func wrapped(_ text: String, indent: Int, first: Int) -> [String] {
    let visible = DisplayWidth.visible(text, keepsLines: true)
    guard settings.wrapsMessages else { return [visible] }
    let lead = String(repeating: ".", count: max(0, first - indent))
    return visible.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
      (i, line) in
      // what is indented is laid out already
      if line.first == " " { return [String(line)] }
      var lines = Wrapping.message((i == 0 ? lead : "") + line, width: settings.width - indent)
      if i == 0 { lines[0].removeFirst(lead.count) }
      return lines
    }
  }

  /// Further lines of a mend stand under its first.
  private mutating func addHint(_ hint: String) {
    styled.add("  help", .help)
    let lines = wrapped(hint, indent: 8, first: 8).flatMap {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    styled.add(": " + lines.joined(separator: "\n        "))
    styled.endLine()
  }

  /// `rig.tj:3:6`; at the prompt `3:6`.
  private func position(_ place: Place) -> String {
    let (line, column) = place.source.position(of: Int(place.span.start))
    return (place.source.isPrompt ? "" : DisplayWidth.visible(place.source.name) + ":")
      + "\(line):\(column)"
  }

  // MARK: the source

  /// A place to be underlined, and what is said under it.
  private struct Mark {
    let place: Place
    let text: String?
    let isMain: Bool
    let line: Int

    init(_ place: Place, text: String?, isMain: Bool) {
      self.place = place
      self.text = text.map { DisplayWidth.visible($0) }
      self.isMain = isMain
      line = place.source.position(of: Int(place.span.start)).line
    }
  }

  /// The lines of one source that hold marks, each with its marks below it.
  private mutating func addSource(_ marks: [Mark], gutter: Int) {
    guard let first = marks.first else { return }
    let source = first.place.source
    styled.add("  --> ", .label)
    guard !source.bytes.isEmpty else {
      // a file that cannot be read has no line to show
      styled.add(DisplayWidth.visible(source.name))
      return styled.endLine()
    }
    styled.add(position(first.place))
    styled.endLine()
    var lastLine: Int?
    for line in Set(marks.map(\.line)).sorted() {
      if let lastLine, line > lastLine + 1 {
        styled.add("  " + String(repeating: ".", count: 3), .label)
        styled.endLine()
      }
      lastLine = line
      // a mark beyond the part of a long line that is shown gets a part of its own
      var left = marks.filter { $0.line == line }
      while let mark = left.first {
        let excerpt = SourceExcerpt(
          source, around: Int(mark.place.span.start), width: settings.width - gutter - 6)
        let shown = left.filter { excerpt.columns(of: $0.place.span) != nil }
        addExcerpt(excerpt, line: line, shown, gutter: gutter)
        left.removeAll { excerpt.columns(of: $0.place.span) != nil }
        if shown.isEmpty { left.removeFirst() }
      }
    }
  }

  private mutating func addGutter(_ number: Int?, width: Int) {
    let text = number.map { String($0) } ?? ""
    styled.add(
      "  " + String(repeating: " ", count: width - text.count) + text + " |", .label)
  }

  private mutating func addExcerpt(
    _ excerpt: SourceExcerpt, line: Int, _ marks: [Mark], gutter: Int
  ) {
    addGutter(line, width: gutter)
    if !excerpt.text.isEmpty { styled.add(" " + excerpt.text) }
    styled.endLine()
    let placed = marks.compactMap { mark in
      excerpt.columns(of: mark.place.span).map { (mark: mark, columns: $0) }
    }
    // wide marks first, so that narrow ones inside them can be seen; the main one over its equals
    var row: [(character: Character, role: Role)] = []
    let order = placed.sorted {
      ($0.columns.count, $1.mark.isMain ? 1 : 0) > ($1.columns.count, $0.mark.isMain ? 1 : 0)
    }
    for (mark, columns) in order {
      while row.count < columns.upperBound { row.append((" ", .plain)) }
      for column in columns {
        row[column] = mark.isMain ? ("^", .error) : ("-", .label)
      }
    }
    addGutter(nil, width: gutter)
    styled.add(" ")
    for run in runs(row) { styled.add(run.text, run.role) }

    // the text of the last mark stands beside it, those of the others below, from right to left
    var waiting = placed.filter { $0.mark.text != nil }.sorted {
      ($0.columns.lowerBound, $0.columns.upperBound) > (
        $1.columns.lowerBound, $1.columns.upperBound
      )
    }
    // beside the mark only where the page is wide enough, or would not be wider below it
    let left = settings.width - gutter - 5
    func fits(_ last: (mark: Mark, columns: Range<Int>)) -> Bool {
      row.count + DisplayWidth.of(last.mark.text ?? "") <= left
        || last.columns.lowerBound + 8 > left
    }
    if let last = waiting.first, last.columns.upperBound == row.count, fits(last) {
      styled.add(" " + (last.mark.text ?? ""), last.mark.isMain ? .error : .label)
      waiting.removeFirst()
    }
    styled.endLine()
    while let next = waiting.first {
      waiting.removeFirst()
      addGutter(nil, width: gutter)
      styled.add(" ")
      var column = 0
      for start in Set(waiting.map(\.columns.lowerBound)).sorted()
      where start < next.columns.lowerBound {
        styled.add(String(repeating: " ", count: start - column))
        styled.add("|", .label)
        column = start + 1
      }
      styled.add(String(repeating: " ", count: next.columns.lowerBound - column))
      styled.add(next.mark.text ?? "", next.mark.isMain ? .error : .label)
      styled.endLine()
    }
  }

  /// Neighbours of the same role together.
  private func runs(_ row: [(character: Character, role: Role)]) -> [(text: String, role: Role)] {
    var runs: [(text: String, role: Role)] = []
    for (character, role) in row {
      if runs.last?.role == role {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append((String(character), role))
      }
    }
    return runs
  }
}

extension SourceText {
  /// What was typed at the prompt needs no file name.
  var isPrompt: Bool { name == "prompt" }
}
