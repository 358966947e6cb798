/// The cells of a block: one each, or one that stands for all of them.
struct BlockRegister {
  var cells: UnsafeMutablePointer<Double>
  /// 1, or 0 where one stands for all
  var step: Int

  subscript(_ i: Int) -> Double { cells[i &* step] }
}

/// An input on its way through the blocks.
struct BlockLoad {
  let cells: UnsafePointer<Double>
  var walk: Walk
  let register: Int
  let scratch: UnsafeMutablePointer<Double>

  /// The next cells: where they are if they lie in one run, else copied.
  mutating func next(_ n: Int) -> BlockRegister {
    if walk.run >= n, walk.step <= 1 {
      let register = BlockRegister(
        cells: UnsafeMutablePointer(mutating: cells + walk.offset), step: walk.step)
      walk.advance(by: n)
      return register
    }
    var filled = 0
    while filled < n {
      let count = min(walk.run, n - filled)
      let (from, to) = (cells + walk.offset, scratch + filled)
      switch walk.step {
      case 0: to.update(repeating: from.pointee, count: count)
      case 1: to.update(from: from, count: count)
      default: for k in 0..<count { to[k] = from[k * walk.step] }
      }
      walk.advance(by: count)
      filled += count
    }
    return BlockRegister(cells: scratch, step: 1)
  }
}
