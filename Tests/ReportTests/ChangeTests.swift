import Syntax
import Testing

@testable import Engine
@testable import Report

/// What the prompt says of results downstream of a redefinition.
struct ChangeTests {
  let s = Samples()

  func render(_ name: String, _ before: Value, _ after: Value) -> String {
    s.render(.change(Change(name: name, before: before, after: after, problem: nil)))
  }

  @Test func `a value before and after in one unit, and by how much`() {
    #expect(
      render("jt", s.value(3080 / 319.8, "J/t"), s.value(1540 / 319.8, "J/t"))
        == "jt  9.631 → 4.816 J/t  (−50 %)\n")
    #expect(render("p", s.value(500, "W"), s.value(3000, "W")) == "p  0.5 → 3 kW  (+500 %)\n")
    #expect(render("p", s.value(100, "W"), s.value(1250, "W")) == "p  0.1 → 1.25 kW  (× 12.5)\n")
    #expect(render("p", s.value(8, "W"), s.value(9, "W")) == "p  8 → 9 W  (+12.5 %)\n")
  }

  @Test func `where four digits do not tell them apart there are more`() {
    #expect(
      render("x", s.value(1.23456, "W"), s.value(1.23457, "W"))
        == "x  1.23456 → 1.23457 W  (+0.00081 %)\n")
  }

  @Test func `a bracket that becomes a number keeps four digits and one unit`() {
    let bracket = s.bracket([1500 / 319.8], [3000 / 319.8], "J/t")
    let number = s.value(2000 / 319.8, "J/t")
    #expect(render("b", bracket, number) == "b  4.69..9.381 → 6.254 J/t\n")
    #expect(render("b", number, bracket) == "b  6.254 → 4.69..9.381 J/t\n")
    // of two dimensions each has its own, and its four digits
    #expect(render("b", bracket, s.value(1234.56, "W")) == "b  4.69..9.381 J/t → 1.235 kW\n")
  }

  @Test func `from zero, and of temperature readings, there is no percentage`() {
    #expect(render("x", s.value(0, "W"), s.value(2, "W")) == "x  0 → 2 W\n")
    #expect(render("x", s.value(20, "°C"), s.value(25, "°C")) == "x  20 → 25 °C\n")
  }

  @Test func `brackets and lists`() {
    #expect(
      render("jt", s.bracket([4], [10], "J/t"), s.bracket([2], [5], "J/t"))
        == "jt  4..10 → 2..5 J/t  (−50 %)\n")
    #expect(
      render("jt", s.bracket([4], [10], "J/t"), s.bracket([4], [5], "J/t"))
        == "jt  4..10 → 4..5 J/t  (up to −50 %)\n")
    let batch = s.axis("batch", [1, 2])
    #expect(
      render(
        "r", s.value([50, 100], "t/s", along: [batch]), s.value([50, 75], "t/s", along: [batch]))
        == "r  [50, 100] → [50, 75] t/s over batch  (up to −25 %)\n")
  }

  @Test func `a long line goes on below, and breaks no word`() {
    let batch = s.axis("batch", [1, 2, 4, 8])
    let before = s.value([28.57, 14.97, 8.438, 4.816], "J/t", along: [batch])
    let after = s.value([14.28, 7.483, 4.219, 2.408], "J/t", along: [batch])
    let change = Outcome.change(
      Change(name: "jt", before: before, after: after, problem: nil))
    let line =
      "jt  [28.57, 14.97, 8.438, 4.816] → [14.28, 7.483, 4.219, 2.408] J/t over batch"
      + "  (−50 %)\n"
    #expect(s.render(change, settings: Settings(width: 100)) == line)
    let wrapped = """
      jt  [28.57, 14.97, 8.438, 4.816] → [14.28,
          7.483, 4.219, 2.408] J/t over batch
          (−50 %)

      """
    #expect(s.render(change, settings: Settings(width: 44)) == wrapped)
    // colours take no columns
    let coloured = s.render(change, settings: Settings(hasColour: true, width: 44))
    #expect(coloured.split(separator: "\n").count == 3)
  }

  @Test func `many values are counted`() {
    let batch = s.axis("batch", [1, 2])
    let pue = s.axis("pue", [1.1, 1.5])
    #expect(
      render(
        "jt", s.value([1, 2, 4, 8], "W", along: [batch, pue]),
        s.value([1, 2, 4, 2], "W", along: [batch, pue]))
        == "jt  4 values over batch, pue  (up to −75 % at batch 2, pue 1.5)\n")
  }

  @Test func `another kind of thing`() {
    let batch = s.axis("batch", [1, 2])
    #expect(
      render("x", s.value(3, "W"), s.value([1, 2], "W", along: [batch]))
        == "x  3 W → [1, 2] W over batch\n")
    #expect(render("ok", s.truth([.yes]), s.truth([.no])) == "ok  true → false\n")
    #expect(render("x", s.value(3, "W"), s.value(3, "s")) == "x  3 W → 3 s\n")
  }

  @Test func `a definition that broke`() {
    let problem = Diagnostic(
      PlainProblem(id: "not-so"), at: Place(SourceText(name: "f", text: "x"), Span(0, 1)))
    #expect(
      s.render(.change(Change(name: "jt", before: s.value(1), after: nil, problem: problem)))
        == "jt  has no value now: not so\n")
  }
}

/// What `:watch` keeps in view, and what there was no time for.
struct WatchTests {
  let s = Samples()

  func render(_ before: Value?, _ after: Value?, _ problem: String? = nil) -> String {
    let place = Place(SourceText(name: "f", text: "x"), Span(0, 1))
    return s.render(
      .watched(
        Watched(
          text: "jt", before: before, after: after,
          problem: problem.map { Diagnostic(PlainProblem(id: $0), at: place) })))
  }

  @Test func `a value, and its change since it was last shown`() {
    let old = s.value(3080 / 319.8, "J/t")
    let new = s.value(1540 / 319.8, "J/t")
    #expect(render(nil, old) == "· jt  9.63102 J/t\n")
    #expect(render(old, old) == "· jt  9.63102 J/t\n")
    #expect(render(old, new) == "· jt  9.631 → 4.816 J/t  (−50 %)\n")
    #expect(render(s.value(3, "W"), s.value(3, "s")) == "· jt  3 W → 3 s\n")
    #expect(render(s.value(3000, "W"), s.value(3, "kW")) == "· jt  3 kW\n")
  }

  @Test func `no value, and why`() {
    #expect(render(s.value(3, "W"), nil, "not-so") == "· jt  has no value now: not so\n")
    #expect(render(nil, nil, "not-so") == "· jt  has no value now: not so\n")
    let waiting = Diagnostic(
      EngineProblem.undefined("x", missing: ["a", "b"]),
      at: Place(SourceText(name: "f", text: "x"), Span(0, 1)))
    #expect(
      s.render(.watched(Watched(text: "jt", before: nil, after: nil, problem: waiting)))
        == "· jt  waits for a and b\n")
  }

  @Test func `many values are counted`() {
    let batch = s.axis("batch", [1, 2])
    let few = s.value([50, 100], "t/s", along: [batch])
    #expect(render(nil, few) == "· jt  [50, 100] t/s over batch\n")
    let pue = s.axis("pue", [1.1, 1.5])
    let many = s.value([1, 2, 4, 8], "W", along: [batch, pue])
    #expect(render(nil, many) == "· jt  4 values over batch, pue\n")
  }

  @Test func `what there was no time for is counted`() {
    #expect(s.render(.notRecomputed(950)) == "… and 950 not yet recomputed\n")
  }
}
