import CReadline

/// The keys that are tj's own. readline calls them with a count and the key; 0 is success.
enum EditorCommands {
  static let all = tj_commands(
    accept: acceptCommand, newline: newlineCommand, complete: completeCommand,
    previous_line: previousLineCommand, next_line: nextLineCommand)
}

/// Return: takes the text, or begins a new line of it where it goes on.
private func acceptCommand(_ count: Int32, _ key: Int32) -> Int32 {
  if let editor = LineEditor.reading, editor.needsMore(editor.text) {
    return newlineCommand(1, key)
  }
  return rl_newline(1, key)
}

/// Alt-Return: a new line, whatever the text says.
private func newlineCommand(_ count: Int32, _ key: Int32) -> Int32 {
  _ = rl_insert_text("\n")
  return 0
}

/// Tab.
private func completeCommand(_ count: Int32, _ key: Int32) -> Int32 {
  guard let editor = LineEditor.reading else { return 0 }
  return editor.completeAtCursor(isRepeated: tj_is_repeated(completeCommand) != 0)
}

/// Up: the line above in a text of several, else the history.
private func previousLineCommand(_ count: Int32, _ key: Int32) -> Int32 {
  if let editor = LineEditor.reading, editor.moveLine(by: -1) { return 0 }
  return rl_get_previous_history(count, key)
}

/// Down: the line below in a text of several, else the history.
private func nextLineCommand(_ count: Int32, _ key: Int32) -> Int32 {
  if let editor = LineEditor.reading, editor.moveLine(by: 1) { return 0 }
  return rl_get_next_history(count, key)
}

extension LineEditor {
  /// The text being edited.
  var text: String { tj_line().map { String(cString: $0) } ?? "" }

  // MARK: completion

  fileprivate func completeAtCursor(isRepeated: Bool) -> Int32 {
    let line = text
    let cursor = Int(tj_cursor())
    let completion = complete(line, cursor)
    let bytes = Array(line.utf8)
    guard !completion.candidates.isEmpty, completion.range.lowerBound >= 0,
      completion.range.upperBound <= bytes.count
    else {
      rl_ding()
      return 0
    }
    let present = String(decoding: bytes[completion.range], as: UTF8.self)
    if completion.candidates.count == 1 {
      let only = completion.candidates[0]
      let after = bytes[completion.range.upperBound...]
      let isThere = after.starts(with: only.suffix.utf8)
      replace(completion.range, with: only.text + (isThere ? "" : only.suffix))
      return 0
    }
    let prefix = completion.commonPrefix
    let isLonger = prefix.utf8.count >= present.utf8.count && prefix != present
    if isLonger { replace(completion.range, with: prefix) }
    if tj_shows_all_if_ambiguous() != 0 || (isRepeated && !isLonger) { show(completion) }
    return 0
  }

  private func replace(_ range: Range<Int>, with text: String) {
    rl_begin_undo_group()
    rl_delete_text(Int32(range.lowerBound), Int32(range.upperBound))
    tj_set_cursor(Int32(range.lowerBound))
    rl_insert_text(text)
    rl_end_undo_group()
  }

  /// Writes the list below the text and draws prompt and text again.
  private func show(_ completion: Completion) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    rl_get_screen_size(&rows, &columns)
    let lines = completion.list(columns: max(20, Int(columns)), rows: max(4, Int(rows)))
    let cursor = tj_cursor()
    tj_set_cursor(tj_line_length())
    rl_redisplay()
    write("\n" + lines.map { $0 + "\n" }.joined())
    tj_set_cursor(cursor)
    rl_forced_update_display()
  }

  // MARK: moving

  /// Moves the cursor a line up or down within the text, to the same place in it.
  /// - Returns: false where the text has no such line.
  fileprivate func moveLine(by step: Int) -> Bool {
    let bytes = Array(text.utf8)
    let cursor = min(Int(tj_cursor()), bytes.count)
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<cursor].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let target: Int
    if step < 0 {
      guard start > 0 else { return false }
      target = bytes[..<(start - 1)].lastIndex(of: newline).map { $0 + 1 } ?? 0
    } else {
      guard let end = bytes[cursor...].firstIndex(of: newline) else { return false }
      target = end + 1
    }
    let column = characters(bytes[start..<cursor])
    let line = bytes[target...].prefix { $0 != newline }
    var place = line.startIndex
    var passed = 0
    while place < line.endIndex, passed < column {
      place += 1
      while place < line.endIndex, isContinuation(line[place]) { place += 1 }
      passed += 1
    }
    tj_set_cursor(Int32(place))
    return true
  }

  private func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + (isContinuation($1) ? 0 : 1) }
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
