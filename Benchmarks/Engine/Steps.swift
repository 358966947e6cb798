import Benchmark
import CKernels
import Engine
import Syntax
import Units

/// A reader of text and a session, with the model of docs/benchmarks.md in it.
private final class Rig {
  static let model = """
    node = 1.5..3.0 kW as uniform
    pue = 1.1..1.5 as lognormal
    tput = normal(319.8 t/s, 31.98 t/s)
    grid = uniform(50 gCO2e/kWh, 450 gCO2e/kWh)
    jt = node * pue / tput -> kWh/Mt
    carbon = jt * grid
    cost = jt * 0.12 $/kWh

    """
  let session = Session()

  init(_ text: String = Rig.model) { run(text) }

  func run(_ text: String) {
    session.run(SourceText(name: "benchmark", text: text)) { blackHole($0) }
  }

  /// A hundred lines of the model, each statement with names of its own.
  static let lines = (0..<100).map { "x\($0) = \(1 + $0 % 7).5 kW * 1.1 / (319.8 t/s) + \($0) J/t" }
    .joined(separator: "\n")
}

/// Numbers for the kernels: a block, as they go through the processor's first cache.
private final class Block {
  static let size = 512
  let from = UnsafeMutablePointer<Double>.allocate(capacity: size)
  let to = UnsafeMutablePointer<Double>.allocate(capacity: size)
  let table = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
  let order = UnsafeMutablePointer<UInt16>.allocate(capacity: size)

  init() {
    for i in 0..<Self.size {
      from[i] = (Double(i) + 0.5) / Double(Self.size)
      to[i] = 0
      // the points of the first dimension, which lie in order of their strata as they are
      table[i] = UInt64(i) << 43
      order[i] = UInt16(i)
    }
  }

  deinit {
    from.deallocate()
    to.deallocate()
    table.deallocate()
    order.deallocate()
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 3, scalingFactor: .one,
    maxDuration: .seconds(1), maxIterations: 100_000)

  Benchmark("lex and parse 100 lines") { benchmark in
    let rig = Rig()
    let source = SourceText(name: "benchmark", text: Rig.lines)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var parser = Parser(source, units: rig.session.units)
      reading: while true {
        let step = parser.next()
        blackHole(step)
        if case .end = step { break reading }
      }
    }
  }

  Benchmark("parse, check and lower 100 definitions") { benchmark in
    let rig = Rig()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { rig.run(Rig.lines) }
  }

  Benchmark("an override on a number, built and valued") { benchmark in
    let rig = Rig("node = 2 kW; tput = 319.8 t/s; jt = node / tput")
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { rig.run("jt with node = 3 kW") }
  }

  Benchmark("a million labels through five operations") { benchmark in
    let rig = Rig("i = steps(1, 1_000_000, 1); k = 1.1; y = (i * k + 3) / 7 - i * 0.01")
    var k = 0
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      k += 1
      rig.run("k = \(k); first(y)")
    }
  }

  for power in [14, 20] {
    Benchmark("three results, 2^\(power) samples, with their statistics") { benchmark in
      let rig = Rig()
      rig.session.sampling.setCount(1 << power)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        rig.session.sampling.seed += 1
        rig.run("table jt, carbon, cost")
      }
    }
  }

  Benchmark("Sobol indices of four sources") { benchmark in
    let rig = Rig(Rig.model + "tput = 275..370 t/s as lognormal")
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      rig.session.sampling.seed += 1
      rig.run("sensitivity carbon")
    }
  }

  // a thousand blocks of 512 each: microseconds here are nanoseconds a block
  let kernels: [(String, (Block) -> Void)] = [
    ("multiply", { tj_multiply($0.to, $0.from, 1, $0.from, 1, Block.size) }),
    ("exp", { tj_exp($0.to, $0.from, Block.size) }),
    ("log", { tj_log($0.to, $0.from, Block.size) }),
    ("normal quantile, one by one", { tj_normal_quantile($0.to, $0.from, Block.size) }),
    ("Sobol points", { tj_net($0.to, $0.table, 1 << 51, Block.size) }),
    (
      "normal quantiles of Sobol points",
      { tj_net_quantiles($0.to, $0.table, $0.order, 1 << 51) }
    ),
    (
      "sums, and counts in three windows",
      { block in
        var windows = [tj_window(), tj_window(), tj_window()]
        for k in windows.indices {
          windows[k].low = 0.25 * Double(k + 1)
          windows[k].high = windows[k].low + 0.005
        }
        var (sum, squares) = (0.0, 0.0)
        tj_survey(block.from, Block.size, 0.5, &windows, windows.count, &sum, &squares)
        blackHole(sum + squares)
      }
    ),
  ]
  for (name, kernel) in kernels {
    Benchmark("1000 blocks: \(name)") { benchmark in
      let block = Block()
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        for _ in 0..<1000 { kernel(block) }
        blackHole(block.to[7])
      }
    }
  }
}
