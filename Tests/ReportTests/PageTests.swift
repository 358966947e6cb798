import Testing

@testable import Report

/// Listings and help pages.
struct PageTests {
  func render(_ write: (inout Renderer, inout [UInt8]) -> Void, as format: Format = .text) -> String
  {
    var renderer = Renderer(format, settings: Settings(width: 44))
    var out: [UInt8] = []
    write(&renderer, &out)
    return String(decoding: out, as: UTF8.self)
  }

  let listing = Listing(
    title: "accelerators",
    rows: [
      .init(name: "h100_sxm", value: "700 W", summary: "H100 SXM5 80GB"),
      .init(name: "t4", value: "70 W"),
    ])

  @Test func `names, values and what they are stand in columns`() {
    #expect(
      render { $0.render(listing, into: &$1) }
        == """
        accelerators
          h100_sxm  700 W  H100 SXM5 80GB
          t4        70 W

        """)
    #expect(
      render({ $0.render(listing, into: &$1) }, as: .json)
        == #"{"kind":"list","text":"accelerators\n  h100_sxm  700 W  H100 SXM5 80GB\n"#
        + #"  t4        70 W","title":"accelerators","rows":[{"name":"h100_sxm","value":"700 W","#
        + #""summary":"H100 SXM5 80GB"},{"name":"t4","value":"70 W","summary":""}]}"# + "\n")
  }

  @Test func `a help page wraps its text and lines its facts up`() {
    let page = HelpPage(
      title: "jt = 9.63102 J/t",
      paragraphs: ["The energy that one token takes on a node at full load."],
      facts: [
        .init("formula", "node / tput"),
        .init("source", "an article on inference economics, 2025"),
      ])
    #expect(
      render { $0.render(page, into: &$1) }
        == """
        jt = 9.63102 J/t
          The energy that one token takes on a node
          at full load.
          formula  node / tput
          source   an article on inference
                   economics, 2025

        """)
    #expect(
      render(
        { $0.render(HelpPage(title: "t", paragraphs: ["p"], facts: [.init("a", "b")]), into: &$1) },
        as: .json)
        == #"{"kind":"help","text":"t\n  p\n  a  b","title":"t","paragraphs":["p"],"#
        + #""facts":[{"label":"a","value":"b"}]}"# + "\n")
  }
}
