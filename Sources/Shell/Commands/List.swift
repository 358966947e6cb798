import Engine
import Report
import Syntax

extension Command {
  static let list = Command(
    name: "list", usage: ":list [kind] [part of a name]",
    summary: "what is defined, or all of a kind",
    details: ["kinds: " + Session.entryKinds.joined(separator: ", ")], argument: .kinds
  ) { (interpreter, call) throws(Diagnostic) in
    let words = call.rest.split(whereSeparator: \.isBlank).map(String.init)
    guard words.count <= 2 else { throw call.fault(":list [kind] [part of a name]") }
    let kind = words.first.flatMap(kind)
    guard words.count < 2 || kind != nil else { throw call.fault(":list [kind] [part of a name]") }
    let part = kind == nil ? words.first ?? "" : words.dropFirst().first ?? ""
    let entries = interpreter.session.entries(kind: kind, matching: part)
    guard entries.isEmpty else {
      let rows = entries.map {
        Listing.Row(name: $0.name, value: $0.value, summary: $0.summary)
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
