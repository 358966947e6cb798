import Syntax

/// Sums and integrals of groups of cells, some rows at a time.
struct GroupFold {
  /// By what rows are told apart: nothing, a number or a text.
  enum Keys {
    case none
    case numbers([Double])
    case texts([String])
  }

  /// Where the cells of an integral stand, and in which rows of the table and lines of its text.
  struct Places {
    var times: [Double]
    var rows: [Int]
    var lines: [Int]
  }

  /// One cell of an integral.
  struct Reading {
    var time: Double
    var value: Double
    var row: Int
    var line: Int
  }

  /// Two readings between which there is no area.
  struct Wrong: Error {
    enum Kind { case sameTime, goesBack, gap }
    var kind: Kind
    var group: Int
    var before: Reading
    var after: Reading
  }

  /// What a group has come to so far.
  private struct State {
    var line = LineFold()
    /// where all cells of a group are needed
    var all: [Double] = []
    /// the one before, while something is integrated
    var before: Reading?
  }

  private let grouping: Grouping
  /// the longest step that is allowed
  private let gap: Double?
  private var states: [State] = []
  private var ofNumber: [Double: Int] = [:]
  private var ofText: [String: Int] = [:]
  /// the groups in the order of their first rows
  private(set) var numbers: [Double] = []
  private(set) var texts: [String] = []

  init(_ grouping: Grouping, gap: Double?) {
    self.grouping = grouping
    self.gap = gap
    if grouping.groups == nil { states = [State()] }
  }

  /// - Parameter places: of an integral, where the cells stand.
  mutating func add(_ values: [Double], keys: Keys, places: Places?) throws(Wrong) {
    for i in values.indices {
      let group: Int
      switch keys {
      case .none: group = 0
      case .numbers(let keys): group = number(of: keys[i])
      case .texts(let keys): group = number(of: keys[i])
      }
      if let places {
        let reading = Reading(
          time: places.times[i], value: values[i], row: places.rows[i], line: places.lines[i])
        try integrate(reading, group)
      } else {
        states[group].line.add(values[i])
        if case .reduce(.median) = grouping.operation { states[group].all.append(values[i]) }
      }
    }
  }

  private mutating func integrate(_ reading: Reading, _ group: Int) throws(Wrong) {
    if states[group].line.fault != nil { return }
    let value = reading.value
    guard let before = states[group].before, !value.isNaN else {
      states[group].before = reading
      // a single row has no area below it
      states[group].line.add(value.isNaN ? value : 0)
      return
    }
    let step = reading.time - before.time
    if !(step > 0) || step > gap ?? .infinity {
      let kind: Wrong.Kind = step == 0 ? .sameTime : step < 0 ? .goesBack : .gap
      throw Wrong(kind: kind, group: group, before: before, after: reading)
    }
    states[group].line.add(step * (before.value / 2 + value / 2))
    states[group].before = reading
  }

  /// Few groups are looked through, many are looked up.
  private mutating func number(of key: Double) -> Int {
    if numbers.count <= 16 {
      for i in numbers.indices where numbers[i] == key { return i }
    } else if let known = ofNumber[key] {
      return known
    }
    ofNumber[key] = numbers.count
    numbers.append(key)
    states.append(State())
    return numbers.count - 1
  }

  private mutating func number(of key: String) -> Int {
    if texts.count <= 16 {
      for i in texts.indices where texts[i] == key { return i }
    } else if let known = ofText[key] {
      return known
    }
    ofText[key] = texts.count
    texts.append(key)
    states.append(State())
    return texts.count - 1
  }

  /// One value for each group.
  var results: [Double] {
    states.map { state in
      switch grouping.operation {
      case .integrate: state.line.result(.sum)
      case .spread: .nan
      case .reduce(.median): Lines.reduce(state.all, .median)
      case .reduce(let reduction): state.line.result(reduction)
      }
    }
  }
}
