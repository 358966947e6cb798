/// What the reference says about a word, a sign, a function or a command: its usage, what it is, and
/// an example that the tests type in.
///
/// The texts stand in `Topics/*.txt`, embedded by `scripts/embed`; usage and summary of functions and
/// statements in `Library`, those of commands with each command. A topic of a file reads
///
/// ```
/// == ->
/// usage: jt -> kWh/Mt
/// is: asks for a unit, which is kept exactly
/// names: → to
/// 9.63 J/t -> kWh/Mt
/// #> 2.675 kWh/Mt
/// ```
package struct Topic: Sendable {
  /// `->`, `with`, `:undo`
  package var name: String
  /// other spellings under which it is found
  package var names: [String] = []
  /// the file that it stands in: `functions`, `words`, `signs`, `commands`
  package var chapter: String
  package var usage = ""
  /// one clause, without a full stop
  package var summary = ""
  package var details: [String] = []
  /// lines as typed, and answers behind `#>` and `#!`, as in the blocks of the documentation
  package var example: [String] = []
  /// other topics worth a look
  package var related: [String] = []

  /// Every topic, in the order of the files.
  package static let all: [Topic] = {
    var topics: [Topic] = []
    for (file, text) in TopicFiles.all {
      let chapter = String("\(file)".prefix { $0 != "." })
      topics += read("\(text)", chapter: chapter)
    }
    return topics
  }()

  package static func named(_ name: String) -> Topic? {
    all.first { $0.name == name } ?? all.first { $0.names.contains(name) }
  }

  private static func read(_ text: String, chapter: String) -> [Topic] {
    var topics: [Topic] = []
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("== ") {
        topics.append(known(String(line.dropFirst(3)), chapter: chapter))
      } else if !topics.isEmpty {
        topics[topics.count - 1].add(line)
      }
    }
    return topics
  }

  /// A topic with what the library says of it.
  private static func known(_ name: String, chapter: String) -> Topic {
    var topic = Topic(name: name, chapter: chapter)
    if let help = (Library.help + Library.words).first(where: { $0.name == name }) {
      topic.usage = help.usage
      topic.summary = help.summary
    }
    return topic
  }

  private mutating func add(_ line: String) {
    func value(_ key: String) -> String? {
      line.hasPrefix(key + ": ") ? String(line.dropFirst(key.count + 2)) : nil
    }
    if let text = value("usage") {
      usage = text
    } else if let text = value("is") {
      summary = text
    } else if let text = value("more") {
      details.append(text)
    } else if let text = value("also") {
      related = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    } else if let text = value("names") {
      let words = text.split(separator: " ").map(String.init)
      names = words.contains(text) ? words : [text] + words
    } else {
      example.append(line)
    }
  }
}
