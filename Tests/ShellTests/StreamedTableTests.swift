import Support
import Testing

@testable import Engine

/// Files of rows that are not held: whatever is asked of them comes to the same as of a file that is.
struct StreamedTableTests {
  /// Four boards for 20,000 rows: more than one part of the work.
  private static func log(_ rows: Int = 20_000) -> String {
    var text = "timestamp, index, name, power.draw [W], utilization.gpu [%]\n"
    for i in 0..<rows {
      let second = i / 4
      let time =
        "2026/01/\(10 + second / 86_400) 0\(second % 86_400 / 3600):"
        + "\(second / 600 % 6)\(second / 60 % 10):\(second / 10 % 6)\(second % 10).0\(i % 4)0"
      let power = 100 + (i * 7919) % 600
      text += "\(time), \(i % 4), board \(i % 4 / 2), \(power).\(i % 10) W, \(i % 101) %\n"
    }
    return text
  }

  /// A prompt that may read files of the folder, and holds none or all of them.
  private func prompt(_ folder: TemporaryFolder, streams: Bool) -> Conversation {
    let tj = Conversation()
    tj.interpreter.session.allowFiles(besides: "\(folder.path)/x.tj")
    tj.interpreter.session.heldFileSize = streams ? 0 : 1 << 30
    tj.enter("log = read_csv(\"\(folder.path)/log.csv\")")
    return tj
  }

  private static let questions = [
    "log", "sum(log.power_draw)", "mean(log.power_draw)", "min(log.power_draw)",
    "max(log.power_draw)", "first(log.power_draw)", "last(log.power_draw)",
    "median(log.power_draw)", "sum(log.power_draw over log)", "count(log.utilization_gpu > 90%)",
    "sum(log.power_draw * 2 + 1 W)", "sum(if log.index == 0 then log.power_draw else 0 W)",
    "mean(log.power_draw by log.index)", "sum(log.power_draw by log.name)",
    "max(log.power_draw by log.utilization_gpu > 50%)",
    "count(log.power_draw > 300 W by log.index)",
    "median(log.power_draw by log.index)",
    "integrate(log.power_draw, log.timestamp by log.index)",
    "sum(integrate(log.power_draw, log.timestamp by log.index, gap = 3 s)) -> kWh",
    "integrate(log.power_draw, log.timestamp by log.index, gap = 0.5 s)",
    "integrate(log.power_draw, log.timestamp)",
    "integrate(log[log.index == 2].power_draw, log[log.index == 2].timestamp)",
    "sum(log[log.utilization_gpu > 90%].power_draw)",
    "mean(log.power_draw - mean(log.power_draw))",
    "sum((log.power_draw - mean(log.power_draw))^2) / count(log.index >= 0)",
    "sum(log[log.power_draw > 10 kW].power_draw)", "log.power_draw[log = 17_000]",
    "quantile(log.power_draw, 0.9)", "sd(log.power_draw)", "sum(log.power_draw) * (1 ± 5%)",
    "assert max(log.timestamp) ~= 4999.03 s within 0.001 s", "sum(log.power_draw) > 3 MW",
    "argmax(log.power_draw)", "max(cumulative(log.power_draw))",
  ]

  @Test func `streamed and held say the same`() {
    let folder = TemporaryFolder()
    folder.write(Self.log(), to: "log.csv")
    let streamed = prompt(folder, streams: true)
    let held = prompt(folder, streams: false)
    for question in Self.questions {
      let shown = streamed.enter(question)
      #expect(shown == held.enter(question), "\(question)")
      #expect(!shown.isEmpty || question.hasPrefix("assert"), "\(question)")
    }
  }

  /// Rows of which some are written in another way than most: other units, other dates, quotes, CRLF, line
  /// ends within quotes, blank lines, no value, an exponent.
  /// - Returns: with the sum of the powers, which are whole watts.
  private static func roughLog(_ rows: Int) -> (text: String, watts: Int) {
    var text = "timestamp,index,name,power.draw,load [%],note\n"
    var watts = 0
    for i in 0..<rows {
      let second = i * 86_400 * 3 / rows
      let day = second / 86_400 + 1
      let clock = [second / 3600 % 24, second / 60 % 60, second % 60]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      let power = 100 + (i * 7919) % 600
      watts += power
      var (time, end) = ("2026-02-0\(day)T\(clock).\(i)Z", "\n")
      var (name, cell, load) = ("b\(i % 3)", "\(power) W", "\(i % 101)")
      var note = i % 7 == 0 ? "" : "n\(i)"
      switch i % 8_001 {
      case 4001: time = "2026-2-\(day) \(clock).\(i) +00:00"
      case 4002: name = "\"b\(i % 3)\""
      case 4003: cell = "\(power / 100).\(power / 10 % 10)\(power % 10)e2 W"
      case 4004: cell = "\(power)000 mW"
      case 4005: end = "\r\n"
      case 4006: end = "\n\n  \n"
      case 4007: name = " b\(i % 3) "
      case 4008: end = "\r"
      case 4009: cell = "\(power).00000000000000000000000 W"
      case 4010: note = "\"x,\ny\""
      case 4011: load = ""
      case 4012: load = "[N/A]"
      default: break
      }
      text += "\(time),\(i % 3),\(name),\(cell),\(load),\(note)\(end)"
    }
    return (text, watts)
  }

