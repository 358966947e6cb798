import Glibc
import Syntax

/// `why jt under worst`: the reasons of a difference.
extension Session {
  ///
  /// Of distributions the medians are explained, all on common samples.
  func why(_ expression: Expression, isFactor: Bool, _ statement: Statement) throws(Diagnostic) {
    try checkFormat(statement)
    let sides = try sides(expression, statement)
    let mixing = Mixing(session: self, sides: sides, expression: expression, statement: statement)
    let ends = [try mixing.formula([]), try mixing.formula(Set(sides.names))]
    try evaluator.sampled(ends) { () throws(Diagnostic) in
      try why(expression, isFactor: isFactor, statement, sides, mixing)
    }
  }

  private func why(
    _ expression: Expression, isFactor: Bool, _ statement: Statement, _ sides: Sides,
    _ mixing: Mixing
  ) throws(Diagnostic) {
    let place = Place(statement.source, statement.span)
    let text = statement.source.text(of: expression)
    var before = try mixing.value([])
    var after = try mixing.value(Set(sides.names))
    for value in [before, after] {
      guard case .numbers = value.cells else {
        throw Diagnostic(EngineProblem.whyNeedsNumber(text), at: place)
      }
    }
    // labels are matched, not places; where a side has no such label there is nothing to explain
    let axes = joined(before.axes + after.axes)
    before = spread(before, over: axes)
    after = spread(after, over: axes).snapped(to: before)
    let involved = try mixing.involved()
    guard involved.count < 64 else {
      throw Diagnostic(
        EngineProblem.tooLong(what: "the list of changed inputs", limit: "63 names"), at: place)
    }
    var game = Game(
      names: involved, isFactor: isFactor, axes: axes, mixing: mixing, text: text, place: place)
    let found = try game.parts().withoutRounding
    let ranges =
      before.isBracket || after.isBracket
      ? try ranges(involved, mixing, isFactor: isFactor, axes: axes, place) : nil
    let whole = zip(found.after, found.before).map { $0 - $1 }
    var parts: [Attribution.Part] = []
    for (i, name) in involved.enumerated() {
      var part = Attribution.Part(
        name: name.text, before: try? mixing.value(of: name, []),
        after: try? mixing.value(of: name, Set(sides.names)),
        change: change(
          found.parts[i], like: before, after, isFactor: isFactor,
          range: ranges.flatMap { i < $0.parts.count ? $0.parts[i] : nil }),
        shares: zip(found.parts[i], whole).map { $1 == 0 ? .nan : $0 / $1 },
        errors: found.errors?[i])
      if !isFactor { part.change = part.change.withoutRounding(of: before, after) }
      let isSame = part.before.map(brief) == part.after.map(brief)
      if isSame, found.parts[i].allSatisfy({ $0 == 0 }) { continue }
      parts.append(part)
    }
    parts.sort { size($0, isFactor) > size($1, isFactor) }
    var all = change(whole, like: before, after, isFactor: isFactor, range: ranges?.whole)
    if !isFactor { all = all.withoutRounding(of: before, after) }
    emit(
      .attribution(
        Attribution(
          title: title(expression, statement.source), from: sides.from.title, to: sides.to.title,
          before: before, after: after,
          change: all, parts: parts, isFactor: isFactor, isRanged: ranges != nil,
          format: statement.format?.text)))
  }

  /// The largest part of an input in any cell.
  private func size(_ part: Attribution.Part, _ isFactor: Bool) -> Double {
    guard case .numbers(let cells) = part.change.cells else { return 0 }
    let ends = (part.change.low ?? []) + (part.change.high ?? [])
    let all = cells.contains { isFactor ? $0 != 1 : $0 != 0 } ? cells : ends
    return all.map { isFactor ? abs(Glibc.log($0)) : abs($0) }.max() ?? 0
  }

  /// Numbers as a value, with the ends of a range.
  private func change(
    _ numbers: [Double], like before: Value, _ after: Value, isFactor: Bool, range: Value?
  ) -> Value {
    var change = before
    change.cells = .numbers(isFactor ? numbers.map { exp($0) } : numbers)
    change.low = range?.low
    change.high = range?.high
    change.isOuterBound = range?.isOuterBound ?? false
    change.hasBest = before.hasBest || after.hasBest
    change.record = nil
    change.label = nil
    change.distributed = nil
    change.errors = nil
    change.unit = isFactor ? .one : units.difference(of: before.unit)
    if isFactor { change.dimension = .none }
    return change
  }

  // MARK: the two sides

  /// One side: overrides in layers, the lowest first.
  struct Side {
    struct Layer {
      var changes: [WhatIf.Override]
      var source: SourceText
      var path: String
    }
    var title: String
    var layers: [Layer]
  }

