/// Sums up a line of numbers some at a time: what `Lines.reduce` does with all of them at once.
struct LineFold {
  private(set) var count = 0
  private(set) var first = Double.nan
  private(set) var last = Double.nan
  private var sum = 0.0
  /// what the additions have lost
  private var lost = 0.0
  private var least = Double.infinity
  private var most = -Double.infinity
  /// the first number that stands for a fault
  private(set) var fault: Double?

  mutating func add(_ line: [Double]) {
    guard let head = line.first, let tail = line.last else { return }
    if count == 0 { first = head }
    last = tail
    count += line.count
    if fault != nil { return }
    var (sum, lost, least, most) = (self.sum, self.lost, self.least, self.most)
    for value in line {
      if value.isNaN {
        fault = value
        return
      }
      let next = sum + value
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
      if value < least { least = value }
      if value > most { most = value }
    }
    (self.sum, self.lost, self.least, self.most) = (sum, lost, least, most)
  }

  mutating func add(_ value: Double) {
    if count == 0 { first = value }
    last = value
    count += 1
    if fault != nil { return }
    if value.isNaN {
      fault = value
      return
    }
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
    least = min(least, value)
    most = max(most, value)
  }

  /// Not for what needs the whole line.
  func result(_ reduction: Reduction) -> Double {
    switch reduction {
    case .first: return first
    case .last: return last
    default: break
    }
    if let fault { return fault }
    switch reduction {
    case .sum, .count: return sum + lost
    case .mean: return count == 0 ? .nan : (sum + lost) / Double(count)
    case .min: return count == 0 ? .nan : least
    case .max: return count == 0 ? .nan : most
    case .first, .last, .argmin, .argmax, .median: return .nan
    }
  }
}
