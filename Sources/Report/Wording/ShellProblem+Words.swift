import Syntax

extension ShellProblem: Worded {
  var words: Words { Words(message: message, hints: hints) }

  private var message: String {
    switch self {
    case .unknownCommand(let word, _): "there is no command `:\(word)`"
    case .ambiguousCommand(let word, _): "`:\(word)` is short for several commands"
    case .promptOnly(let command): "`:\(command)` works only at the prompt"
    case .journalOnly(let command): "`:\(command)` stands only in the journal of a session"
    case .badArgument(let text, _):
      text.isEmpty ? "something is missing here" : "`\(text)` does not fit here"
    case .samplesOutside(let text): "`\(text)` samples cannot be taken: from 16 to 2^30"
    case .noHelp(let name, _, _, _): "nothing is known about `\(name)`"
    case .inLists(let name, _): "`\(name)` is found in a list"
    case .noteWordTaken(let word): "`\(word)` is a definition now"
    case .noScript(let path, _): "there is no file `\(path)` that can be read"
    case .fileExists(let path): "`\(path)` exists, and this session did not write it"
    case .cannotWrite(let path, let reason): "`\(path)` cannot be written: \(reason)"
    case .nothingToSave: "nothing is defined that could be saved"
    case .nothingToUndo: "there is nothing to undo"
    case .nothingToRedo: "there is nothing to redo"
    case .notWatched(let texts, _): "\(alternatives(texts, "")) is not watched"
    case .journalNotKept(let path, let reason):
      path.isEmpty
        ? "this session is not kept: \(reason)"
        : "this session is not kept: `\(path)` cannot be written: \(reason)"
    case .historyNotKept(let path, let reason):
      "lines typed here will not be called back later: `\(path)` cannot be written: \(reason)"
    case .journalNotTrusted: "this journal lies outside of tj's own folder, and names files"
    case .noSession(let folder):
      "there is no session to go on with" + (folder.isEmpty ? "" : " in `\(folder)`")
    case .sessionInUse(let path): "another tj is at work in `\(path)`"
    case .noJournal(let path): "`\(path)` is no journal of a session"
    case .journalCut(let text): "the end was cut off, and is left out: \(Words.code(text))"
    case .noLesson(let number, _): "there is no lesson \(number)"
    case .progressNotKept(let path, let reason):
      "which questions are answered is not kept: `\(path)` cannot be written: \(reason)"
    case .settingsUnused(let names, _):
      "`--set` names what the script does not define: \(names.joined(separator: ", "))"
    }
  }

  private var hints: [String] {
    switch self {
    case .unknownCommand(_, let nearest):
      nearest.isEmpty
        ? ["`:help` lists the commands"] : ["did you mean " + alternatives(nearest, ":") + "?"]
    case .ambiguousCommand(_, let candidates): [alternatives(candidates, ":")]
    case .badArgument(_, let usage): ["write `\(usage)`"]
    case .samplesOutside: ["write `:samples 65536`, or `:samples 2^20`"]
    case .noHelp(let name, _, _, let library?):
      ["write `use \(library)` first, which brings `\(name)`"]
    case .noHelp(_, let nearest, let lists, nil):
      (nearest.isEmpty ? [] : ["did you mean " + alternatives(nearest, "") + "?"])
        + (lists.isEmpty ? [] : [alternatives(lists, "") + " shows what there is"])
        + (nearest.isEmpty && lists.isEmpty
          ? ["`:list` shows what is defined, `:list grids germany` searches a part of the catalog"]
          : [])
    case .inLists(_, let lists): [alternatives(lists, "") + " shows what there is"]
    case .noteWordTaken(let word):
      [
        word == "help"
          ? "`:help` still shows what there is" : "`:\(word)` still leaves; so does Ctrl-D"
      ]
    case .noScript(_, let folder):
      [
        "check the name"
          + (folder.isEmpty ? "" : ": it is meant from the current folder")
          + (folder.isEmpty || folder == "." ? "" : ", \(folder)")
      ]
    case .nothingToRedo: ["an entry that changes something ends what can be redone"]
    case .notWatched(_, let watched):
      [
        watched.isEmpty
          ? "nothing is watched"
          : "watched are " + watched.map { "`\($0)`" }.joined(separator: ", ")
      ]
    case .journalNotKept: ["it works on; `:save file.tj` keeps its definitions elsewhere"]
    case .historyNotKept: ["what they define is kept by the session itself, see `tj --resume`"]
    case .journalNotTrusted: ["`tj --resume FILE` brings it back with its files"]
    case .sessionInUse: ["leave that one first, or begin another with `tj`"]
    case .noJournal(let path): ["`tj -i \(path)` begins a session with a script"]
    case .noLesson(_, let count): ["there are lessons 1 to \(count); `tj learn` lists them"]
    case .settingsUnused(_, let nearest):
      nearest.isEmpty
        ? ["a script's own definitions can be set; `:list` shows them"]
        : ["did you mean " + alternatives(nearest, "") + "?"]
    case .fileExists(let path): ["`:save! \(path)` replaces it"]
    default: []
    }
  }

  /// `` `:list` or `:load` ``
  private func alternatives(_ names: [String], _ sign: String) -> String {
    names.map { "`\(sign)\($0)`" }.joined(separator: " or ")
  }
}
