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

/// Units and digits beside each other.
struct WhatIfDigitTests {
  @Test func `a sampled error has two digits`() {
    let tj = Conversation()
    let names = (1...14).map { "x\($0)" }
    _ = tj.run(
      names.map { "\($0) = 3000" }.joined(separator: "; ")
        + "; y = \(names.joined(separator: " * "))"
        + "; scenario s { \(names.enumerated().map { "\($1) = \(4000 + 100 * $0)" }.joined(separator: "; ")) }"
    )
    let text = tj.enter("why y under s")
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("x") }
    #expect(lines.count == 14)
    for line in lines {
      let error = line.split(separator: " ").last ?? ""
      let digits = error.prefix { $0.isNumber || $0 == "." }.filter(\.isNumber)
      #expect(digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count <= 2, "\(error)")
    }
  }

  @Test func `a ratio of one dimension stays on its step`() {
    let tj = Conversation()
    #expect(tj.enter("year_hours = 8760 h/yr") == "year_hours = 8760 h/yr\n")
    let text = tj.enter("sensitivity year_hours by 10%")
    #expect(text.contains("7884..9636 h/yr") && !text.contains("year/yr"))
    #expect(tj.enter("3000 m/km") == "3000 m/km\n")
  }
}
