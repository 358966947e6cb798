import Engine
import Syntax
import Testing

@testable import Report

/// How a derivation is laid out.
@Suite struct ExplainReportTests {
  private func derivation(_ text: String) throws -> (Derivation, Session) {
    let session = Session()
    var found: Derivation?
    session.run(SourceText(name: "test", text: text)) { outcome in
      if case .derivation(let derivation) = outcome { found = derivation }
    }
    return (try #require(found), session)
  }

  private func text(_ text: String, width: Int = 80) throws -> [Substring] {
    let (derivation, session) = try derivation(text)
    var out: [UInt8] = []
    ExplainReport(
      derivation: derivation, units: session.units, settings: Settings(width: width)
    ).writeText(into: &out)
    return String(decoding: out, as: UTF8.self).split(separator: "\n")
  }

  private static let seed = """
    ## A long story about where this number comes from, which goes on for quite a while, as such
    ## stories do.
    ## source: a report whose name is too long to stand in brackets beside the number that it gives
    tput = 319.8 t/s
    node = 4 * h100_sxm * 1.1
    jt = node / tput
    explain jt -> kWh/Mt
    """

  @Test(arguments: [60, 80, 100, 140]) func `remarks wrap and formulas do not`(_ width: Int) throws
  {
    let lines = try text(Self.seed, width: width)
    for line in lines { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
    #expect(lines.contains { $0.contains("(9.63102 × 10⁶ / (3.6×10⁶)) kWh/Mt") })
    #expect(lines.contains { $0.hasPrefix("[1] ") } && lines.contains { $0.hasPrefix("[2] ") })
  }

  @Test func `the equals signs of one thing stand under each other`() throws {
    let lines = try text("tput = 300 t/s\njt = 3 kW / tput\nexplain jt")
    let places = lines.filter { !$0.hasPrefix("   tput") }.map { line in
      line.distance(from: line.startIndex, to: line.firstIndex(of: "=") ?? line.endIndex)
    }
    #expect(Set(places) == [3])
  }

  @Test func `a short source stands beside its number`() throws {
    let lines = try text("## source: a guess\nx = 3 kW\ny = x * 2\nexplain y")
    #expect(lines[1] == "   x = 3 kW  (a guess)")
  }

  /// A line that is one quantity is coloured as a result is; formulas are plain, remarks dim.
  @Test func `quantities are coloured and formulas are not`() throws {
    let (derivation, session) = try derivation("x = 3 kW\ny = x * 2\nexplain y")
    var out: [UInt8] = []
    var settings = Settings(width: 80)
    settings.hasColour = true
    ExplainReport(derivation: derivation, units: session.units, settings: settings)
      .writeText(into: &out)
    let lines = String(decoding: out, as: UTF8.self).replacing("\u{1B}", with: "~")
      .split(separator: "\n")
    #expect(lines[0] == "~[38;5;133my~[0m = x × 2")
    #expect(lines[1] == "   ~[38;5;133mx~[0m = ~[1m3~[0m~[38;5;30m kW~[0m")
    #expect(lines[2] == "~[38;5;133my~[0m = 3 kW × 2")
    #expect(lines[3] == "  = ~[1m6~[0m~[38;5;30m kW~[0m")
  }

  @Test func `LaTeX says about and difference in mathematics`() {
    #expect(ExplainLatex.escaped("1 rad ≈ 57.2958 deg") == "1 rad $\\approx$ 57.2958 deg")
    #expect(ExplainLatex.escaped("1 K = 1.8 Δ°F") == "1 K = 1.8 $\\Delta$${}^\\circ$F")
    #expect(ExplainLatex.escaped("1 ± 10%") == "1 $\\pm$ 10\\%")
  }

  @Test func `LaTeX writes fractions, powers and units`() throws {
    let (derivation, session) = try derivation(
      "share = 40%\nx_1 = share * (2 m)^2 / sqrt(16 m^2)\nexplain x_1 format latex")
    var out: [UInt8] = []
    ExplainReport(
      derivation: derivation, units: session.units, settings: Settings()
    ).write(.text, into: &out)
    let text = String(decoding: out, as: UTF8.self)
    #expect(text.hasPrefix("\\begin{align*}\n") && text.hasSuffix("\\end{align*}\n"))
    #expect(text.contains(#"\mathrm{x\_1} &= \frac{\mathrm{share} \times"#))
    #expect(text.contains(#"\sqrt{16\,\mathrm{m^{2}}}"#))
    #expect(text.contains(#"40\,\mathrm{\%}"#) || text.contains(#"40\%"#))
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
  }
}
