import Units

/// Factors by which calculations in this field are off when a unit was slipped: told when a check
/// fails by just that much.
public enum KnownRatio: String, Sendable, CaseIterable {
  /// MJ against kWh; J/token against kWh per million tokens
  case joulesAndWattHours
  /// multiplied by 3.6 where it should be divided
  case joulesTheWrongWay
  case secondsOfAnHour, hoursOfADay, hoursOfAYear
  case thousand, million, billion
  case bitsAndBytes
  case kibi, mebi, gibi, tebi
  case percent
  /// peak rates with sparsity are twice the dense ones; told of rates of operations only
  case sparsity

  public var value: Double {
    switch self {
    case .joulesAndWattHours: 3.6
    case .joulesTheWrongWay: 12.96
    case .secondsOfAnHour: 3600
    case .hoursOfADay: 24
    case .hoursOfAYear: 8766
    case .thousand: 1e3
    case .million: 1e6
    case .billion: 1e9
    case .bitsAndBytes: 8
    case .kibi: 1.024
    case .mebi: 1.048576
    case .gibi: 1.073741824
    case .tebi: 1.099511627776
    case .percent: 100
    case .sparsity: 2
    }
  }

  /// Dimensions of which it is told; nil: of all.
  var dimensions: [String]? {
    switch self {
    case .bitsAndBytes, .kibi, .mebi, .gibi, .tebi: ["information", "information/time"]
    case .sparsity: ["FLOP/time"]
    case .joulesAndWattHours, .joulesTheWrongWay: ["energy", "energy/token", "energy/request"]
    case .percent: ["a plain number"]
    default: nil
    }
  }

  /// How near a ratio must be, relative.
  static let tolerance = 1e-3
}
