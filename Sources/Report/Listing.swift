/// Names with a value and a line about each: what `:list` shows.
package struct Listing: Sendable {
  package struct Row: Sendable {
    package var name: String
    /// `700 W`; empty where there is none
    package var value: String
    /// `H100 SXM5 80GB`; may be empty
    package var summary: String

    package init(name: String, value: String = "", summary: String = "") {
      self.name = name
      self.value = value
      self.summary = summary
    }
  }
  /// `accelerators`; empty for none
  package var title: String
  package var rows: [Row]

  package init(title: String, rows: [Row] = []) {
    self.title = title
    self.rows = rows
  }

  /// The title, then a line for each row: name, value, summary in columns.
  func styled() -> Styled {
    var styled = Styled()
    if !title.isEmpty {
      styled.add(title, .head)
      styled.endLine()
    }
    let nameWidth = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let valueWidth = rows.map { DisplayWidth.of($0.value) }.max() ?? 0
    for row in rows {
      var cells: [(text: String, role: Role, width: Int)] = [
        ("  " + row.name, .name, nameWidth + 2)
      ]
      if valueWidth > 0 { cells.append((row.value, .value, valueWidth)) }
      cells.append((row.summary, .dim, 0))
      while cells.last?.text.isEmpty == true { cells.removeLast() }
      for (i, cell) in cells.enumerated() {
        let text = DisplayWidth.visible(cell.text)
        styled.add(text, cell.role)
        if i < cells.count - 1 {
          let blanks = max(0, cell.width - DisplayWidth.of(text)) + 2
          styled.add(String(repeating: " ", count: blanks))
        }
      }
      styled.endLine()
    }
    return styled
  }

  func writeFields(into json: inout JSONWriter) {
    json.field("title", title)
    json.key("rows")
    json.array { json in
      for row in rows {
        json.object {
          $0.field("name", row.name)
          $0.field("value", row.value)
          $0.field("summary", row.summary)
        }
      }
    }
  }
}
