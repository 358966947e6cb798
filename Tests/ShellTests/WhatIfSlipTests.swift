import Support
import Testing

/// Slips of what-if: each is an error that offers the line as it is meant.
struct WhatIfSlipTests {
  private static let rig = """
    node = 3 kW; tput = 300 t/s; pue = 1.2; jt = node * pue / tput
    fac(p: power, k = pue) = p * k; deep = fac(node); v = 2 * h100_sxm
    power = 3 kW; bill = 3 $/year; price = 3 $
    """

  private func message(_ line: String) -> String {
    let tj = Conversation()
    _ = tj.run(Self.rig)
    return tj.enter(line)
  }

  @Test(
    arguments: [
      ("jt with node = 3 kW and pue = 2", "jt with node = 3 kW, pue = 2"),
      ("jt with node == 6 kW", "jt with node = 6 kW"),
      ("jt with node := 6 kW", "jt with node = 6 kW"),
      ("jt with node: 6 kW", "jt with node = 6 kW"),
      ("jt with node 6 kW", "jt with node = 6 kW"),
      ("jt with (node = 6 kW)", "jt with node = 6 kW"),
      ("jt with node = 6 kW,", "jt with node = 6 kW"),
      ("scenario high: node = 4 kW", "scenario high { node = 4 kW }"),
      ("scenario high = { node = 4 kW }", "scenario high { node = 4 kW }"),
      ("scenario high { node := 4 kW }", "scenario high { node = 4 kW }"),
      ("scenario high { node = 4 kW and pue = 2 }", "scenario high { node = 4 kW; pue = 2 }"),
      ("solve jt > 10 J/t for pue", "solve jt == 10 J/t for pue"),
      ("solve pue: jt == 10 J/t", "solve jt == 10 J/t for pue"),
      ("solve jt == 10 J/t over pue", "solve jt == 10 J/t for pue"),
      ("minimize jt for pue from 1..2", "minimize jt over pue from 1..2"),
      ("sensitivity jt 10%", "sensitivity jt by 10%"),
    ])
  func `the mend is a line that works`(line: String, mend: String) {
    #expect(message(line).contains("help: write `\(mend)`"), "\(message(line))")
    let answer = message(mend)
    #expect(!answer.contains("error"), "\(answer)")
  }

  @Test(
    arguments: [
      ("scenario high", "the overrides of `high` stand in braces"),
      ("solve jt for tput", "help: write `solve jt == … for tput`"),
      ("solve jt == 1 J/t", "help: write `solve jt == 1 J/t for …`"),
      ("minimize jt", "help: write `minimize jt over …`"),
      ("jt with h100_sxm.memory = 3 GB", "`memory = h100_sxm.memory`"),
      ("jt with node = true", "`node` is 3 kW (power), and cannot become true or false"),
      ("jt with node = \"a\"", "`node` is 3 kW (power), and cannot become text"),
      ("price with price = 3 €", "is 3.00 $ (money in USD), and cannot become money in EUR"),
      ("bill -> €/year", "help: state the exchange rate, none is assumed: `unit EUR = 1.08 USD`"),
      ("bill -> €", "help: mind that money/time is a rate"),
      ("v with h100_pcie = 300 W", "choose what it rests on: `h100_sxm`"),
      ("deep with fac = 2", "`fac` is a function, and only a value can be overridden"),
      ("graph fac", "`fac` is a function, and has a value for arguments only"),
      ("inputs fac", "help: write `fac(p, k)` with a value for each"),
      ("x = fac + 1", "note: `fac` is a function; no value has that name yet"),
      ("m3 = jt under nope", "m3 waits for scenario nope"),
      ("solve jt == -1 J/t for node", "look there with `from -0.5 kW .. -0.125 kW`"),
    ])
  func `the words`(line: String, words: String) {
    #expect(message(line).contains(words), "\(message(line))")
  }

  /// A reading of a thermometer has no factor, the other side may have one.
  @Test func `no factor for a reading`() {
    for line in ["jt - 25 °C", "25 °C - jt"] {
      let said = message(line)
      #expect(said.contains("help: multiply `jt` by"), "\(said)")
      #expect(!said.contains("multiply `25 °C`") && !said.contains("divide `25 °C`"), "\(said)")
    }
    #expect(message("jt with node = 25 °C").contains("no factor makes it anything else"))
    #expect(!message("bill + 3 $").contains("exchange"))
  }
}
