import Support
import Testing

@testable import Shell

/// What stands on a page of 80 columns.
struct WhatIfPageTests {
  private static let rig = """
    batch = [1, 2, 4, 8]; tput = [53.9, 102.9, 182.5, 319.8] t/s over batch
    node = 1.5..3 kW; pue = 1.2; gpus = 4; jt = node * pue * gpus / tput
    scenario best { pue = 1.1 }; scenario worst { pue = 1.5; node = 3..4 kW; gpus = 8 }
    """

  private func shown(_ line: String, width: Int = 80) -> String {
    let tj = Conversation()
    tj.interpreter.output.width = width
    _ = tj.run(Self.rig)
    return tj.enter(line)
  }

  @Test(
    arguments: [
      "compare jt under base, best, worst", "why jt under worst", "why jt under best, worst",
      "compare jt[batch=1], jt[batch=2], jt[batch=8] under base, best, worst, base, best",
      "why jt[batch=1] under worst", "why jt by factor under worst",
    ], [80, 60])
  func `no line is longer than the page`(line: String, width: Int) {
    let lines = shown(line, width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width }, "\(lines.joined(separator: "\n"))")
    // labels stand in each part
    if line.hasPrefix("compare jt under") {
      #expect(lines.filter { $0.hasPrefix("batch ") }.count > 1)
    }
  }

  @Test func `a wide page has it in one piece`() {
    let lines = shown("compare jt under base, best, worst", width: 200).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("batch ") }.count == 1)
  }

  @Test func `lists of an override stand as labels, and not in the head`() {
    let grid = shown("jt[batch = 1] with pue = [1, 2], node = [1, 2, 3] kW")
    #expect(grid.contains("\njt[batch = 1] [J/t]\n") || grid.hasPrefix("jt[batch = 1] [J/t]\n"))
    #expect(
      shown("jt[batch = 1] with pue = [1, 2, 3, 4, 5, 6, 7, 8, 9], gpus = 2").contains(
        "with gpus = 2"))
  }

  @Test func `brackets say what is shown`() {
    let text = shown("why jt[batch=1] under worst")
    #expect(text.contains("the parts add up at each choice within the brackets, not end by end"))
    #expect(text.contains("middle"))
  }
}
