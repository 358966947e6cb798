import Testing

@testable import Engine
@testable import Report

/// Values side by side: text, Markdown and CSV.
struct TableTests {
  let s = Samples()
  let batch: Axis
  let tput: Value
  let jt: Value

  init() {
    batch = s.axis("batch", [1, 2, 4, 8])
    let rates = [53.9, 102.9, 182.5, 319.8]
    tput = s.value(rates, "t/s", along: [batch])
    jt = s.bracket(
      rates.map { 1500 / $0 }, rates.map { 3000 / $0 }, "J/t", along: [batch])
  }

  @Test func `one row per label, units in the heads, brackets at their dots`() {
    #expect(
      s.render(s.table([("tput", tput), ("jt", jt)], along: [batch]))
        == """
        batch  tput [t/s]      jt [J/t]
            1        53.9  27.83..55.66
            2       102.9  14.58..29.15
            4       182.5  8.219..16.44
            8       319.8   4.69..9.381

        """)
  }

  @Test func `cells get zeros up to the decimals of the column, but none that are not known`() {
    let rates = [53.9, 102.9, 182.5, 319.8]
    let low = s.value(rates.map { 1500 / $0 }, "J/t", along: [batch])
    #expect(
      s.render(s.table([("jt", low)], along: [batch]))
        == """
        batch  jt [J/t]
            1    27.83
            2    14.58
            4     8.219
            8     4.690

        """)
    let node = s.axis("node", texts: ["h100_pcie", "h100_sxm"])
    #expect(
      s.render(
        s.table(
          [
            ("four", s.value([1400, 2800], "W", along: [node])),
            ("with 10%", s.value([1540, 3080], "W", along: [node])),
          ], along: [node]))
          == """
          node       four [kW]  with 10% [kW]
          h100_pcie        1.4           1.54
          h100_sxm         2.8           3.08

          """)
    #expect(
      s.render(
        s.table([("p", s.value([1400, 1540, 2800, 3080], "W", along: [batch]))], along: [batch]))
          == """
          batch  p [kW]
              1    1.40
              2    1.54
              4    2.80
              8    3.08

          """)
  }

  @Test func `a unit that was asked for stands in the head, a single value in every row`() {
    let two = s.axis("batch", [1, 2])
    #expect(
      s.render(
        s.table(
          [
            ("jt", s.pinned([7.73, 15.5], "kWh/Mt", along: [two])), ("n", s.value(4)),
            ("ok", s.truth([.yes, .depends(on: ["node"])], along: [two])),
          ], along: [two]))
          == """
          batch  jt [kWh/Mt]  n  ok
              1         7.73  4  true
              2        15.50  4  depends on node

          """)
  }

  @Test func `a column that repeats the labels takes their place`() {
    #expect(
      s.render(
        s.table(
          [("batch", s.value([1, 2, 4, 8], along: [batch])), ("tput", tput)], along: [batch]))
          == """
          batch  tput [t/s]
              1        53.9
              2       102.9
              4       182.5
              8       319.8

          """)
  }

  @Test func `without an axis there is one row`() {
    #expect(
      s.render(s.table([("a", s.value(1.5, "W")), ("b", s.bracket([-1], [2]))], along: []))
        == """
        a [W]        b
          1.5  -1 .. 2

        """)
  }

  @Test func `wide characters take two columns, combining ones none, controls are seen`() {
    let axis = s.axis("名", texts: ["東京", "cafe\u{301}", "a\tb"])
    #expect(
      s.render(s.table([("x", s.value([1, 2, 3], along: [axis]))], along: [axis]))
        == """
        名    x
        東京  1
        cafe\u{301}  2
        a␉b   3

        """)
  }

  @Test func `two axes make a grid, one for each column`() {
    let pue = s.axis("pue", [1.1, 1.5])
    let two = s.axis("batch", [1, 8])
    let grid = s.value([30.61, 41.74, 5.159, 7.036], "J/t", along: [two, pue])
    let turned = s.value([1, 3, 2, 4], "W", along: [pue, two])
    #expect(
      s.render(
        s.table(
          [("jt", grid), ("p", turned), ("b", s.value([1, 2], along: [two]))], along: [two, pue]))
          == """
          jt [J/t]
          batch \\ pue     1.1     1.5
                    1  30.61   41.74
                    8   5.159   7.036

          p [W]
          batch \\ pue  1.1  1.5
                    1    1    2
                    8    3    4

          batch  b
              1  1
              8  2

          """)
  }

  @Test func `three axes go down the page`() {
    let a = s.axis("a", [1, 2])
    let b = s.axis("b", texts: ["x", "y"])
    let c = s.axis("c", [3])
    #expect(
      s.render(s.table([("v", s.value([1, 2, 3, 4], along: [a, b, c]))], along: [a, b, c]))
        == """
        a  b  c  v
        1  x  3  1
        1  y  3  2
        2  x  3  3
        2  y  3  4

        """)
  }

  @Test func `between a table and its neighbours is an empty line`() {
    let one = s.axis("a", [1])
    let table = s.table([("v", s.value([1], along: [one]))], along: [one])
    #expect(
      s.render(.text("x"), .text("y"), table, table, .text("z"))
        == "x\ny\n\na  v\n1  1\n\na  v\n1  1\n\nz\n")
  }

  @Test func `Markdown`() {
    #expect(
      s.render(s.table([("tput", tput), ("jt", jt)], along: [batch]), as: .markdown)
        == """
        | batch | tput [t/s] |     jt [J/t] |
        | ----: | ---------: | -----------: |
        |     1 |       53.9 | 27.83..55.66 |
        |     2 |      102.9 | 14.58..29.15 |
        |     4 |      182.5 | 8.219..16.44 |
        |     8 |      319.8 |  4.69..9.381 |

        """)
    let kind = s.axis("kind", texts: ["a|b"])
    #expect(
      s.render(
        .value(name: "x", s.value(2, "W")),
        s.table([("v", s.value([1], along: [kind]))], along: [kind]), as: .markdown)
          == """
          `x = 2 W`

          | kind | v |
          | ---- | --: |
          | a\\|b  | 1 |

          """)
  }

  @Test func `CSV has full precision, units in heads, and the ends of a bracket apart`() {
    let two = s.axis("batch", [1, 8])
    let best = s.bracket([1.5, 2], [3, 4], "kW", best: [2.25, 3], along: [two])
    #expect(
      s.render(
        s.table(
          [
            ("third", s.value([1.0 / 3, 2], "W", along: [two])),
            ("jt", s.bracket([1, 2], [3, 4], "J/t", along: [two])), ("node", best),
          ], along: [two]), as: .csv)
          == """
          batch,third [W],jt low [J/t],jt high [J/t],node low [kW],node high [kW],node best [kW]
          1,0.3333333333333333,1,3,1.5,3,2.25
          8,2,2,4,2,4,3

          """)
    let pue = s.axis("pue", [1.1, 1.5])
    let kind = s.axis("kind", texts: ["a, \"b\"", "c"])
    #expect(
      s.render(
        .value(name: "x", s.value([1, 2, 3, 4], "W", along: [kind, pue])), as: .csv)
          == #"""
          kind,pue,x [W]
          "a, ""b""",1.1,1
          "a, ""b""",1.5,2
          c,1.1,3
          c,1.5,4

          """#)
    #expect(s.render(.value(name: nil, s.value(2.5, "W")), as: .csv) == "value [W]\n2.5\n")
  }

  @Test func `a statement's own format goes before the session's`() {
    let one = s.axis("a", [1])
    let table = s.table([("v", s.value([1], along: [one]))], along: [one], format: "csv")
    #expect(s.render(table) == "a,v\n1,1\n")
  }

  @Test func `a long table is handed on in parts`() {
    let n = 20_000
    let axis = s.axis("i", (1...n).map(Double.init))
    let table = s.table([("v", s.value((1...n).map(Double.init), along: [axis]))], along: [axis])
    for format in Format.allCases {
      var whole: [UInt8] = []
      var all = Renderer(format)
      all.render(table, units: s.units, into: &whole)
      let parts = Parts()
      var renderer = Renderer(format) { parts.take(&$0) }
      var out: [UInt8] = []
      renderer.render(table, units: s.units, into: &out)
      parts.take(&out)
      #expect(parts.bytes == whole)
      #expect(parts.largest < 2 * Renderer.chunk)
      #expect(parts.count > 2)
    }
  }
}

/// Gathers what a renderer hands on.
final class Parts {
  var bytes: [UInt8] = []
  var largest = 0
  var count = 0

  func take(_ part: inout [UInt8]) {
    bytes += part
    largest = max(largest, part.count)
    count += 1
    part.removeAll(keepingCapacity: true)
  }
}
