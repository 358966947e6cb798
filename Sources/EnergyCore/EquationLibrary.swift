/// The equations of inference energy, in tj: `Library/*.tj`, brought by `use energy` and the like.
package enum EquationLibrary {
  /// `energy`, `roofline` …
  package static let names = LibraryFiles.all.map { String($0.name.description.dropLast(3)) }

  /// The text of a library; nil for a name that none has.
  package static func text(of name: String) -> [UInt8]? {
    LibraryFiles.all.first { $0.name.description == name + ".tj" }
      .map { file in file.text.withUTF8Buffer { Array($0) } }
  }

  /// The library that defines a name, a function or a unit, the first of those that do; nil where none
  /// does. Their texts are looked through at the first question.
  package static func library(defining name: String) -> String? { definers[name] }

  private static let definers: [String: String] = {
    var definers: [String: String] = [:]
    for library in names {
      for line in (text(of: library) ?? []).split(separator: UInt8(ascii: "\n")) {
        for name in definedNames(line) where definers[name] == nil { definers[name] = library }
      }
    }
    return definers
  }()

  /// What one line defines: `node(…) = …`, `unit lap = 400 m, also laps`.
  private static func definedNames(_ line: ArraySlice<UInt8>) -> [String] {
    guard line.starts(with: "unit ".utf8) else {
      let name = line.prefix { !"( =:".utf8.contains($0) }
      return name.isEmpty || name.count == line.count ? [] : [String(decoding: name, as: UTF8.self)]
    }
    let words = line.dropFirst(5).prefix { $0 != UInt8(ascii: "=") }
      .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
    // (behind `prefixes` stand no names)
    return Array(words.prefix { $0 != "prefixes" })
  }
}
