import Engine
import Syntax
import Units

/// One outcome as one line of JSON. The shape is promised in `docs/json.md`.
struct JSONResult {
  let units: UnitTable
  let settings: Settings

  init(units: UnitTable, settings: Settings) {
    self.units = units
    var plain = settings
    plain.hasColour = false
    self.settings = plain
  }

  func write(_ outcome: Outcome, into out: inout [UInt8], drain: ((inout [UInt8]) -> Void)?) {
    guard let kind = kind(of: outcome) else { return }
    Self.write(kind: kind, into: &out, drain: drain) { json in
      writeText(of: outcome, into: &json)
      writeFields(of: outcome, into: &json)
    }
  }

  /// An object on a line of its own, `kind` first.
  static func write(
    kind: String, into out: inout [UInt8], drain: ((inout [UInt8]) -> Void)?,
    fields: (inout JSONWriter) -> Void
  ) {
    var json = JSONWriter()
    json.drain = drain
    swap(&json.bytes, &out)
    json.object {
      $0.field("kind", kind)
      fields(&$0)
    }
    swap(&json.bytes, &out)
    out.append(UInt8(ascii: "\n"))
    if let drain, out.count >= Renderer.chunk { drain(&out) }
  }

  private func kind(of outcome: Outcome) -> String? {
    switch outcome {
    case .value: "value"
    case .waiting: "waiting"
    case .function: "function"
    case .scenario: "scenario"
    case .change: "change"
    case .moreChanges: "more-changes"
    case .notRecomputed: "not-recomputed"
    case .watched: "watch"
    case .table: "table"
    case .comparison: "comparison"
    case .hole: "hole"
    case .attribution: "attribution"
    case .inputs: "inputs"
    case .graph: "graph"
    case .sensitivity: "sensitivity"
    case .histogram: "histogram"
    case .reading: "reading"
    case .exercise: "question"
    case .derivation: "derivation"
    case .text: "text"
    case .diagnostic(let diagnostic): diagnostic.severity == .error ? "error" : "note"
    case .setting, .help: nil
    }
  }

  /// What the text form prints, without the last line end.
  private func writeText(of outcome: Outcome, into json: inout JSONWriter) {
    json.key("text")
    json.string { json in
      let layout: TableLayout
      var form = Format.text
      switch outcome {
      case .table(let table):
        layout = TableLayout(table, units: units, settings: settings)
        form = table.format.flatMap(Format.init(word:)) ?? .text
      case .value(let name, let value) where !ValueText.fits(value):
        layout = TableLayout(of: value, name: name, units: units, settings: settings)
      case .inputs, .graph, .sensitivity, .histogram, .comparison, .attribution, .hole, .exercise,
        .derivation, .reading:
        var text: [UInt8] = []
        outcome.report(units: units, settings: settings)?.write(.text, into: &text)
        return json.escaped(text.dropLast())
      default: return writePlain(outcome, into: &json)
      }
      var isFirst = true
      layout.lines(as: form == .json ? .text : form) { line in
        if !isFirst { json.escaped(CollectionOfOne(UInt8(ascii: "\n"))) }
        isFirst = false
        json.escaped(line.dropLast())
      }
    }
  }

  private func writePlain(_ outcome: Outcome, into json: inout JSONWriter) {
    var renderer = Renderer(.text, settings: settings)
    var text: [UInt8] = []
    renderer.render(outcome, units: units, into: &text)
    json.escaped(text.dropLast())
  }

  private func writeFields(of outcome: Outcome, into json: inout JSONWriter) {
    switch outcome {
    case .value(let name, let value):
      json.field("name", name)
      write(value, into: &json)
    case .waiting(let name, let names):
      json.field("name", name)
      json.field("for", names)
    case .function(let head): json.field("head", head)
    case .scenario(let name, let parent, let overrides):
      json.field("name", name)
      json.field("from", parent)
      json.field("overrides", overrides)
    case .change(let change): write(change, into: &json)
    case .moreChanges(let count), .notRecomputed(let count): json.field("count", count)
    case .watched(let watched): write(watched, into: &json)
    case .table(let table): write(table, into: &json)
    case .diagnostic(let diagnostic): write(diagnostic, into: &json)
    case .inputs, .graph, .sensitivity, .histogram, .comparison, .attribution, .hole, .exercise,
      .derivation, .reading:
      outcome.report(units: units, settings: settings)?.writeFields(into: &json)
    case .text, .setting, .help: break
    }
  }

