import Syntax
import Testing

@Suite struct NearestNamesTests {
  @Test func `one slip of the keyboard`() {
    let names = ["node", "jt", "tput", "batch", "pue"]
    #expect(nearest(to: "nodee", in: names) == ["node"])
    #expect(nearest(to: "noed", in: names) == ["node"])
    #expect(nearest(to: "bathc", in: names) == ["batch"])
    #expect(nearest(to: "tp", in: names).contains("tput") == false)
    #expect(nearest(to: "xyzzy", in: names) == [])
  }

  @Test func `case counts little`() {
    #expect(nearest(to: "kw", in: ["kW", "km", "W"]).first == "kW")
    #expect(nearest(to: "KWH", in: ["kWh", "kW", "h"]).first == "kWh")
  }

  @Test func `beginnings and parts`() {
    let cards = ["h100_sxm", "h100_pcie", "a100_sxm_80gb", "mi300x"]
    #expect(nearest(to: "h100", in: cards, limit: 2) == ["h100_sxm", "h100_pcie"])
    #expect(nearest(to: "sxm", in: cards).contains("a100_sxm_80gb"))
    #expect(nearest(to: "", in: cards) == [])
  }

  @Test func `a name that begins with the word comes first`() {
    let grids = ["grid.TR", "grid.IL", "grid.JP", "grid.FRA", "grid.DEU", "grid.gcp_me_central1"]
    #expect(nearest(to: "grid.DE", in: grids) == ["grid.DEU"])
    #expect(nearest(to: "grid.FR", in: grids) == ["grid.FRA", "grid.TR"])
    #expect(nearest(to: "gird.FRA", in: grids) == ["grid.FRA"])
    #expect(nearest(to: "cent", in: grids) == [])
    #expect(
      nearest(to: "kilowat", in: ["kilowatthour", "kilowatts", "kilowatt"])
        == ["kilowatt", "kilowatts", "kilowatthour"])
  }

  @Test func `nothing is near a very long word`() {
    #expect(nearest(to: String(repeating: "a", count: 10_000_000), in: ["a", "aaa"]) == [])
  }
}
