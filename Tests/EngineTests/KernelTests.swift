import CKernels
import Glibc
import Testing

@testable import Engine

/// The block kernels: their stated accuracy, against the C library's long double functions where it has
/// them, and against digits from mpmath.
struct KernelTests {
  /// exp and log within 2 units of the last place (they come within 1).
  @Test func `exponentials and logarithms`() {
    var stream = KeyedStream(7)
    for k in 0..<40_000 {
      let share = Double(stream.next() >> 11) * 0x1p-53
      let x = k % 2 == 0 ? (share - 0.5) * 2 : (share - 0.5) * 1400
      let wanted = expl(Float80(x))
      #expect(abs(Float80(Elementary.exp(x)) - wanted) <= 2 * Float80(Double(wanted).ulp), "\(x)")
      let y = k % 2 == 0 ? 0.5 + share : Elementary.exp((share - 0.5) * 1400)
      let logarithm = logl(Float80(y))
      #expect(
        abs(Float80(Elementary.log(y)) - logarithm) <= 2 * Float80(Double(logarithm).ulp), "\(y)")
    }
  }

  @Test func `ends of the range`() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(-746) == 0)
    #expect(Elementary.exp(-745) == .leastNonzeroMagnitude)
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(abs(Elementary.log(.leastNonzeroMagnitude) + 744.4400719213812) < 2e-13)
    // a fault stays the fault that it is
    let fault = Double(nan: 77, signaling: false)
    #expect(Elementary.exp(fault).bitPattern == fault.bitPattern)
    #expect(Elementary.log(fault).bitPattern == fault.bitPattern)
  }

  /// mpmath: sqrt(2) erfinv(2p − 1) with 40 digits
  @Test(arguments: [
    (1e-15, -7.941345326170998), (1e-9, -5.9978070150076865), (1e-4, -3.719016485455681),
    (6.0e-4, -3.2388801183529775), (7.0e-4, -3.1946510537632864), (0.02, -2.0537489106318230),
    (0.2, -0.8416212335729143), (0.49, -0.02506890825871106), (0.5, 0),
    (0.75, 0.6744897501960817), (0.9995, 3.2905267314919255),
  ]) func `normal quantiles`(p: Double, x: Double) {
    #expect(abs(Elementary.normalQuantile(p) - x) <= 1e-14 * abs(x), "\(p)")
  }

  /// There and back by the C library's erfc: a share is off by the density times what the quantile is.
  @Test func `a quantile is within 1e-14`() {
    var stream = KeyedStream(11)
    for k in 0..<20_000 {
      let share = Double(stream.next() >> 12) * 0x1p-52 + 0x1p-53
      let p = k % 2 == 0 ? share : Elementary.exp(-36 * share) / 2
      let x = Elementary.normalQuantile(p)
      let back = 0.5 * erfcl(-Float80(x) * Float80(0.5).squareRoot())
      let density = expl(-Float80(x) * Float80(x) / 2) / Float80(2 * Double.pi).squareRoot()
      #expect(abs(back - Float80(p)) <= 1.1e-14 * density * abs(Float80(x)) + 1e-19, "\(p)")
    }
  }

  /// Blocks of every length give what single numbers give.
  @Test func `a block is its numbers`() {
    for count in [1, 3, 7, 8, 9, 31, 512] {
      var stream = KeyedStream(UInt64(count))
      let shares = (0..<count).map { _ in Double(stream.next() >> 12) * 0x1p-52 + 0x1p-53 }
      var found = Array(repeating: 0.0, count: count)
      tj_normal_quantile(&found, shares, count)
      #expect(found == shares.map(Elementary.normalQuantile))
      tj_exp(&found, shares, count)
      #expect(found == shares.map(Elementary.exp))
      tj_log(&found, shares, count)
      #expect(found == shares.map(Elementary.log))
    }
  }

  /// Each 64th of 0…1 has a polynomial of its own: they meet, and the halves mirror each other.
  @Test func `a quantile across strata`() {
    for s in 1..<64 {
      let edge = Double(s) / 64
      let below = Elementary.normalQuantile(edge.nextDown)
      let (at, opposite) = (Elementary.normalQuantile(edge), Elementary.normalQuantile(1 - edge))
      #expect(abs(at - below) <= 3e-15 * abs(at) + 2e-16, "\(edge)")
      #expect(at == -opposite)
    }
  }

  /// A block of points is made stratum by stratum.
  @Test(arguments: [0, 1, 2, 17, 255]) func `quantiles of a net are those of its points`(
    dimension: Int
  ) {
    let points = SobolPoints(dimension: dimension, key: UInt64(dimension) &* 77 &+ 5)
    var (shares, quantiles) = (Array(repeating: 0.0, count: 512), Array(repeating: 0.0, count: 512))
    for start in [0, 512, 512 * 77, 1 << 20, (1 << 30) - 512] {
      points.fill(&shares, from: start, 512)
      #expect(points.fillQuantiles(&quantiles, from: start, 512))
      #expect(quantiles == shares.map(Elementary.normalQuantile))
    }
    #expect(!points.fillQuantiles(&quantiles, from: 0, 256))
  }

  /// Numbers of every kind, in ranks that a sorted list tells.
  @Test func `a number of a rank`() {
    var stream = KeyedStream(3)
    func shares(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double(stream.next() >> 11) * 0x1p-53 }
    }
    let lines: [[Double]] = [
      [4], [2, 1], shares(24), shares(25), shares(5000), Array(repeating: 7, count: 3000),
      shares(3000).map { $0 < 0.5 ? 1 : $0 }, shares(1000).map { Elementary.exp(900 * $0 - 450) },
      shares(500).map { ($0 - 0.5) * 2 * .greatestFiniteMagnitude },
      shares(500).map { ($0 * 40).rounded() * .leastNonzeroMagnitude },
      shares(400).map { 1 + ($0 * 3).rounded() * Double.ulpOfOne },
      shares(300) + [-.greatestFiniteMagnitude, .greatestFiniteMagnitude],
    ]
    for line in lines {
      let sorted = line.sorted()
      for rank in [0, 1, 12, line.count / 2, line.count - 2, line.count - 1]
      where sorted.indices.contains(rank) {
        for (low, high) in [(sorted[0], sorted[line.count - 1]), (-Double.infinity, .infinity)] {
          var numbers = line
          #expect(tj_ranked(&numbers, line.count, rank, low, high) == sorted[rank])
        }
        let next = sorted[min(rank + 1, line.count - 1)]
        #expect(tj_next(line, line.count, rank, sorted[rank]) == next)
      }
    }
  }

  /// Sums, counts and what is kept, of blocks of every length and any number of windows.
  @Test(arguments: [1, 7, 8, 9, 100, 512], [0, 1, 3, 4, 7])
  func `a survey of a block`(count: Int, windowCount: Int) {
    var stream = KeyedStream(UInt64(count * 8 + windowCount))
    let cells = (0..<count).map { _ in Double(stream.next() >> 11) * 0x1p-53 }
    var windows = (0..<windowCount).map { k -> tj_window in
      var window = tj_window()
      window.low = Double(k) / 8 + 0.01
      window.high = Double(k) / 8 + 0.1
      window.most = k == 1 ? 2 : 1000
      return window
    }
    var (sum, squares) = (0.0, 0.0)
    tj_survey(cells, count, 0.5, &windows, windowCount, &sum, &squares)
    #expect(abs(sum - cells.reduce(0) { $0 + ($1 - 0.5) }) < 1e-12)
    #expect(abs(squares - cells.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) }) < 1e-12)
    for window in windows {
      let within = cells.filter { $0 >= window.low && $0 <= window.high }
      #expect(window.below == cells.count { $0 < window.low })
      #expect(window.within == within.count)
      #expect(window.kept == min(within.count, Int(window.most)))
      #expect(
        (0..<Int(window.kept)).map { window.numbers[$0] } == Array(within.prefix(Int(window.kept))))
      free(window.numbers)
    }
  }
}