  struct Sides {
    var from: Side
    var to: Side
    /// what `with` overrides on both sides
    var common: [WhatIf.Override]

    /// Every name that a side overrides, in order.
    var names: [Name] {
      var names: [Name] = []
      for change in (from.layers + to.layers).flatMap(\.changes)
      where !names.contains(change.name) {
        names.append(change.name)
      }
      return names
    }
  }

  private func sides(_ expression: Expression, _ statement: Statement) throws(Diagnostic) -> Sides {
    let text = statement.source.text(of: expression)
    let place = Place(statement.source, statement.span)
    guard let whatIf = statement.whatIf, whatIf.scenarios.count <= 2 else {
      throw Diagnostic(EngineProblem.whyNeedsTwo(text), at: place)
    }
    var scenarios = whatIf.scenarios
    if scenarios.isEmpty {
      let layer = Side.Layer(changes: whatIf.overrides, source: statement.source, path: "with")
      // an override that does not matter is an error here as everywhere
      _ = try statementWorld(statement, [expression])
      let title = whatIf.overrides.map {
        "\($0.name.text) = \(statement.source.text(of: $0.value))"
      }
      return Sides(
        from: Side(title: Scenario.base.text, layers: []),
        to: Side(title: title.joined(separator: ", "), layers: [layer]), common: [])
    }
    if scenarios.count == 1 { scenarios.insert((Scenario.base, statement.span), at: 0) }
    for scenario in scenarios {
      _ = try world(
        under: scenario.name, above: world, at: Place(statement.source, scenario.span))
    }
    return Sides(
      from: side(scenarios[0].name), to: side(scenarios[1].name), common: whatIf.overrides)
  }

  private func side(_ name: Name) -> Side {
    var layers: [Side.Layer] = []
    var next: Name? = name
    while let here = next, let scenario = world.scenario(here) {
      layers.insert(
        Side.Layer(
          changes: scenario.overrides, source: scenario.source, path: "under \(here.text)"), at: 0)
      next = scenario.definition.parent
    }
    return Side(title: name.text, layers: layers)
  }
}

/// Worlds between two sides: some names as the second side has them, the others as the first.
final class Mixing {
  let session: Session
  let sides: Session.Sides
  let expression: Expression
  let statement: Statement

  /// The axes that overrides make, so that every world has the same.
  private var axes: [String: Axis] = [:]
  private var made: [(key: String, node: Node)] = []

  init(session: Session, sides: Session.Sides, expression: Expression, statement: Statement) {
    self.session = session
    self.sides = sides
    self.expression = expression
    self.statement = statement
  }

  func world(_ changed: Set<Name>) throws(Diagnostic) -> World {
    var world = session.world
    for (side, isChanged) in [(sides.from, false), (sides.to, true)] {
      for layer in side.layers {
        let changes = layer.changes.filter { changed.contains($0.name) == isChanged }
        if changes.isEmpty { continue }
        world = try session.world(above: world, overriding: changes, layer.source) {
          "\($0.name.text) \(layer.path)"
        }
        for change in changes {
          guard let node = world.node(change.name) else { continue }
          let key = "\(change.name.text) \(layer.path)"
          node.axis = axes[key]
          if node.axis == nil { made.append((key, node)) }
        }
      }
    }
    return try session.world(
      above: world, overriding: sides.common,
      Scope(parent: nil, source: statement.source, path: "with"), restingOn: [expression],
      Numbering())
  }

  func formula(_ changed: Set<Name>) throws(Diagnostic) -> Formula {
    try session.build(expression, statement.source, in: try world(changed))
  }

  func value(_ changed: Set<Name>) throws(Diagnostic) -> Value {
    let value = try session.value(of: try formula(changed))
    for (key, node) in made { if let axis = node.axis { axes[key] = axis } }
    made = []
    return value
  }

  /// What a name means on one side.
  func value(of name: Name, _ changed: Set<Name>) throws(Diagnostic) -> Value {
    let world = try world(changed)
    let span = expression.span
    return try session.value(of: session.build(.name(name, span), statement.source, in: world))
  }

  /// The names that the expression rests on, on either side.
  func involved() throws(Diagnostic) -> [Name] {
    let references = ReferenceCollector.references(of: expression)
    let first = try world([]).closure(of: references)
    let second = try world(Set(sides.names)).closure(of: references)
    return sides.names.filter { first.contains(.value($0)) || second.contains(.value($0)) }
  }
}

/// Shapley values: exact over all subsets for few inputs, over sampled orders for many.
private struct Game {
  static let mostExact = 12
  static let orders = 256

  let names: [Name]
  let isFactor: Bool
  /// along which the parts are told, with the labels of both sides
  let axes: [Axis]
  let mixing: Mixing
  let text: String
  let place: Place
  private var known: [UInt64: [Double]] = [:]
  private var sign: Int?

