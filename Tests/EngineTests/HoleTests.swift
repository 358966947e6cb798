import Engine
import Testing

/// §4: `?` as a hole.
struct HoleTests {
  static let rig = "node = 3 kW; tput = 300 t/s; rate = 5 t/s; jt = node / tput; price = $0.3/kWh"

  func hole(_ line: String, after rig: String = rig) -> Hole? {
    for case .hole(let hole) in Dialogue(rig).enter(line) { return hole }
    return nil
  }

  @Test(arguments: [
    ("jt + node / ?", "token/time", "energy/token"),
    ("node / ? -> kWh/Mt", "token/time", "energy/token"),
    ("jt * ? -> $/Mt", "money/energy", "money/token"), ("? ^ 2 + 4 m^2", "length", "area"),
    ("sqrt(?) + 3 s", "time^2", "time"), ("exp(? / 1 kW)", "power", "a plain number"),
    ("jt with node = ?", "power", "energy/token"), ("[1 W, ?]", "power", "power"),
    ("2 ^ ?", "a plain number", "a plain number"),
    ("if jt > ? then 1 else 2", "energy/token", "a plain number"),
    ("3 kWh ~= ? within 1%", "energy", nil), ("? * 2 + 1", "a plain number", "a plain number"),
    ("max(?, 3 s)", "time", "time"),
  ])
  func `what a hole must be`(_ line: String, _ dimension: String, _ whole: String?) throws {
    let found = try #require(hole(line))
    #expect(found.dimension == dimension)
    #expect(found.whole == whole)
  }

  @Test func `what fits it`() throws {
    let found = try #require(hole("jt + node / ?"))
    #expect(found.names.map(\.name) == ["rate", "tput"])
    #expect(found.names.map(\.value) == ["5 t/s", "300 t/s"])
    #expect(found.units.contains("t/s"))
    let power = try #require(hole("jt with node = ?"))
    #expect(power.catalog.contains { $0.contains("accelerators") })
  }

  @Test func `what cannot be answered`() {
    refuses("node * ?", after: Self.rig, as: "free-hole")
    refuses("? / ? + 3 W", after: Self.rig, as: "two-holes")
    refuses("? + 3 kg + 2 W", after: Self.rig, as: "do-not-add")
    refuses("x: power = 3 J / ?", as: "hole-here")
    refuses("assert node < ?", after: Self.rig, as: "hole-here")
  }

  @Test func `nothing is defined by it`() {
    let tj = Dialogue(Self.rig)
    tj.enter("x: power = 3 J / ?")
    refuses("x", after: Self.rig, as: "unknown-name")
    #expect(tj.shown("jt") == "10 J/t")
  }
}
