import EnergyCore
import Glibc
import Syntax

/// Which files a session may read and has read.
struct UsedFiles {
  /// Folders below which files may be read: those of the files named on the command line.
  var roots: [String] = []
  /// files that the user named; their relative names are meant from their own folder
  var named: Set<String> = []
  /// read completely
  var done: Set<String> = []
  /// what was read, by its full path: a number that another content does not have
  var digests: [String: UInt64] = [:]
  /// paths that were read since somebody asked
  var recent: [String] = []
  /// from where a journal's names are meant
  var folder: String?
  /// being read, outermost first
  var open: [String] = []
  /// where each of these was named
  var places: [Place] = []
  /// the full paths of sources that were used
  var paths: [ObjectIdentifier: String] = [:]
  /// libraries that were brought, by their names
  var libraries: [String: SourceText] = [:]
}

/// `use "rig.tj"`: another script's definitions, once, never its output.
extension Session {
  /// Reads a file named by the user: its bytes, or an error at the place where it was named,
  /// which calls it `name`.
  public static func read(
    path: String, as name: String? = nil, at place: Place, isTyped: Bool = false
  ) throws(Diagnostic) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    let path = name ?? path
    guard descriptor >= 0 else {
      throw Diagnostic(EngineProblem.fileNotFound(path, isTyped: isTyped), at: place)
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Diagnostic(EngineProblem.noFile(path, isFolder: true), at: place)
    }
    guard status.st_size <= Limits.fileSize else {
      throw Diagnostic(
        EngineProblem.tooLong(what: path, limit: "\(Limits.fileSize >> 20) MiB"), at: place)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw Diagnostic(EngineProblem.fileUnreadable(path), at: place) }
      bytes.append(contentsOf: buffer[0..<count])
      if bytes.count > Limits.fileSize {
        throw Diagnostic(
          EngineProblem.tooLong(what: path, limit: "\(Limits.fileSize >> 20) MiB"), at: place)
      }
    }
  }

  /// Allows files below the folder of a file that the user named.
  public func allowFiles(besides path: String) {
    files.named.insert(path)
    files.roots.append(Self.folder(of: Self.absolute(path)))
  }

  /// What a file defines is there: `use` of it brings nothing more.
  public func noteRun(_ path: String) { files.done.insert(Self.absolute(path)) }

  func use(_ path: UsePath, _ statement: Statement) throws(Diagnostic) -> [Statement] {
    let place = Place(statement.source, path.span)
    if path.isLibrary { return try useLibrary(path.path, at: place) }
    let full = try readablePath(path.path, at: place)
    if let start = files.open.firstIndex(of: full) {
      let names = (files.open[start...] + [full]).map(Self.shortName)
      throw Diagnostic(EngineProblem.cycleOfUse(names), at: place)
    }
    if files.done.contains(full) { return [] }
    let bytes = try Self.read(
      path: full, as: path.path, at: place, isTyped: isTyped(place.source))
    if isJournal(bytes) { throw Diagnostic(EngineProblem.journalUsed(path.path), at: place) }
    noteRead(full, bytes)
    return try bring(SourceText(name: path.path, bytes: bytes), as: full, at: place)
  }

  /// The full path of a file that a statement names, meant from the folder of its source.
  func readablePath(_ path: String, at place: Place) throws(Diagnostic) -> String {
    try checkMayUse(path, at: place)
    if path.isEmpty { throw Diagnostic(EngineProblem.noFile(path), at: place) }
    let isReplay = mode == .replay || mode == .resume
    let folder =
      (files.open.last ?? files.paths[ObjectIdentifier(place.source)]).map(Self.folder)
      ?? (isReplay ? files.folder ?? Self.absolute(".") : files.folderOf(place.source))
    let full = Self.normalized(path.hasPrefix("/") ? path : "\(folder)/\(path)")
    let roots = files.roots.isEmpty ? [Self.absolute(".")] : files.roots
    // links are followed; where nothing is yet, the names decide
    let real = Self.real(full)
    let isInside = roots.contains { root in
      real.map { Self.isBelow(Self.real(root) ?? root, $0) } ?? Self.isBelow(root, full)
    }
    guard isInside else {
      throw Diagnostic(EngineProblem.outsideFolder(path, isTyped: isTyped(place.source)), at: place)
    }
    var status = stat()
    if stat(full, &status) == 0 {
      // what is no file may keep a reader waiting for ever
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG else {
        throw Diagnostic(EngineProblem.noFile(path, isFolder: kind == S_IFDIR), at: place)
      }
    }
    return full
  }

  /// - Throws: where nothing may be read or written.
  package func checkMayUse(_ path: String, at place: Place) throws(Diagnostic) {
    guard mayUseFiles else { throw Diagnostic(EngineProblem.sandboxed(path), at: place) }
  }

  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// Where a path leads to, links followed; nil where nothing is.
  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether a source was typed in: then names of files are meant from the current folder.
  func isTyped(_ source: SourceText) -> Bool {
    files.open.isEmpty && files.paths[ObjectIdentifier(source)] == nil && !files.isFile(source)
  }

  /// `use energy`: a library that tj holds. What it defines is documented where it stands.
  private func useLibrary(_ name: String, at place: Place) throws(Diagnostic) -> [Statement] {
    guard let bytes = EquationLibrary.text(of: name) else {
      throw Diagnostic(EngineProblem.noLibrary(name, known: EquationLibrary.names), at: place)
    }
    let key = "library " + name
    if files.done.contains(key) { return [] }
    let source = SourceText(name: name, bytes: bytes)
    files.libraries[name] = source
    return try bring(source, as: key, at: place)
  }

  /// The definitions of a source, none of which may be there already.
  /// - Parameter full: by what it is known that it was brought.
  private func bring(_ source: SourceText, as full: String, at place: Place) throws(Diagnostic)
    -> [Statement]
  {
    files.paths[ObjectIdentifier(source)] = full
    files.open.append(full)
    files.places.append(place)
    defer {
      files.open.removeLast()
      files.places.removeLast()
    }
    let outer = namesRead
    var script = ReadScript(source)
    guard parse(script.source, into: &script) else {
      hasReadFaults = true
      return []
    }
    files.done.insert(full)
    log.record(.used(full))
    var kept: [Statement] = []
    for used in script.all(units) {
      switch used.kind {
      case .definition(let definition):
        if world.node(definition.name) != nil || outer.contains(.value(definition.name)) {
          throw Diagnostic(
            EngineProblem.alreadyDefined(definition.name.text, by: source.name), at: place)
        }
        kept.append(used)
      case .function(let function):
        if world.function(function.name) != nil || outer.contains(.function(function.name)) {
          throw Diagnostic(
            EngineProblem.alreadyDefined(function.name.text, by: source.name), at: place)
        }
        kept.append(used)
      case .scenario(let scenario):
        if world.scenario(scenario.name) != nil || outer.contains(.scenario(scenario.name)) {
          throw Diagnostic(
            EngineProblem.alreadyDefined(scenario.name.text, by: source.name), at: place)
        }
        kept.append(used)
      default: break
      }
    }
    return kept
  }

  // MARK: paths

  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return normalized(path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { return normalized("/" + path) }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return normalized("\(String(decoding: bytes, as: UTF8.self))/\(path)")
  }

  /// A path without `.`, `..` and doubled slashes.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  static func shortName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

extension UsedFiles {
  /// Whether a source is a file's text, and not what was typed in.
  func isFile(_ source: SourceText) -> Bool {
    named.contains(source.name) || source.name.hasSuffix(".tj")
  }

  /// The folder from which a source's relative names are meant: that of its file, else the
  /// current one.
  func folderOf(_ source: SourceText) -> String {
    isFile(source) ? Session.folder(of: Session.absolute(source.name)) : Session.absolute(".")
  }
}
