/// Cells along axes, the last axis varying fastest: what every formula comes to.
///
/// The element is a `Double` in base units (truths are 1 and 0), a `Dual` while an exact range is
/// looked for, or a `String`.
struct Column<Element> {
  var axes: [Axis]
  var cells: [Element]
  /// The records that the cells are the plain values of, if they are: `h100_sxm`, `h100_pcie`.
  var records: [String]?

  init(axes: [Axis], cells: [Element], records: [String]? = nil) {
    self.axes = axes
    self.cells = cells
    self.records = records
  }

  init(_ single: Element) {
    self.init(axes: [], cells: [single])
  }

  /// How far apart two cells are that differ by one step along each axis.
  var strides: [Int] {
    var strides = Array(repeating: 1, count: axes.count)
    for i in axes.indices.dropLast().reversed() {
      strides[i] = strides[i + 1] * axes[i + 1].count
    }
    return strides
  }

  func index(of axis: Axis) -> Int? { axes.firstIndex { $0 === axis } }

  func map<Other>(_ transform: (Element) -> Other) -> Column<Other> {
    Column<Other>(axes: axes, cells: cells.map(transform))
  }

  /// The cells at one position of an axis; the axis is gone then.
  func picking(_ position: Int, along axis: Int) -> Column {
    let inner = strides[axis]
    let count = axes[axis].count
    var picked: [Element] = []
    picked.reserveCapacity(cells.count / max(count, 1))
    var start = position * inner
    while start < cells.count {
      picked.append(contentsOf: cells[start..<(start + inner)])
      start += inner * count
    }
    var rest = axes
    rest.remove(at: axis)
    let kept = records.flatMap { $0.count == count && axes.count == 1 ? [$0[position]] : nil }
    return Column(axes: rest, cells: picked, records: kept)
  }

  /// The cells at some positions of an axis, along a new axis in its place. Where it varies along that
  /// one already, each label of it meets its own: the diagonal.
  func selecting(_ positions: [Int], along axis: Int, as newAxis: Axis) -> Column {
    let inner = strides[axis]
    let outer = inner * axes[axis].count
    var chosen: [Element] = []
    chosen.reserveCapacity(cells.count / max(axes[axis].count, 1) * positions.count)
    for start in stride(from: 0, to: cells.count, by: max(outer, 1)) {
      for position in positions {
        let first = start + position * inner
        chosen.append(contentsOf: cells[first..<(first + inner)])
      }
    }
    var changed = axes
    changed[axis] = newAxis
    let kept = records.flatMap { all in
      axes.count == 1 ? positions.map { all[$0] } : nil
    }
    let selected = Column(axes: changed, cells: chosen, records: kept)
    guard let same = axes.firstIndex(where: { $0 === newAxis }), same != axis else {
      return selected
    }
    return selected.diagonal(of: axis, with: same)
  }

  /// The cells that stand at the same place of two axes of equal length; the first axis is gone then.
  private func diagonal(of first: Int, with second: Int) -> Column {
    var left = axes
    left.remove(at: first)
    let (all, strides) = (self.strides, Column(axes: left, cells: []).strides)
    let count = left.reduce(1) { $0 * $1.count }
    let chosen = (0..<count).map { cell in
      var place = 0
      for (axis, stride) in strides.enumerated() {
        let old = axis < first ? axis : axis + 1
        let position = cell / stride % left[axis].count
        place += position * (old == second ? all[old] + all[first] : all[old])
      }
      return cells[place]
    }
    return Column(axes: left, cells: chosen)
  }

  /// Every line of cells along one axis becomes one cell.
  func reducing<Other>(along axis: Int, _ reduce: ([Element]) -> Other) -> Column<Other> {
    let inner = strides[axis]
    let count = axes[axis].count
    var reduced: [Other] = []
    reduced.reserveCapacity(cells.count / max(count, 1))
    var line: [Element] = []
    line.reserveCapacity(count)
    for start in stride(from: 0, to: cells.count, by: max(inner * count, 1)) {
      for offset in 0..<inner {
        line.removeAll(keepingCapacity: true)
        for k in 0..<count { line.append(cells[start + offset + k * inner]) }
        reduced.append(reduce(line))
      }
    }
    var rest = axes
    rest.remove(at: axis)
    return Column<Other>(axes: rest, cells: reduced)
  }

