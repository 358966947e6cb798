import Support
import Testing

import EnergyCore

@testable import Engine

/// Tables that are read: heads, units, what is missing, what is wrong, groups and integrals.
struct TableTests {
  private func shown(_ rows: String, _ expression: String) -> String {
    let tj = Conversation()
    let defined = tj.run("log = csv(\"\"\"\n\(rows)\n\"\"\")\n\(expression)\n").shown
    return defined.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test(arguments: [
    ("a [W]\n3\n4", "sum(log.a)", "7 W"),
    ("a (kW)\n3\n4", "sum(log.a)", "7 kW"),
    ("power.draw [W], x\n70.2 W, 1\n71 W, 2", "sum(log.power_draw)", "141.2 W"),
    // cells in another unit of the same dimension
    ("a [W]\n3\n0.5 kW", "sum(log.a)", "503 W"),
    ("a\n3 W\n4 W", "sum(log.a)", "7 W"),
    ("share [%]\n50\n25", "mean(log.share)", "37.5 %"),
    // tabs, semicolons, blanks
    ("a [W]\tb\n3\t1\n4\t2", "sum(log.a)", "7 W"),
    ("a [W];b\n3;1\n4;2", "sum(log.a)", "7 W"),
    ("batch  power\n8      2.8 kW\n16     2.9 kW", "sum(log.power)", "5.7 kW"),
    ("batch  rate [t/s]\n8  319.8\n16  535.3", "sum(log.rate)", "855.1 t/s"),
    // quoted cells
    ("name,a\n\"x, y\",1\n\"z\",2", "sum(log.a)", "3"),
    // a date is seconds since the first row, across a leap day
    ("t\n2024-02-28\n2024-03-01", "max(log.t) -> s", "172800 s"),
    ("t\n2025/03/01 12:00:00.250\n2025/03/01 12:00:02", "max(log.t)", "1.75 s"),
    ("t\n2025-03-01T12:00:00Z\n2025-03-01T13:00:30+01:00", "max(log.t)", "30 s"),
    ("log_time, a\n2025-12-31 23:59:59, 1\n2026-01-01 00:00:01, 2", "max(log.log_time)", "2 s"),
    // Unix times, in seconds and in milliseconds: (300 + 310)/2 · 1.5 = 457.5
    (
      "timestamp, p [W]\n1700000000.0, 300\n1700000001.5, 310",
      "integrate(log.p, log.timestamp)", "457.5 J"
    ),
    ("ts, a\n1700000000123, 1\n1700000001123, 2", "max(log.ts)", "1 s"),
    // a table of Markdown; blanks inside cells, and quotes
    (
      "| card | power [W] |\n|------|----------:|\n| H100 | 700 |\n| L4 | 72 |", "sum(log.power)",
      "772 W"
    ),
    (
      "card         power [W]  note\nNVIDIA H100  700        \"first row\"\n\"L4\"         72         \"\"",
      "sum(log[log.card == \"NVIDIA H100\"].power)", "700 W"
    ),
    // what is about power and is none, and a plain number that is said to be one
    ("power_share\n2\n3", "sum(log.power_share)", "5"),
    ("power [1]\n2\n3", "sum(log.power)", "5"),
    // what is not known counts only where it is used
    ("a [W], b\n3, 1\n[N/A], 2", "sum(log.b)", "3"),
    ("a [W], b\n3, 1\n[N/A], 2", "log.a[log = 1]", "3 W"),
    // rows
    ("a, b\n3, x\n4, y\n5, x", "sum(log[log.b == \"x\"].a)", "8"),
    ("a\n3\n4\n5", "last(log.a)", "5"),
    ("a [W], b [s]\n3, 2\n4, 5", "sum(log.a * log.b)", "26 J"),
  ])
  func `columns`(_ rows: String, _ expression: String, _ expected: String) {
    #expect(shown(rows, expression) == expected)
  }

  @Test(arguments: [
    ("a, b\n1, 2\n3", "line 3 of the text, column 2 (b): 1 cell where the heads are 2"),
    ("a, a\n1, 2", "line 1 of the text, column 2 (a): a second column is called `a`"),
    ("a [foo]\n1", "line 1 of the text, column 1 (a [foo]): `foo` is no unit"),
    ("a, \n1, 2", "line 1 of the text, column 2: a column without a name"),
    ("a\n1\nx", "line 3 of the text, column 1 (a): `x` is no number, as the others are"),
    ("a\nx\n1", "line 3 of the text, column 1 (a): `1` is a number, and the cells above are texts"),
    ("a\n1 W\n2", "line 3 of the text, column 1 (a): `2` has no unit, as the others do"),
    ("a\n1 W\n2 J", "line 3 of the text, column 1 (a): `2 J` cannot become W"),
    ("a [W]\n1\n-2", "line 3 of the text, column 1 (a [W]): `-2` is a negative power"),
    ("t, a\n2025-01-01, 1\n2025-01-01, 1", "line 3 of the text: the same as line 2"),
    ("t\n2025-01-01\nnoon", "line 3 of the text, column 1 (t): `noon` is no time stamp"),
    (
      "t, gpu_power\n2025-01-01, 300",
      "line 2 of the text, column 2 (gpu_power): neither the head nor `300` says in which unit"
    ),
    (
      "energy_kWh\n3",
      "line 2 of the text, column 1 (energy_kWh): neither the head nor `3` says in which unit"
    ),
    (
      "t\n2025/02/30",
      "line 2 of the text, column 1 (t): `2025/02/30` is no day and time that there is"
    ),
    (
      "t\n2025-13-30 01:59:59",
      "line 2 of the text, column 1 (t): `2025-13-30 01:59:59` is no day and time that there is"
    ),
    ("time\n12:00:01", "line 2 of the text, column 1 (time): `12:00:01` is no time stamp"),
    ("a\n1e400", "line 2 of the text, column 1 (a): `1e400` is too large for a number"),
    (
      "a\n1\n2 W",
      "line 3 of the text, column 1 (a): `2 W` has a unit, and the cells above have none"
    ),
    ("a []\n1", "line 1 of the text, column 1 (a []): the brackets hold no unit"),
    ("a, b\n\"x, 1", "line 2 of the text: a quote is opened and never closed"),
    ("a, b", "line 1 of the text: there are no rows below a line of heads"),
  ])
  func `what is wrong is told with its line and column`(_ rows: String, _ message: String) {
    #expect(shown(rows, "log") == "error: " + message)
  }

  @Test func `a missing figure is an error where it is used`() {
    #expect(
      shown("a [W]\n3\n\u{5b}N/A]", "sum(log.a)")
        == "error: `a` is not known in line 3, column 1 of the text")
  }

