import Engine
import Glibc
import Report
import Syntax

/// File names as people type them, and writing a file whole.
enum FileName {
  /// The path meant: quotes taken off, `~/` the home folder; nil where nothing stands.
  static func path(_ text: Substring) -> String? {
    var name = text.drop(while: \.isBlank)
    if name.count > 1, name.first == "\"", name.last == "\"" { name = name.dropFirst().dropLast() }
    return name.isEmpty ? nil : withHome(String(name))
  }

  /// Reads a script named at the prompt; the error for one that is not there says from which folder
  /// its name is meant.
  /// - Parameter saysFolder: by its path; a person on a command line knows where that is.
  static func read(_ path: String, at place: Place, saysFolder: Bool = true)
    throws(Diagnostic) -> [UInt8]
  {
    do {
      return try Session.read(path: path, at: place)
    } catch {
      guard case .fileNotFound(let name, _) = error.problem as? EngineProblem else { throw error }
      var folder = ""
      if !path.hasPrefix("/"), !saysFolder { folder = "." }
      if !path.hasPrefix("/"), saysFolder, let current = getcwd(nil, 0) {
        folder = String(cString: current)
        free(current)
      }
      throw Diagnostic(ShellProblem.noScript(name, folder: folder), at: place)
    }
  }

  static func withHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// The same file has one such name, links resolved; the path itself while there is no file.
  static func whole(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The name without its folders.
  static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Writes a file as a whole or not at all: under another name first.
  /// - Returns: the system's error number, nil for success.
  static func write(_ text: String, to path: String) -> Int32? {
    let target = whole(path)
    let draft = "\(target).\(getpid()).draft"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return errno }
    var status = stat()
    if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
    let sink = ByteSink(descriptor: descriptor)
    sink.write(text)
    sink.flush()
    var number = sink.failure
    if close(descriptor) != 0, number == nil { number = errno }
    if number == nil, rename(draft, target) != 0 { number = errno }
    if number != nil { unlink(draft) }
    return number
  }

  /// What can follow the beginning of a path: folders with `/`, and files whose name ends in a text.
  static func matching(_ text: String, suffix: String) -> [(path: String, isFolder: Bool)] {
    let folder = text.lastIndex(of: "/").map { text[...$0] } ?? ""
    let start = text.dropFirst(folder.count)
    guard let listing = opendir(folder.isEmpty ? "." : withHome(String(folder))) else { return [] }
    defer { closedir(listing) }
    var found: [(path: String, isFolder: Bool)] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name != ".", name != "..",
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { continue }
      var status = stat()
      let path = folder + name
      let isFolder =
        stat(withHome(String(path)), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if isFolder || name.hasSuffix(suffix) { found.append((String(path), isFolder)) }
    }
    return found.sorted { $0.path < $1.path }
  }
}