  /// Every line of cells along one axis is replaced by another of a stated length.
  func mappingLines(along axis: Int, to newAxis: Axis, _ transform: ([Element]) -> [Element])
    -> Column
  {
    let inner = strides[axis]
    let count = axes[axis].count
    let newCount = newAxis.count
    guard let filler = cells.first else { return self }
    var mapped = Array(repeating: filler, count: cells.count / max(count, 1) * newCount)
    var block = 0
    for start in stride(from: 0, to: cells.count, by: max(inner * count, 1)) {
      for offset in 0..<inner {
        let line = transform((0..<count).map { cells[start + offset + $0 * inner] })
        for k in 0..<newCount { mapped[block * inner * newCount + offset + k * inner] = line[k] }
      }
      block += 1
    }
    var changed = axes
    changed[axis] = newAxis
    return Column(axes: changed, cells: mapped)
  }

  /// The same values along more axes, or the same axes in another order.
  func spread(over wanted: [Axis]) -> Column {
    if wanted.count == axes.count, zip(wanted, axes).allSatisfy({ $0 === $1 }) { return self }
    var walk = Walk(over: wanted, in: self)
    let total = wanted.reduce(1) { $0 * $1.count }
    var spreadCells: [Element] = []
    spreadCells.reserveCapacity(total)
    while spreadCells.count < total {
      let run = walk.run
      switch walk.step {
      case 0: spreadCells.append(contentsOf: repeatElement(cells[walk.offset], count: run))
      case 1: spreadCells.append(contentsOf: cells[walk.offset..<(walk.offset + run)])
      default: for k in 0..<run { spreadCells.append(cells[walk.offset + k * walk.step]) }
      }
      walk.advance(by: run)
    }
    return Column(axes: wanted, cells: spreadCells)
  }
}

/// Walks over the cells of some axes in order and says where the cell of a column with fewer or
/// reordered axes lies: runs of cells that lie equally far apart, one behind the other.
struct Walk {
  private(set) var offset = 0
  /// how far the next cell of this run lies from this one: 0 where the column does not vary
  let step: Int
  /// along the last, which the runs go along, and the outer ones
  private var position: [Int]
  private var counts: [Int] = []
  private var steps: [Int] = []

  init<Element>(over wanted: [Axis], in column: Column<Element>) {
    let strides = column.strides
    for axis in wanted where axis.count != 1 {
      let step = column.index(of: axis).map { strides[$0] } ?? 0
      // neighbours that one step leads through are one
      if let outer = steps.indices.last, steps[outer] == step * axis.count {
        steps[outer] = step
        counts[outer] *= axis.count
      } else {
        steps.append(step)
        counts.append(axis.count)
      }
    }
    if counts.isEmpty { (counts, steps) = ([1], [0]) }
    step = steps[steps.count - 1]
    position = Array(repeating: 0, count: counts.count)
  }

  /// How many cells a run has.
  var line: Int { counts[counts.count - 1] }

  /// How many cells are left of this run, this one among them.
  var run: Int { counts[counts.count - 1] - position[counts.count - 1] }

  /// Goes to a cell, counted along the axes that are walked over.
  mutating func move(to cell: Int) {
    var rest = cell
    offset = 0
    for i in counts.indices.reversed() {
      position[i] = i == 0 ? rest : rest % counts[i]
      rest /= counts[i]
      offset += position[i] * steps[i]
    }
  }

  /// Goes on by some cells, at most to the end of the run.
  mutating func advance(by n: Int = 1) {
    var i = counts.count - 1
    position[i] += n
    offset += n * step
    while i > 0, position[i] == counts[i] {
      position[i] = 0
      offset -= steps[i] * counts[i]
      i -= 1
      position[i] += 1
      offset += steps[i]
    }
  }
}
