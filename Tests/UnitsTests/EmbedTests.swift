import Foundation
import Testing

@Suite struct `What is generated` {
  @Test func `the embedded unit files and docs/units.md are up to date`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appendingPathComponent("scripts/embed")
    process.arguments = ["--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run scripts/embed")
  }
}