  private func write(_ change: Change, into json: inout JSONWriter) {
    json.field("name", change.name)
    write(change.before, change.after, change.problem, into: &json)
  }

  private func write(_ watched: Watched, into json: inout JSONWriter) {
    json.field("expression", watched.text)
    write(watched.before, watched.after, watched.problem, into: &json)
  }

  private func write(
    _ before: Value?, _ after: Value?, _ problem: Diagnostic?, into json: inout JSONWriter
  ) {
    for (key, value) in [("before", before), ("after", after)] {
      json.key(key)
      if let value {
        json.object { write(value, into: &$0) }
      } else {
        json.null()
      }
    }
    json.key("relative")
    if let before, let after,
      let relative = ChangeText.largestRelative(before, after, units: units)
    {
      json.number(relative)
    } else {
      json.null()
    }
    if let problem {
      json.key("problem")
      json.object { write(problem, into: &$0) }
    }
  }

  // MARK: values

  /// A value as an object of its own; `null` where there is none.
  func write(_ value: Value?, into json: inout JSONWriter) {
    if let value { json.object { write(value, into: &$0) } } else { json.null() }
  }

  /// The fields of a value: `value` or `values`, `unit`, `dimension`, `axes`, the ends of a bracket.
  private func write(_ value: Value, into json: inout JSONWriter) {
    let unit = value.isNumeric ? ShownUnit(of: value, units: units) : nil
    writeCells(of: value, unit: unit, into: &json)
    writeUnit(unit, dimension: value, into: &json)
    if !value.axes.isEmpty {
      json.key("axes")
      json.array { json in
        for axis in value.axes { write(axis, into: &json) }
      }
    }
  }

  private func write(_ table: Table, into json: inout JSONWriter) {
    json.key("axes")
    json.array { json in
      for axis in table.axes { write(axis, into: &json) }
    }
    json.key("columns")
    json.array { json in
      for column in table.columns {
        let value = column.value
        let unit = value.isNumeric ? ShownUnit(of: value, units: units) : nil
        json.object { json in
          json.field("title", column.title)
          writeUnit(unit, dimension: value, into: &json)
          json.field("axes", value.axes.map(\.title))
          writeCells(of: value, unit: unit, into: &json)
        }
      }
    }
  }

  /// A value under a key, its cells in a unit that is stated elsewhere; `null` where there is none.
  func writeObject(
    _ key: String, _ value: Value?, _ unit: ShownUnit?, into json: inout JSONWriter
  ) {
    json.key(key)
    guard let value else { return json.null() }
    json.object { writeCells(of: value, unit: unit, into: &$0) }
  }

  func writeUnit(_ unit: ShownUnit?, dimension: Value, into json: inout JSONWriter) {
    json.field("unit", unit?.text)
    json.field("dimension", unit == nil ? nil : units.name(of: dimension.dimension))
  }

  func write(_ axis: Axis, into json: inout JSONWriter) {
    json.object { json in
      let unit = ShownUnit(of: axis, units: units)
      json.field("name", axis.name?.text)
      json.field("unit", unit?.text)
      json.key("labels")
      json.array { json in
        switch axis.labels {
        case .numbers(let labels, _):
          for label in labels { json.number(unit?.inUnit(label) ?? label) }
        case .texts(let texts): for text in texts { json.string(text) }
        case .counts(let count): for i in 0..<count { json.number(i + 1) }
        }
      }
    }
  }

