/// Values whose axes are the same and stand in another order.
extension Value {
  /// The same with its axes in the order of others, where each of them is met by name and labels: a
  /// learner's session has axes of its own. A value whose axes are not all found stays as it is.
  func aligned(to wanted: [Axis]) -> Value {
    guard axes.count > 1, axes.count == wanted.count else { return self }
    var order: [Int] = []
    for axis in wanted {
      guard let name = axis.name,
        let place = axes.firstIndex(where: { $0.name == name && $0.labels == axis.labels }),
        !order.contains(place)
      else { return self }
      order.append(place)
    }
    guard order != Array(axes.indices) else { return self }
    var strides = Array(repeating: 1, count: axes.count)
    for i in axes.indices.dropLast().reversed() { strides[i] = strides[i + 1] * axes[i + 1].count }
    // where each cell of the new order stands in the old one
    var places = [0]
    for i in order {
      places = places.flatMap { place in (0..<axes[i].count).map { place + $0 * strides[i] } }
    }
    func moved<Cell>(_ cells: [Cell]) -> [Cell] { places.map { cells[$0] } }
    var value = self
    value.axes = order.map { axes[$0] }
    switch cells {
    case .numbers(let numbers): value.cells = .numbers(moved(numbers))
    case .truths(let truths): value.cells = .truths(moved(truths))
    case .texts(let texts): value.cells = .texts(moved(texts))
    }
    value.low = low.map(moved)
    value.high = high.map(moved)
    return value
  }
}
