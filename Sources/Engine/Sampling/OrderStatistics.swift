import CKernels

/// Quantiles as exact order statistics, once it is known in which bins they lie.
struct OrderStatistics {
  let shares: [Double]
  let bins: [(low: Double, scale: Double)]
  let counts: Counts

  /// Where the samples of a rank lie, closer and closer.
  struct Place {
    let result: Int
    let share: Int
    /// the lower or the upper neighbour of the quantile
    let isUpper: Bool
    let bin: Int32
    /// between which numbers, as whole numbers in the same order
    var low = Int64.min
    var high = Int64.max
    /// how many lie there
    var count: Int
    /// the how manieth of them it is, from 0
    var rank: Int
    var value: Double?
  }

  /// Puts the quantiles into what is known already. Where it is stopped those of the bins stay.
  func find<Columns: SampleColumns>(
    _ columns: Columns, _ sweep: SampleSweep, _ isInterrupted: (Double) -> Bool, _ most: Int,
    into found: inout [SampleStatistics]
  ) {
    var places = self.places(found)
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

  /// Each sample stands for the middle of its part of the shares; between two of them the line is
  /// straight (Hazen's definition).
  private func places(_ found: [SampleStatistics]) -> [Place] {
    var places: [Place] = []
    for (i, statistics) in found.enumerated() where !statistics.isConstant {
      let all = counts.all(i)
      let isMany = statistics.count > Self.many
      for (k, share) in shares.enumerated() {
        let position = share * Double(statistics.count) - 0.5
        let lower = min(max(Int(position.rounded(.down)), 0), statistics.count - 1)
        let upper = position < 0 ? 0 : min(lower + 1, statistics.count - 1)
        for rank in [lower, upper] {
          var below = 0
          for bin in 0..<counts.binCount {
            let here = Int(all[bin])
            if rank < below + here {
              if isMany, isEven(all, bin) { break }
              places.append(
                Place(
                  result: i, share: k,
                  isUpper: places.last.map {
                    !$0.isUpper && $0.result == i && $0.share == k
                  } ?? false, bin: Int32(bin), count: here, rank: rank - below))
              break
            }
            below += here
          }
        }
      }
    }
    return places
  }

  /// From so many samples on a bin that is filled evenly is not looked into: where its samples lie is
  /// known ten times better than the quantile itself.
  static let many = 1 << 22

  /// Whether a bin has about as many as its neighbours, so that no value in it occurs often.
  private func isEven(_ all: [UInt32], _ bin: Int) -> Bool {
    guard bin > 0, bin < all.count - 1 else { return false }
    let here = Double(all[bin])
    let around = (Double(all[bin - 1]) + Double(all[bin + 1])) / 2
    return abs(here - around) <= 6 * here.squareRoot() + 0.02 * here
  }

  /// What one thread has seen of a place.
  final class Seen {
    var values: [Double] = []
    var counts: [Int] = []
    var least = Int64.max
    var greatest = Int64.min
  }

  private final class Search: @unchecked Sendable {
    let wanted: [[UInt8]]
    let bins: UnsafeMutablePointer<Int32>
    let room: UnsafeMutablePointer<Double>
    let seen: [Seen]

    init(_ wanted: [[UInt8]], _ seen: [Seen]) {
      self.wanted = wanted
      self.seen = seen
      bins = .allocate(capacity: SamplePlan.blockSize)
      room = .allocate(capacity: SamplePlan.blockSize)
    }

    deinit {
      bins.deallocate()
      room.deallocate()
    }
  }

  /// One sweep for some places: takes their samples out, or counts them in parts.
  /// - Returns: nil where it was stopped.
  private func look<Columns: SampleColumns>(
    _ columns: Columns, _ sweep: SampleSweep, _ isInterrupted: (Double) -> Bool, _ places: [Place],
    collecting: Bool
  ) -> [Seen]? {
    var wanted: [[UInt8]] = bins.map { _ in [] }
    var ofResult: [[Int]] = bins.map { _ in [] }
    for (k, place) in places.enumerated() {
      if wanted[place.result].isEmpty {
        wanted[place.result] = Array(repeating: 0, count: counts.binCount)
      }
      wanted[place.result][Int(place.bin)] = 1
      ofResult[place.result].append(k)
    }
    let last = Int32(counts.binCount - 1)
    let (states, isWhole) = sweep.run(columns, isInterrupted: isInterrupted) {
      Search(wanted, places.map { _ in Seen() })
    } _: { state, _, _, n, worker in
      for i in bins.indices where !ofResult[i].isEmpty {
        let cells = worker.result(i, n)
        tj_bins(state.bins, cells, n, bins[i].low, bins[i].scale, last)
        let count = tj_collect(state.room, cells, state.bins, state.wanted[i], n)
        if count == 0 { continue }
        tj_bins(state.bins, state.room, count, bins[i].low, bins[i].scale, last)
        for k in ofResult[i] {
          take(places[k], state.seen[k], state.room, state.bins, count, collecting)
        }
      }
    }
    guard isWhole else { return nil }
    return places.indices.map { k in
      let whole = Seen()
      for state in states {
        let part = state.seen[k]
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

  private func take(
    _ place: Place, _ seen: Seen, _ room: UnsafePointer<Double>, _ bins: UnsafePointer<Int32>,
    _ count: Int, _ collecting: Bool
  ) {
    for k in 0..<count where bins[k] == place.bin {
      let order = room[k].order
      if order < place.low || order > place.high { continue }
      if collecting {
        seen.values.append(room[k])
        continue
      }
      if seen.counts.isEmpty { seen.counts = Array(repeating: 0, count: Place.parts) }
      seen.least = min(seen.least, order)
      seen.greatest = max(seen.greatest, order)
      seen.counts[place.part(of: order)] += 1
    }
  }
}

extension OrderStatistics.Place {
  static let parts = 4096

  /// The width of a part, as a power of two.
  private var shift: UInt64 {
    let width = UInt64(bitPattern: high &- low)
    return UInt64(max(64 - width.leadingZeroBitCount - 12, 0))
  }

  func part(of order: Int64) -> Int { Int(UInt64(bitPattern: order &- low) >> shift) }

  /// Goes on in the part that holds the rank.
  mutating func narrow(_ seen: OrderStatistics.Seen) {
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
