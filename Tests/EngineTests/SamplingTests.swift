import Testing

@testable import Engine

/// Points and quantiles, against published values and closed forms.
struct SamplingTests {
  /// The first points of the sequence without scrambling, in the order of a Gray code, as scipy's
  /// `qmc.Sobol(6, scramble=False)` gives them.
  static let first: [[Double]] = [
    [0, 0, 0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25, 0.75, 0.75], [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375, 0.125], [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
    [0.625, 0.125, 0.875, 0.625, 0.625, 0.875], [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
  ]

  @Test func `the sequence is Joe and Kuo's`() {
    for dimension in 0..<6 {
      let directions = SobolPoints.unscrambled(dimension)
      var digits: UInt64 = 0
      for (i, point) in Self.first.enumerated() {
        if i > 0 { digits ^= directions[i.trailingZeroBitCount] }
        #expect(Double(digits) * 0x1p-32 == point[dimension])
      }
    }
  }

  /// scipy 1.17, `qmc.Sobol(256, scramble=False).random(65536)`: every 97th row from the second on, as
  /// 65536ths, hashed number by number (FNV-1a).
  @Test func `all dimensions are scipy's`() {
    let directions = (0..<256).map { SobolPoints.unscrambled($0) }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in stride(from: 1, to: 65_536, by: 97) {
      for dimension in 0..<256 {
        var digits: UInt64 = 0
        for bit in 0..<17 where (i ^ (i >> 1)) >> bit & 1 == 1 {
          digits ^= directions[dimension][bit]
        }
        hash = (hash ^ (digits >> 16)) &* 0x100_0000_01b3
      }
    }
    #expect(SobolDirections.dimensions >= 256)
    #expect(hash == 0xda77_a052_e881_58cd)
  }

  @Test func `directions are whole and odd`() {
    #expect(SobolDirections.entries.count == SobolDirections.dimensions - 1)
    for (entry, dimension) in zip(SobolDirections.entries, 2...) {
      #expect(entry.count == Int(entry[0]) + 2, "dimension \(dimension)")
      for (k, number) in entry.dropFirst(2).enumerated() {
        #expect(number % 2 == 1 && number < 2 << UInt64(k), "dimension \(dimension)")
      }
    }
  }

  /// Every scramble leaves a net: of 2ᵐ points one lies in each of 2ᵐ equal parts, in each dimension.
  @Test(arguments: [0, 1, 2, 17, 255]) func `each part has its point`(dimension: Int) {
    for key in [1, 2, 99] as [UInt64] {
      for size in [16, 1024] {
        let points = SobolPoints(dimension: dimension, key: key)
        let cells = [Double](count: size) { cells in
          points.fill(cells)
          return true
        }
        #expect(parts(cells ?? []) == Set(0..<size))
      }
    }
  }

  /// Two dimensions are a net as well: 2 × 8, 4 × 4 and 8 × 2 boxes hold one of 16 points each.
  @Test func `boxes of the plane have their points`() {
    for key in [3, 4] as [UInt64] {
      let (x, y) = (points(0, key), points(1, key &+ 7))
      for across in [2, 4, 8] {
        let down = 16 / across
        let boxes = Set(
          zip(x, y).map { Int($0 * Double(across)) * down + Int($1 * Double(down)) })
        #expect(boxes.count == 16)
      }
    }
    func points(_ dimension: Int, _ key: UInt64) -> [Double] {
      [Double](count: 16) { cells in
        SobolPoints(dimension: dimension, key: key).fill(cells)
        return true
      } ?? []
    }
  }

  @Test func `beyond the sequence each part has its point too`() {
    for size in [16, 4096] {
      let cells = [Double](count: size) { cells in
        StratifiedPoints(key: 5).fill(cells)
        return true
      }
      #expect(parts(cells ?? []) == Set(0..<size))
    }
  }

  private func parts(_ cells: [Double]) -> Set<Int> {
    Set(cells.map { $0 > 0 && $0 < 1 ? Int($0 * Double(cells.count)) : -1 })
  }

  /// scipy's `norm.ppf`
  @Test(arguments: [
    (1e-12, -7.034483825301132), (1e-6, -4.753424308822899), (0.01, -2.3263478740408408),
    (0.3, -0.5244005127080409), (0.5, 0), (0.975, 1.959963984540054),
  ]) func `normal quantiles`(p: Double, x: Double) {
    #expect(abs(StandardNormal.quantile(p) - x) <= 2e-15 * abs(x))
  }

  /// There and back, over what sampling reaches: the error is that of the share's own rounding.
  @Test func `a quantile's share is the share`() {
    for k in 1..<400 {
      let p = Double(k) / 400
      #expect(abs(StandardNormal.share(below: StandardNormal.quantile(p)) - p) < 4e-16)
      for (a, b) in [(2.0, 3.0), (0.5, 0.5), (30, 2), (1.8, 4.2), (1, 7)] {
        let beta = BetaDistribution(a, b)
        #expect(abs(beta.share(below: beta.quantile(p)) - p) < 2e-14)
      }
    }
  }

  /// scipy's `betaincinv`
  @Test(arguments: [
    (2.0, 3.0, 0.05, 0.09761146288641434), (2, 3, 0.95, 0.7513953742698181),
    (0.5, 0.5, 0.1, 0.024471741852423214), (1, 1, 0.3, 0.3), (30, 2, 0.5, 0.9464479478829972),
    (1.8, 4.2, 0.5, 0.2766722593925189), (0.1, 5, 0.9, 0.05668232329598122),
  ]) func `beta quantiles`(a: Double, b: Double, p: Double, x: Double) {
    #expect(abs(BetaDistribution(a, b).quantile(p) - x) < 1e-12)
  }

  /// The 0.975 point of the arcsine distribution, beta(½, ½), is sin²(0.975 π/2).
  @Test func `quantiles in closed form`() {
    #expect(abs(BetaDistribution(0.5, 0.5).quantile(0.975) - 0.998458666866564) < 1e-14)
    let triangle = Distribution.triangular(low: 0, mode: 1, high: 4).quantile
    #expect(abs(triangle(0.5) - (4 - 6.0.squareRoot())) < 1e-15)
    #expect(triangle(0.25) == 1)
  }

  @Test func `a key follows from seed and name alone`() {
    #expect(KeyedStream.key(seed: 1, name: "node") == KeyedStream.key(seed: 1, name: "node"))
    #expect(KeyedStream.key(seed: 1, name: "node") != KeyedStream.key(seed: 2, name: "node"))
    #expect(KeyedStream.key(seed: 1, name: "node") != KeyedStream.key(seed: 1, name: "nodes"))
    // SplitMix64 from the state 0, as its authors publish
    var stream = KeyedStream(0)
    #expect(stream.next() == 0xe220_a839_7b1d_cdaf)
    #expect(stream.next() == 0x6e78_9e6a_a1b9_65f4)
  }
}