  @Test(arguments: [
    // (300 + 310)/2 · 1 + (310 + 330)/2 · 2 = 945
    ("t [s], p [W]\n0, 300\n1, 310\n3, 330", "integrate(log.p, log.t)", "945 J"),
    ("t [h], p [kW]\n0, 1\n2, 3", "integrate(log.p, log.t) -> kWh", "4 kWh"),
    // each device for itself: 0.5·(1 + 3)·2 = 4 and 0.5·(10 + 10)·2 = 20
    (
      "t [s], gpu, p [W]\n0, a, 1\n0, b, 10\n2, a, 3\n2, b, 10",
      "integrate(log.p, log.t by log.gpu)", "[4, 20] J over gpu"
    ),
    (
      "t [s], gpu, p [W]\n0, a, 1\n0, b, 10\n2, a, 3\n2, b, 10", "sum(log.p by log.gpu)",
      "[4, 20] W over gpu"
    ),
    ("k, p\n1, 1\n2, 10\n1, 3\n2, 20", "max(log.p by log.k)", "[3, 20] over k"),
    ("k, p\n1, 1\n2, 10\n1, 3\n2, 20", "count(log.p > 2 by log.k)", "[1, 2]"),
    ("k, p\n1, 1\n2, 10\n1, 3\n2, 20", "mean(log.p by log.p > 2)", "[1, 11] over p"),
    ("t [s], p [W]\n0, 300", "integrate(log.p, log.t)", "0 J"),
    (
      "t [s], p [W]\n0, 1\n1, 1\n9, 1", "integrate(log.p, log.t, gap = 3 s)",
      "error: between lines 3 and 4 of the text lie 8 s, from 1 s on: more than 3 s"
    ),
    (
      "t [s], p [W]\n0, 1\n2, 1\n1, 1", "integrate(log.p, log.t)",
      "error: from lines 3 to 4 of the text it goes back, from 2 s to 1 s"
    ),
    (
      "t [s], p [W]\n0, 1\n0, 2", "integrate(log.p, log.t)",
      "error: lines 2 and 3 of the text have the same time, 0 s"
    ),
    (
      "t [s], p [W]\n0, 1\n1, 2", "integrate(log.t, log.p)",
      "error: `log.t` is a time, and `log.p` is none"
    ),
    (
      "t [s], p [W]\n0, 1\n1, 2", "integrate(log.p, 3 s)",
      "error: `3 s` is one value, and an integral goes along a column of times"
    ),
    (
      "t [s], p [W]\n0, 1\n1, 2", "integrate(log.p, log.t, gap = -3 s)",
      "error: a gap is longer than 0 s, and this is -3 s"
    ),
    (
      "t [s], pci_bus_id, p [W]\n0, a, 1\n0, b, 10", "integrate(log.p * 2, log.t)",
      "error: the rows are of 2 devices, by `log.pci_bus_id`"
    ),
    (
      "t [s], gpu, p [W]\n0, a, 1\n0, b, 10\n2, a, 3\n2, b, 10", "integrate(log.p, log.t)",
      "error: the rows are of 2 devices, by `log.gpu`"
    ),
  ])
  func `groups and integrals`(_ rows: String, _ expression: String, _ expected: String) {
    #expect(shown(rows, expression) == expected)
  }

