import Engine
import Report
import Syntax

extension Command {
  static let list = Command(
    name: "list", usage: ":list [kind] [part of a name]",
    summary: "what is defined, or all of a kind",
    details: [
      "A part is looked for in names, and in titles and first words too: `:list grids germany`.",
      "kinds: " + Session.entryKinds.joined(separator: ", "),
    ], argument: .kinds
  ) { (interpreter, call) throws(Diagnostic) in
    let words = call.rest.split(whereSeparator: \.isBlank).map(String.init)
    guard words.count <= 2 else { throw call.fault(":list [kind] [part of a name]") }
    let kind = words.first.flatMap(kind)
    guard words.count < 2 || kind != nil else { throw call.fault(":list [kind] [part of a name]") }
    let part = kind == nil ? words.first ?? "" : words.dropFirst().first ?? ""
    let entries = interpreter.session.entries(kind: kind, matching: part)
    guard entries.isEmpty else {
      let rows = entries.map {
        Listing.Row(name: $0.name, value: $0.value, summary: interpreter.session.summary(of: $0))
      }
      return interpreter.output.show(Listing(title: kind ?? "", rows: rows))
    }
    interpreter.say(
      part.isEmpty
        ? kind.map { "no \($0)" } ?? "nothing is defined yet"
        : "no \(kind ?? "definitions") with \(part)")
  }

  /// `accelerators` of `acc`; nil for what is no kind, or could be two.
  private static func kind(_ word: String) -> String? {
    let candidates = Session.entryKinds.filter { $0.hasPrefix(word) }
    return candidates.count == 1 ? candidates[0] : Session.entryKinds.first { $0 == word }
  }
}

extension Session {
  /// What stands beside a name: its documentation as it is, a formula behind `=`, and nothing for a
  /// formula that is its own value.
  fileprivate func summary(of entry: Entry) -> String {
    guard ["definition", "function"].contains(entry.kind) else { return entry.summary }
    let name = String(entry.name.prefix { $0 != "(" })
    guard isDefined(name), documentation(of: name) != entry.summary else { return entry.summary }
    return entry.summary == entry.value ? "" : "= " + entry.summary
  }

  /// The calls of `:list` that find a word where there is no such name: `:list grids germany` for
  /// `germany` and `grid.Germany`, `:list grids` for `grid`.
  func lists(holding text: String) -> [String] {
    let word = text.split(separator: ".").last.map(String.init) ?? text
    guard word.utf8.count >= 3, word.utf8.count <= 40, !word.contains(where: \.isBlank) else {
      return []
    }
    let lower = word.lowercased()
    if let kind = Self.kind(lower) { return [":list \(kind)"] }
    let found = Self.entryKinds.filter { !entries(kind: $0, matching: word).isEmpty }
    return found.prefix(3).map { ":list \($0) \(word)" }
  }

  /// `grids` for `grid` and `grids`.
  static func kind(_ word: String) -> String? {
    entryKinds.first { $0 == word || $0 == word + "s" }
  }
}
