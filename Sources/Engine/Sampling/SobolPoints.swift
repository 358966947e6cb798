import CKernels

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
  /// what the points of a block differ by from its first one
  private let table: [UInt64]
  private static let tableSize = 512
  /// the table by the 64ths of 0…1 that its numbers lie in, eight in each, and where each of them is
  private let sorted: [UInt64]
  private let order: [UInt16]

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
    let directions = Self.unscrambled(dimension).map { direction in
      var scrambled: UInt64 = 0
      for row in rows {
        scrambled = scrambled << 1 | UInt64((row & direction).nonzeroBitCount & 1)
      }
      return scrambled
    }
    self.directions = directions
    var table = Array(repeating: UInt64(0), count: Self.tableSize)
    for i in 1..<table.count { table[i] = table[i - 1] ^ directions[i.trailingZeroBitCount] }
    self.table = table
    (sorted, order) = Self.stratified(table)
  }

  /// The first 512 points are a net: of them eight lie in every 64th.
  private static func stratified(_ table: [UInt64]) -> ([UInt64], [UInt16]) {
    var sorted = table
    var order = Array(repeating: UInt16(0), count: table.count)
    var filled = Array(repeating: 0, count: 64)
    for (i, number) in table.enumerated() {
      let stratum = Int(number >> UInt64(digits - 6))
      guard filled[stratum] < 8 else { return ([], []) }
      sorted[stratum * 8 + filled[stratum]] = number
      order[stratum * 8 + filled[stratum]] = UInt16(i)
      filled[stratum] += 1
    }
    return (sorted, order)
  }

  /// The normal quantiles of a block of points: the same bits as of each by itself.
  /// - Returns: false, and nothing is filled, where it is no whole block of 512.
  func fillQuantiles(_ cells: UnsafeMutablePointer<Double>, from start: Int, _ count: Int) -> Bool {
    guard count == Self.tableSize, sorted.count == count else { return false }
    sorted.withUnsafeBufferPointer { sorted in
      order.withUnsafeBufferPointer { order in
        guard let numbers = sorted.baseAddress, let places = order.baseAddress else { return }
        tj_net_quantiles(cells, numbers, places, self.digits(of: start))
      }
    }
    return true
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
    guard let base = cells.baseAddress else { return }
    fill(base, from: 0, cells.count)
  }

  /// Points from one on that is a multiple of a power of two of at least 512, or of the count.
  func fill(_ cells: UnsafeMutablePointer<Double>, from start: Int, _ count: Int) {
    each(start, count) { table, done, digits, n in tj_net(cells + done, table, digits, n) }
  }

  /// Such points between others than 0 and 1.
  func fill(
    _ cells: UnsafeMutablePointer<Double>, _ low: Double, _ width: Double, from start: Int,
    _ count: Int
  ) {
    each(start, count) { table, done, digits, n in
      tj_net_between(cells + done, table, digits, low, width, n)
    }
  }

  @inline(__always) private func each(
    _ start: Int, _ count: Int,
    _ body: (UnsafePointer<UInt64>, _ done: Int, _ digits: UInt64, _ n: Int) -> Void
  ) {
    table.withUnsafeBufferPointer { table in
      guard let first = table.baseAddress else { return }
      var done = 0
      while done < count {
        let n = min(Self.tableSize, count - done)
        body(first, done, digits(of: start + done), n)
        done += n
      }
    }
  }

  /// The digits of a point: those of a Gray code say which direction numbers it is made of.
  private func digits(of point: Int) -> UInt64 {
    var gray = point ^ (point >> 1)
    var digits = shift
    while gray != 0 {
      digits ^= directions[min(gray.trailingZeroBitCount, Self.levels - 1)]
      gray &= gray - 1
    }
    return digits
  }
}

/// Numbers in every one of 2ᵐ equal parts of 0…1, in an order of their own: what a source beyond the
/// dimensions of the Sobol sequence gets (a Latin hypercube).
struct StratifiedPoints {
  private let key: UInt64
  private let steps: [(factor: UInt64, sum: UInt64)]

  init(key: UInt64) {
    self.key = key
    var stream = KeyedStream(key)
    steps = (0..<Self.stepCount).map { _ in (factor: stream.next() | 1, sum: stream.next()) }
  }

  private static let stepCount = 4

  /// - Precondition: the count is a power of two.
  func fill(_ cells: UnsafeMutableBufferPointer<Double>) {
    guard let base = cells.baseAddress else { return }
    fill(base, from: 0, cells.count, of: cells.count)
  }

  /// Some of all numbers, of which there are `total`, a power of two.
  func fill(_ cells: UnsafeMutablePointer<Double>, from start: Int, _ count: Int, of total: Int) {
    let bits = UInt64(total.trailingZeroBitCount)
    let mask = UInt64(total) &- 1
    let part = 1 / Double(total)
    for i in 0..<count {
      // steps that can each be undone within m binary digits: a permutation
      let place = UInt64(start + i)
      var k = place
      for step in steps {
        k = (k &* step.factor &+ step.sum) & mask
        k ^= k >> (bits / 2 + 1)
      }
      let random = KeyedStream.number(key, place &+ UInt64(2 * Self.stepCount))
      let within = (Double(random >> 12) + 0.5) * 0x1p-52
      cells[i] = min(max((Double(k) + within) * part, 0x1p-53), 1 - 0x1p-53)
    }
  }
}
