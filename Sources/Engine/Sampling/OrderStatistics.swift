/// Quantiles that one sweep did not find, by further ones: the samples between which one lies are counted
/// in parts, closer and closer, until they are few enough to be taken out.
struct OrderStatistics {
  let shares: [Double]
  /// so many are taken out
  let most: Int

  /// Where the sample of a rank lies.
  struct Place {
    let result: Int
    let share: Int
    /// the lower or the upper neighbour of the quantile
    let isUpper: Bool
    /// between which numbers, as whole numbers in the same order
    private(set) var low = (-Double.infinity).order
    private(set) var high = Double.infinity.order
    /// how many lie there
    private(set) var count: Int
    /// the how manieth of them it is, from 0
    private(set) var rank: Int
    var value: Double?

    init(result: Int, share: Int, isUpper: Bool, count: Int, rank: Int) {
      (self.result, self.share, self.isUpper) = (result, share, isUpper)
      (self.count, self.rank) = (count, rank)
    }

    /// Leaves out what lies below a number.
    mutating func keep(from number: Double, below: Int) {
      low = number.order
      count -= below
      rank -= below
    }

    /// Leaves out what lies above one.
    mutating func keep(upTo number: Double, of count: Int) {
      high = number.order
      self.count = count
    }
  }

  /// Puts the quantiles into what is known already. Where it is stopped that stays.
  func find<Columns: SampleColumns>(
    _ open: [Place], _ columns: Columns, _ isInterrupted: (Double) -> Bool,
    into found: inout [SampleStatistics]
  ) {
    var places = open
    let sweep = SampleSweep(columns.total)
    while places.contains(where: { $0.value == nil }) {
      let open = places.indices.filter { places[$0].value == nil }
      let isFew = open.allSatisfy { places[$0].count <= most }
      let looked = look(columns, sweep, isInterrupted, open.map { places[$0] }, collecting: isFew)
      guard let looked else { return }
      for (k, seen) in zip(open, looked) {
        if isFew {
          let sorted = seen.values.sorted()
          places[k].value = sorted.indices.contains(places[k].rank) ? sorted[places[k].rank] : .nan
        } else {
          places[k].narrow(seen)
        }
      }
    }
    for place in places where !place.isUpper {
      guard let value = place.value else { continue }
      let other = places.first {
        $0.isUpper && $0.result == place.result && $0.share == place.share
      }
      let position = shares[place.share] * Double(found[place.result].count) - 0.5
      let share = min(max(position - position.rounded(.down), 0), 1)
      let upper = other?.value ?? value
      found[place.result].quantiles[place.share] =
        value == upper || position < 0 ? value : value * (1 - share) + upper * share
    }
  }

  /// What one thread has seen of a place.
  final class Seen: @unchecked Sendable {
    fileprivate var values: [Double] = []
    fileprivate var counts: [Int] = []
    fileprivate var least = Int64.max
    fileprivate var greatest = Int64.min

    fileprivate func take(
      _ place: Place, _ cells: UnsafePointer<Double>, _ count: Int, _ collecting: Bool
    ) {
      let (low, high) = (Double(order: place.low), Double(order: place.high))
      for k in 0..<count where cells[k] >= low && cells[k] <= high {
        if collecting {
          values.append(cells[k])
          continue
        }
        if counts.isEmpty { counts = Array(repeating: 0, count: Place.parts) }
        let order = cells[k].order
        least = min(least, order)
        greatest = max(greatest, order)
        counts[place.part(of: order)] += 1
      }
    }
  }

  /// One sweep for some places: takes their samples out, or counts them in parts.
  /// - Returns: nil where it was stopped.
  private func look<Columns: SampleColumns>(
    _ columns: Columns, _ sweep: SampleSweep, _ isInterrupted: (Double) -> Bool, _ places: [Place],
    collecting: Bool
  ) -> [Seen]? {
    let (states, isWhole) = sweep.run(columns, isInterrupted: isInterrupted) {
      places.map { _ in Seen() }
    } _: { state, _, _, n, worker in
      for (place, seen) in zip(places, state) {
        seen.take(place, worker.result(place.result, n), n, collecting)
      }
    }
    guard isWhole else { return nil }
    return places.indices.map { k in
      let whole = Seen()
      for state in states {
        let part = state[k]
        whole.values += part.values
        whole.least = min(whole.least, part.least)
        whole.greatest = max(whole.greatest, part.greatest)
        if whole.counts.isEmpty {
          whole.counts = part.counts
        } else {
          for (j, count) in part.counts.enumerated() { whole.counts[j] += count }
        }
      }
      return whole
    }
  }
}

extension OrderStatistics.Place {
  fileprivate static let parts = 4096

  /// The width of a part, as a power of two.
  private var shift: UInt64 {
    let width = UInt64(bitPattern: high &- low)
    return UInt64(max(64 - width.leadingZeroBitCount - 12, 0))
  }

  fileprivate func part(of order: Int64) -> Int { Int(UInt64(bitPattern: order &- low) >> shift) }

  /// Goes on in the part that holds the rank.
  fileprivate mutating func narrow(_ seen: OrderStatistics.Seen) {
    if seen.least == seen.greatest {
      value = Double(order: seen.least)
      return
    }
    var below = 0
    for (part, here) in seen.counts.enumerated() {
      if rank < below + here {
        let first = low &+ Int64(bitPattern: UInt64(part) << shift)
        let width = Int64(bitPattern: (UInt64(1) << shift) &- 1)
        (low, high) = (max(first, seen.least), min(first &+ width, seen.greatest))
        count = here
        rank -= below
        if low == high { value = Double(order: low) }
        return
      }
      below += here
    }
    value = .nan
  }
}

extension Double {
  /// Whole numbers in the order of the numbers.
  fileprivate var order: Int64 {
    let bits = Int64(bitPattern: bitPattern)
    return bits < 0 ? Int64.min &- bits : bits
  }

  fileprivate init(order: Int64) {
    let bits = order < 0 ? Int64.min &- order : order
    self.init(bitPattern: UInt64(bitPattern: bits))
  }
}