  init(
    names: [Name], isFactor: Bool, axes: [Axis], mixing: Mixing, text: String,
    place: Place
  ) {
    self.axes = axes
    self.names = names
    self.isFactor = isFactor
    self.mixing = mixing
    self.text = text
    self.place = place
  }

  struct Parts {
    var before: [Double]
    var after: [Double]
    var parts: [[Double]]
    var errors: [[Double]]?

    /// With what is nothing but rounding of the two sides set to 0; of logarithms that is absolute.
    var withoutRounding: Parts {
      var clean = self
      clean.after = zip(after, before).map { $0.snapped(to: $1) }
      for i in parts.indices {
        for k in parts[i].indices {
          let scale = max(abs(before[k]), abs(after[k]))
          if abs(parts[i][k]) <= Double.sideBySide * scale { clean.parts[i][k] = 0 }
        }
      }
      return clean
    }
  }

  mutating func parts() throws(Diagnostic) -> Parts {
    let all = (UInt64(1) << UInt64(names.count)) - 1
    let before = try numbers(0)
    let after = try numbers(all)
    guard names.count <= Self.mostExact else {
      let (parts, errors) = try sampled(count: before.count)
      return Parts(before: before, after: after, parts: parts, errors: errors)
    }
    var parts = Array(repeating: Array(repeating: 0.0, count: before.count), count: names.count)
    let weights = names.indices.map { Session.weight(of: $0, among: names.count) }
    for subset in 0..<(UInt64(1) << names.count) {
      let without = try numbers(subset)
      for i in names.indices where subset & (1 << UInt64(i)) == 0 {
        let with = try numbers(subset | (1 << UInt64(i)))
        let weight = weights[subset.nonzeroBitCount]
        for k in without.indices { parts[i][k] += weight * (with[k] - without[k]) }
      }
    }
    return Parts(before: before, after: after, parts: parts)
  }

  /// Orders and their reverses, drawn always alike; each telescopes, so that the parts sum to the
  /// whole exactly.
  private mutating func sampled(count: Int) throws(Diagnostic) -> ([[Double]], [[Double]]) {
    var sums = Array(repeating: Array(repeating: 0.0, count: count), count: names.count)
    var squares = sums
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pairs = Self.orders / 2
    for _ in 0..<pairs {
      var order = Array(names.indices)
      for i in order.indices.dropFirst().reversed() { order.swapAt(i, random(below: i + 1)) }
      var means = Array(repeating: Array(repeating: 0.0, count: count), count: names.count)
      for order in [order, order.reversed()] {
        var subset: UInt64 = 0
        var last = try numbers(subset)
        for i in order {
          subset |= 1 << UInt64(i)
          let next = try numbers(subset)
          for k in next.indices { means[i][k] += (next[k] - last[k]) / 2 }
          last = next
        }
      }
      for i in names.indices {
        for k in 0..<count {
          sums[i][k] += means[i][k]
          squares[i][k] += means[i][k] * means[i][k]
        }
      }
    }
    let n = Double(pairs)
    let errors = names.indices.map { i in
      (0..<count).map { k in
        sqrt(max(0, squares[i][k] / n - sums[i][k] * sums[i][k] / n / n) / (n - 1))
      }
    }
    return (sums.map { $0.map { $0 / n } }, errors)
  }

  /// The result with a subset of the inputs changed, every bracket at its best guess or middle;
  /// logarithms where factors are asked for.
  private mutating func numbers(_ subset: UInt64) throws(Diagnostic) -> [Double] {
    if let numbers = known[subset] { return numbers }
    if mixing.session.mustStop() { throw Diagnostic(EngineProblem.interrupted, at: place) }
    let changed = Set(names.indices.filter { subset & (1 << UInt64($0)) != 0 }.map { names[$0] })
    let found = try mixing.value(changed)
    guard found.axes.allSatisfy({ axis in axes.contains { $0.name == axis.name } }) else {
      throw Diagnostic(EngineProblem.whyNeedsSameLabels(text), at: place)
    }
    let value = mixing.session.spread(found, over: axes)
    guard case .numbers(let cells) = value.cells else { return [] }
    var numbers = cells
    if isFactor {
      let signs = Set(numbers.filter { !$0.isNaN }.map { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 })
      let before = known[0] == nil ? signs : signs.union([sign ?? 0])
      guard before.count == 1, !before.contains(0) else {
        throw Diagnostic(EngineProblem.sharesNeedOneSign(text), at: place)
      }
      sign = signs.first
      numbers = numbers.map { log(abs($0)) }
    }
    known[subset] = numbers
    return numbers
  }
}