  func writeCells(of value: Value, unit: ShownUnit?, into json: inout JSONWriter) {
    let plural = value.axes.isEmpty ? "value" : "values"
    switch value.cells {
    case .numbers(let numbers):
      if let distributed = value.distributed {
        return write(distributed, of: value, medians: numbers, unit: unit, into: &json)
      }
      guard let low = value.low, let high = value.high else {
        writeNumbers(plural, numbers, of: value, unit: unit, into: &json)
        return writeErrors(of: value, unit: unit, into: &json)
      }
      // no number stands for a bracket unless a best guess was given
      json.key(plural)
      if value.hasBest {
        nested(value, into: &json) { $1.number(unit?.inUnit(numbers[$0]) ?? numbers[$0]) }
      } else {
        json.null()
      }
      writeNumbers("low", low, of: value, unit: unit, into: &json)
      writeNumbers("high", high, of: value, unit: unit, into: &json)
      if value.hasBest { writeNumbers("best", numbers, of: value, unit: unit, into: &json) }
      if value.isOuterBound {
        json.key("outerBound")
        json.bool(true)
      }
      writeErrors(of: value, unit: unit, into: &json)
    case .truths(let truths):
      json.key(plural)
      nested(value, into: &json) { write(truths[$0], into: &$1) }
      writeErrors(of: value, unit: nil, into: &json)
    case .texts(let texts):
      json.key(plural)
      nested(value, into: &json) { $1.string(texts[$0]) }
    }
  }

  /// Of a statistic: how far it is likely off, and from which samples it was found.
  private func writeErrors(of value: Value, unit: ShownUnit?, into json: inout JSONWriter) {
    guard let errors = value.errors else { return }
    json.key("error")
    nested(value, into: &json) {
      $1.number(unit?.ofDifferences.inUnit(errors.cells[$0]) ?? errors.cells[$0])
    }
    json.field("samples", errors.samples)
    if errors.isStopped {
      json.key("stopped")
      json.bool(true)
    }
    json.field("seed", String(errors.sampling.seed))
  }

  private func writeNumbers(
    _ key: String, _ numbers: [Double], of value: Value, unit: ShownUnit?,
    into json: inout JSONWriter
  ) {
    json.key(key)
    nested(value, into: &json) { $1.number(unit?.inUnit(numbers[$0]) ?? numbers[$0]) }
  }

  private func write(_ truth: Value.Truth, into json: inout JSONWriter) {
    switch truth {
    case .yes: json.bool(true)
    case .no: json.bool(false)
    case .depends(let sources): json.object { $0.field("dependsOn", sources) }
    case .probably(let share):
      json.object { json in
        json.key("probability")
        json.number(share)
      }
    case .between(let low, let high):
      json.object { json in
        json.key("probability")
        json.array { json in
          json.number(low)
          json.number(high)
        }
      }
    }
  }

  /// The cells as arrays in arrays, one level for each axis, outermost first; a single value alone.
  func nested(
    _ value: Value, into json: inout JSONWriter, cell: (Int, inout JSONWriter) -> Void
  ) {
    func write(level: Int, from start: Int, count: Int, into json: inout JSONWriter) {
      guard level < value.axes.count else { return cell(start, &json) }
      let labels = value.axes[level].count
      let size = labels > 0 ? count / labels : 0
      json.array { json in
        for label in 0..<labels {
          write(level: level + 1, from: start + label * size, count: size, into: &json)
        }
      }
    }
    write(level: 0, from: 0, count: value.count, into: &json)
  }

  // MARK: errors and notes

  private func write(_ diagnostic: Diagnostic, into json: inout JSONWriter) {
    let words = words(of: diagnostic.problem)
    json.field("id", diagnostic.problem.id)
    json.field("message", words.message)
    write(diagnostic.place, into: &json)
    json.field("label", words.label)
    json.field("hints", words.hints + hints(of: diagnostic.advice))
    json.key("labels")
    json.array { json in
      for label in diagnostic.labels {
        json.object { json in
          json.field("text", label.text)
          write(label.place, into: &json)
        }
      }
    }
  }

  /// `file`, `line` and `column`, from 1; the column counts characters.
  private func write(_ place: Place, into json: inout JSONWriter) {
    let (line, column) = place.source.position(of: Int(place.span.start))
    json.field("file", place.source.name)
    json.field("line", line)
    json.field("column", column)
  }
}
