import Syntax
import Testing

@testable import Engine
@testable import Report

/// What `sensitivity` says where it cannot answer, word for word.
struct SensitivityWordsTests {
  func said(_ problem: EngineProblem) -> String {
    let words = problem.words
    return ([words.message] + words.hints.map { "  " + $0 }).joined(separator: "\n")
  }

  @Test func `each says what to write`() {
    #expect(
      said(.noSources("jt")) == """
        `jt` rests on no bracket and no distribution, so nothing moves it
          write `sensitivity jt by 10%` to move every input by 10 %
        """)
    #expect(
      said(.notAShare("k", value: "3 W")) == """
        after `by` stands a share above 0 and below 100 %, and it is 3 W
          write `by 10%`
        """)
    #expect(
      said(.notAShare("10", value: "10")) == """
        after `by` stands a share above 0 and below 100 %
          write `by 10%`
        """)
    #expect(
      said(.shapeDepends("a[a > k]")) == """
        the labels of `a[a > k]` depend on its sources
          pick one label: `[axis = label]`
        """)
    #expect(said(.nothingToSwing("3 W")).contains("give its numbers names"))
    #expect(said(.swingsThroughEnd).contains("ask `sensitivity … by` of the formula inside"))
    #expect(said(.unknownFormat("dot")).contains("`graph … format dot`"))
  }
}
