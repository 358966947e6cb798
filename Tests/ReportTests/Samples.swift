import Syntax
import Units

@testable import Engine
@testable import Report

/// Values built by hand: what the engine would hand over.
struct Samples {
  let units = UnitTable()

  /// `J/t`, `kWh/Mt`: unit names with at most one slash.
  func unit(_ text: String) -> Unit {
    let parts = text.split(separator: "/").compactMap { units.unit(named: Name(String($0))) }
    switch parts.count {
    case 0: return .one
    case 1: return parts[0]
    default: return units.quotient(parts[0], parts[1])
    }
  }

  /// Numbers given in the unit, held in base units.
  func value(_ numbers: [Double], _ unitText: String = "", along axes: [Axis] = []) -> Value {
    let unit = unit(unitText)
    let factor = units.factor(of: unit)
    let offset = units.offset(of: unit)
    return Value(
      axes: axes, cells: .numbers(numbers.map { $0 * factor + offset }),
      dimension: units.dimension(of: unit), unit: unit)
  }

  func value(_ number: Double, _ unitText: String = "") -> Value { value([number], unitText) }

  /// A value whose unit was asked for with `->`.
  func pinned(_ numbers: [Double], _ unitText: String, along axes: [Axis] = []) -> Value {
    var value = value(numbers, unitText, along: axes)
    value.isPinned = true
    return value
  }

  func bracket(
    _ low: [Double], _ high: [Double], _ unitText: String = "", best: [Double]? = nil,
    along axes: [Axis] = []
  ) -> Value {
    let middle = zip(low, high).map { ($0 + $1) / 2 }
    var value = value(best ?? middle, unitText, along: axes)
    let factor = units.factor(of: value.unit)
    value.low = low.map { $0 * factor }
    value.high = high.map { $0 * factor }
    value.hasBest = best != nil
    return value
  }

  func truth(_ truths: [Value.Truth], along axes: [Axis] = []) -> Value {
    Value(axes: axes, cells: .truths(truths), dimension: .none, unit: .one)
  }

  func text(_ texts: [String], along axes: [Axis] = []) -> Value {
    Value(axes: axes, cells: .texts(texts), dimension: .none, unit: .one)
  }

  func axis(_ name: String?, _ labels: [Double], _ unitText: String = "") -> Axis {
    let unit = unit(unitText)
    return Axis(
      name: name.map { Name($0) },
      labels: .numbers(labels.map { $0 * units.factor(of: unit) }, unit))
  }

  func axis(_ name: String?, texts: [String]) -> Axis {
    Axis(name: name.map { Name($0) }, labels: .texts(texts))
  }

  func table(_ columns: [(String, Value)], along axes: [Axis], format: String? = nil) -> Outcome {
    .table(
      Table(
        columns: columns.map { Table.Column(title: $0.0, value: $0.1) }, axes: axes,
        format: format))
  }

  /// What the outcomes print, one after another.
  func render(
    _ outcomes: Outcome..., as format: Format = .text, settings: Settings = Settings()
  ) -> String {
    var renderer = Renderer(format, settings: settings)
    var out: [UInt8] = []
    for outcome in outcomes { renderer.render(outcome, units: units, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  func render(_ value: Value, name: String? = nil, digits: Int = 6) -> String {
    render(.value(name: name, value), settings: Settings(digits: digits))
  }
}

/// A problem that no room has words for: they are made from its identifier.
struct PlainProblem: Problem {
  var id: String
}
