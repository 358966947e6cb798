import Support
import Testing

@testable import Shell

/// Lists of truth values are labels like any other: shown as words, and picked by them.
struct TruthLabelTests {
  private func said(_ line: String, width: Int = 100) -> String {
    let tj = Conversation()
    _ = tj.run("own = [true, false]; cost = [5, 1] W over own")
    return tj.enter(line)
  }

  @Test func `they are shown as words`() {
    #expect(said("table cost").hasPrefix("own    cost [W]\ntrue          5\nfalse         1"))
    #expect(said(":format csv; table cost").contains("true,5\nfalse,1"))
    #expect(said("sensitivity cost by 10%").contains("cost[own = true] = 5 W"))
  }

  @Test func `they are picked by them, and by nothing else`() {
    #expect(said("cost[own = true]") == "5 W\n")
    #expect(said("cost with own = false") == "1 W\n")
    #expect(said("cost with own = [false, true]") == "[1, 5] W over own\n")
    #expect(said("cost[own = 1 > 2]") == "1 W\n")
    #expect(said("[true: 7, false: 8] W over own").hasPrefix("[7, 8] W over own"))
    #expect(said("cost[own = 1]").contains("cannot be compared"))
    #expect(said("cost[own = \"true\"]").contains("cannot be compared"))
    #expect(said("interpolate(cost, own = true)").contains("no numbers"))
  }

  @Test func `the best of them is one of them`() {
    #expect(said("argmin(cost over own)") == "false\n")
    #expect(said("maximize cost over own").hasPrefix("true\n"))
    #expect(said("if own then cost else 2 * cost") == "[5, 2] W over own\n")
  }
}

/// What is said of brackets, holes and tornados of many labels.
struct WhatIfWordsTests {
  @Test func `the bracket of an override is called by its name`() {
    let tj = Conversation()
    _ = tj.run("node = 3 kW; tput = 300 t/s; jt = node / tput; scenario s { tput = -1 .. 1 t/s }")
    #expect(
      tj.enter("jt with tput = -1 .. 1 t/s").contains("within the range of `tput` as overridden"))
    #expect(tj.enter("jt under s").contains("within the range of `tput` under `s`"))
    #expect(tj.enter("(jt > 10 J/t) with node = 2..4 kW") == "depends on node as overridden\n")
  }

  @Test func `a hole lists a few names and counts the rest`() {
    let tj = Conversation()
    _ = tj.run((1...30).map { "y\($0) = \($0) W" }.joined(separator: "\n"))
    let shown = tj.enter("3 W + ?")
    #expect(shown.contains("y1 = 1 W") && shown.contains("and 18 more"))
    #expect(shown.split(separator: "\n").count < 20)
    #expect(tj.enter("sqrt(?) + 3 m").contains("a number in  m^2,"))
    #expect(tj.enter("? + 3 m").contains("a number in  m, km,"))
  }

  @Test func `a tornado along many labels has the ends of each source`() {
    let tj = Conversation()
    _ = tj.run("b = linspace(1, 2, 30); x = 1..3; y = 10..20; w = b * x + y")
    let lines = tj.enter("sensitivity w").split(separator: "\n").map(String.init)
    // at b = 1: y alone from 12 to 22, x alone from 16 to 18; at b = 2 x from 17 to 21
    #expect(lines[1].split(separator: " ") == ["b", "best", "guess", "y", "x"])
    #expect(lines[2].split(separator: " ") == ["1.00000", "17.00", "12..22", "16..18"])
    #expect(lines[31].split(separator: " ") == ["2.00000", "19.00", "14..24", "17..21"])
    tj.interpreter.output.width = 44
    #expect(tj.enter("sensitivity w").split(separator: "\n").allSatisfy { $0.count <= 44 })
  }
}
