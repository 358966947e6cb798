import Syntax

/// Sums and integrals of groups of cells, some rows at a time.
struct GroupFold {
  /// By what rows are told apart: nothing, a number or a text.
  enum Keys {
    case none
    case numbers([Double])
    case texts([String])
  }

  /// What a group has come to so far.
  private struct State {
    var line = LineFold()
    /// where all cells of a group are needed
    var all: [Double] = []
    /// the row before, while something is integrated
    var before: (time: Double, value: Double, row: Int)?
  }

  private let grouping: Grouping
  /// the longest step that is allowed
  private let gap: Double?
  private let text: (Double) -> String
  private var states: [State] = []
  private var ofNumber: [Double: Int] = [:]
  private var ofText: [String: Int] = [:]
  /// the groups in the order of their first rows
  private(set) var numbers: [Double] = []
  private(set) var texts: [String] = []
  private var row = 0

  /// - Parameter text: how a place along the second column is written.
  init(_ grouping: Grouping, gap: Double?, text: @escaping (Double) -> String) {
    self.grouping = grouping
    self.gap = gap
    self.text = text
    if grouping.groups == nil { states = [State()] }
  }

  /// - Parameter times: of an integral, where the rows stand.
  mutating func add(_ values: [Double], keys: Keys, times: [Double]) throws(Diagnostic) {
    for i in values.indices {
      let group: Int
      switch keys {
      case .none: group = 0
      case .numbers(let keys): group = number(of: keys[i])
      case .texts(let keys): group = number(of: keys[i])
      }
      row += 1
      if times.isEmpty {
        states[group].line.add(values[i])
        if case .reduce(.median) = grouping.operation { states[group].all.append(values[i]) }
      } else {
        try integrate(values[i], times[i], group)
      }
    }
  }

  private mutating func integrate(_ value: Double, _ time: Double, _ group: Int) throws(Diagnostic)
  {
    if states[group].line.fault != nil { return }
    guard let before = states[group].before, !value.isNaN else {
      states[group].before = (time, value, row)
      // a single row has no area below it
      states[group].line.add(value.isNaN ? value : 0)
      return
    }
    let step = time - before.time
    guard step >= 0 else {
      throw Diagnostic(
        EngineProblem.goesBack(
          from: text(before.time), to: text(time), row: before.row, next: row),
        at: grouping.place)
    }
    if let gap, step > gap {
      throw Diagnostic(
        EngineProblem.gapTooLong(
          gap: text(step), longest: text(gap), from: text(before.time), row: before.row, next: row),
        at: grouping.place)
    }
    states[group].line.add(step * (before.value / 2 + value / 2))
    states[group].before = (time, value, row)
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