  @Test func `law: the integral of a whole is that of its parts`() {
    var rows = "t [s], p [W]"
    var time = 0.0
    for i in 0..<200 {
      rows += "\n\(time), \(100 + (i * 7919) % 311)"
      time += 0.25 + Double(i % 5) * 0.5
    }
    let tj = Conversation()
    _ = tj.run("log = csv(\"\"\"\(rows)\"\"\")")
    for split in [2, 50, 199] {
      let shown = tj.run(
        "(integrate(log.p, log.t) ~= integrate(log[log <= \(split)].p, log[log <= \(split)].t)"
          + " + integrate(log[log >= \(split)].p, log[log >= \(split)].t))"
      ).shown
      #expect(shown == "true\n")
    }
  }

  @Test(arguments: Measurements.names.filter { $0 != "tensoreconomics" })
  func `what was measured agrees with itself: power over throughput`(_ name: String) {
    let tj = Conversation()
    let script = """
      m = measured.\(name)
      max(abs(m.power / m.rate / m.per_token - 1)) < 3%
      max(abs(m.per_token * m.length / m.per_request - 1)) < 3%
      """
    #expect(tj.run(script).shown.hasSuffix("true\ntrue\n"))
  }

  @Test func `measured tables`() {
    #expect(Measurements.names.count == 37)
    let tj = Conversation()
    #expect(
      tj.enter("measured.llama_3_3_70b_h10").contains("did you mean `measured.llama_3_3_70b_h100`"))
    #expect(tj.enter("sum(measured.llama_3_3_70b_h100.power)") == "24.7332 kW\n")
    // two numbers of cards: the one with more runs has the plain name
    #expect(tj.enter("max(measured.qwen3_32b_h100.gpus)") == "2 gpu\n")
    #expect(tj.enter("max(measured.qwen3_32b_h100_1.gpus)") == "1 gpu\n")
    #expect(tj.enter("count(measured.tensoreconomics > 0)") == "126\n")
  }

  @Test func `a log of CodeCarbon has the units that its heads leave out`() {
    let rows = """
      timestamp,project_name,run_id,duration,emissions,gpu_power,energy_consumed
      2025-03-01T12:00:00,codecarbon,a,3600,0.05,300,0.35
      """
    #expect(shown(rows, "first(log.energy_consumed)") == "0.35 kWh")
    #expect(shown(rows, "first(log.emissions) -> gCO2e") == "50 gCO2e")
    #expect(shown(rows, "sum(log.gpu_power * log.duration) -> kWh") == "0.3 kWh")
  }
}
