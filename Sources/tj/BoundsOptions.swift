import ArgumentParser
import Shell

/// What every command that runs or reads a script can be held to.
struct BoundsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Stop a file or an entry that takes longer, with an error.", valueName: "seconds"))
  var limitTime: Double?

  @Option(
    help: ArgumentHelp(
      "Stop what takes more memory, with an error.", valueName: "MiB"))
  var limitMemory: Int?

  @Flag(
    name: .customLong("sandbox"),
    help: "What is run reads and writes no file, not even below its own folder.")
  var isSandboxed = false

  func validate() throws {
    if let limitTime, !(0.001...1e9).contains(limitTime) {
      throw ValidationError("--limit-time takes a number of seconds, not \(limitTime)")
    }
    if let limitMemory, !(16...(1 << 30)).contains(limitMemory) {
      throw ValidationError("--limit-memory takes a number of MiB from 16 on, not \(limitMemory)")
    }
  }

  var bounds: Bounds {
    var bounds = Bounds()
    bounds.limits.seconds = limitTime
    bounds.limits.mebibytes = limitMemory
    bounds.isSandboxed = isSandboxed
    return bounds
  }
}