  /// Several parts for each core, so that parts behind a row that is not plain are read again.
  @Test func `rows that are not plain, on any number of cores`() {
    let folder = TemporaryFolder()
    let (text, watts) = Self.roughLog(40_000)
    folder.write(text, to: "log.csv")
    let questions = [
      "sum(log.power_draw) -> W", "count(log.index >= 0)", "sum(log[log.index == 1].timestamp^2)",
      "mean(log.timestamp by log.name)", "count(log.note == \"\")",
      "count(log.note == \"n39000\")", "sum(log.power_draw * log.timestamp by log.index)",
      "sum(log.load)", "max(log.timestamp)", "last(log.load)",
    ]
    func shown(streams: Bool) -> [String] {
      let tj = prompt(folder, streams: streams)
      tj.enter(":digits 15")
      return questions.map { tj.enter($0) }
    }
    let held = shown(streams: false)
    #expect(held[0] == "\(watts) W\n")
    #expect(held[1] == "40000\n")
    for cores in [1, 2, 3] {
      #expect(Cores.$most.withValue(cores) { shown(streams: true) } == held)
    }
  }

  @Test func `definitions along rows are as live as any other`() {
    let folder = TemporaryFolder()
    folder.write(Self.log(), to: "log.csv")
    let script = """
      busy = log[log.utilization_gpu > 90%]
      wall = busy.power_draw * pue
      pue = 1.2
      print sum(wall)
      each = integrate(busy.power_draw, busy.timestamp by busy.index)
      print sum(each), mean(wall by busy.index)
      pue = 1.5
      print sum(wall), busy
      print sum((wall with pue = 1.1))
      table sum((wall with pue = [1, 2]) over log)
      """
    let streamed = prompt(folder, streams: true)
    let held = prompt(folder, streams: false)
    let shown = streamed.run(script).shown
    #expect(shown == held.run(script).shown)
    #expect(shown.contains("kW"))
  }

  @Test func `nothing of a streamed file is held`() {
    let folder = TemporaryFolder()
    folder.write(Self.log(), to: "log.csv")
    let tj = prompt(folder, streams: true)
    _ = tj.run(
      "p = log.power_draw * 2\ns = sum(p)\nb = log[log.index == 1]\nprint s, max(b.power_draw)")
    let session = tj.interpreter.session
    for name in ["log", "p", "b"] { #expect(session.world.node(.init(name))?.column == nil) }
  }

  @Test func `a fault names its line, however far down`() {
    let folder = TemporaryFolder()
    func shown(_ line: String, _ question: String = "log") -> String {
      folder.write(Self.log(18_000) + line + "\n", to: "log.csv")
      let tj = Conversation()
      tj.interpreter.session.allowFiles(besides: "\(folder.path)/x.tj")
      tj.interpreter.session.heldFileSize = 0
      let file = folder.path + "/log.csv"
      let first = tj.enter("log = read_csv(\"\(file)\")").replacing("\(file)", with: "log.csv")
      let said = first.hasPrefix("error") ? first : tj.enter(question)
      return String(said.replacing("\(file)", with: "log.csv").prefix { $0 != "\n" })
    }
    #expect(
      shown("2026/02/01 00:00:00, 0, x, -3 W, 5 %")
        == "error: `log.csv`, line 18002, column 4 (power.draw [W]): `-3 W` is a negative power")
    #expect(
      shown("2026/02/01 00:00:00, 0, x, 3 W")
        == "error: `log.csv`, line 18002, column 5 (utilization.gpu [%]): 4 cells where the heads are 5"
    )
    #expect(
      shown("2026/01/10 00:00:00.000, 0, board 0, 100.0 W, 0 %")
        == "error: `log.csv`, line 18002: the same as line 2")
    #expect(
      shown("2026/02/01 00:00:00, 0, x, [N/A], 5 %", "sum(log.power_draw)")
        == "error: `power_draw` is not known in line 18002, column 4 of `log.csv`")
    #expect(
      shown("2026/02/01 00:00:00, 0, x, [N/A], 5 %", "count(log.utilization_gpu >= 0%)")
        == "18001")
  }

  @Test func `a file that has changed is not read on`() {
    let folder = TemporaryFolder()
    folder.write(Self.log(), to: "log.csv")
    let tj = prompt(folder, streams: true)
    #expect(tj.enter("count(log.index == 0)") == "5000\n")
    folder.write(Self.log(19_996), to: "log.csv")
    let shown = tj.enter("count(log.index == 1)")
    #expect(shown.hasPrefix("error: `\(folder.path)/log.csv` is not what it was when it was read"))
    #expect(shown.contains("help: read it again: say the line with `read_csv` once more"))
    tj.enter("log = read_csv(\"\(folder.path)/log.csv\")")
    #expect(tj.enter("count(log.index == 1)") == "4999\n")
  }
}
