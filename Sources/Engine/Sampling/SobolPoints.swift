/// One coordinate of a scrambled Sobol sequence: the numbers of the first 2ᵐ points in order.
///
/// The direction numbers go through a random lower triangular matrix over the field of two elements
/// and a random shift (J. Matoušek, *On the L₂-discrepancy for anchored boxes*, J. Complexity 14
/// (1998) 527-556). The points stay a digital net, each is uniform by itself, and independent
/// scrambles give independent answers, so that an error can be told. The points come in the order of
/// a Gray code: each differs from the one before by one direction number.
struct SobolPoints {
  /// so many binary digits that a number and half of its last digit are exact in a `Double`
  static let digits = 52
  /// the most points, 2³⁰
  static let levels = 30

  private let directions: [UInt64]
  private let shift: UInt64

  /// - Parameters:
  ///   - dimension: from 0; below `SobolDirections.dimensions`.
  ///   - key: what the scrambling is made of.
  init(dimension: Int, key: UInt64) {
    var stream = KeyedStream(key)
    // row r of the matrix: which of the 32 digits of a direction number make digit r
    let rows = (0..<Self.digits).map { r -> UInt64 in
      let random = stream.next() >> 32
      if r >= 32 { return random }
      let diagonal = UInt64(1) << UInt64(31 - r)
      let above = ~(diagonal << 1 &- 1) & 0xffff_ffff
      return random & above | diagonal
    }
    shift = stream.next() >> UInt64(64 - Self.digits)
    directions = Self.unscrambled(dimension).map { direction in
      var scrambled: UInt64 = 0
      for row in rows {
        scrambled = scrambled << 1 | UInt64((row & direction).nonzeroBitCount & 1)
      }
      return scrambled
    }
  }

  /// The direction numbers of a dimension, as 32 binary digits after the point.
  static func unscrambled(_ dimension: Int) -> [UInt64] {
    guard dimension > 0 else { return (0..<levels).map { 1 << UInt64(31 - $0) } }
    let entry = SobolDirections.entries[dimension - 1]
    let degree = Int(entry[0])
    var numbers = entry.dropFirst(2).enumerated().map { k, m in m << UInt64(31 - k) }
    while numbers.count < levels {
      let k = numbers.count
      var next = numbers[k - degree] ^ (numbers[k - degree] >> UInt64(degree))
      for i in 1..<max(degree, 1) where entry[1] >> UInt64(degree - 1 - i) & 1 == 1 {
        next ^= numbers[k - i]
      }
      numbers.append(next)
    }
    return Array(numbers.prefix(levels))
  }

  /// Point after point from the first: each lies above 0 and below 1.
  func fill(_ cells: UnsafeMutableBufferPointer<Double>) {
    var digits = shift
    for i in cells.indices {
      if i > 0 { digits ^= directions[min(i.trailingZeroBitCount, Self.levels - 1)] }
      cells[i] = (Double(digits) + 0.5) * 0x1p-52
    }
  }
}

/// Numbers in every one of 2ᵐ equal parts of 0…1, in an order of their own: what a source beyond the
/// dimensions of the Sobol sequence gets (a Latin hypercube).
struct StratifiedPoints {
  private let key: UInt64

  init(key: UInt64) { self.key = key }

  /// - Precondition: the count is a power of two.
  func fill(_ cells: UnsafeMutableBufferPointer<Double>) {
    var stream = KeyedStream(key)
    let bits = UInt64(cells.count.trailingZeroBitCount)
    let mask = UInt64(cells.count) &- 1
    let steps = (0..<4).map { _ in (factor: stream.next() | 1, sum: stream.next()) }
    let part = 1 / Double(cells.count)
    for i in cells.indices {
      // steps that can each be undone within m binary digits: a permutation
      var k = UInt64(i)
      for step in steps {
        k = (k &* step.factor &+ step.sum) & mask
        k ^= k >> (bits / 2 + 1)
      }
      let within = (Double(stream.next() >> 12) + 0.5) * 0x1p-52
      cells[i] = min(max((Double(k) + within) * part, 0x1p-53), 1 - 0x1p-53)
    }
  }
}
