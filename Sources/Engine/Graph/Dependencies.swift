import EnergyCore
import Syntax

/// What an expression rests on, down to the last figure: every definition, function and catalog
/// figure on the way, each once, with the numbers that are written in it.
///
/// ```
/// jt = node / tput; node = 4 * h100_sxm * 1.1; tput = 319.8 t/s
/// // jt → node, tput; node → h100_sxm, with the numbers 4 and 1.1; tput is a leaf
/// ```
///
/// Item 0 is the expression itself. Built by `DependencyWalk`, which says how names are found.
final class Dependencies {
  enum Subject {
    case expression
    case definition(Node)
    case function(Function)
    /// one figure of a catalog row; the field is the plain one where none was named
    case figure(Catalog.Entry, field: String)
    /// `const.c`
    case constant(String)
    /// nobody has defined it
    case missing
  }

  /// A number as it is written: `319.8 t/s`, `1 ± 10%`, `capacity = 4.18 kJ/(kg K)`.
  struct Number {
    var text: String
    var place: Place
  }

  struct Item {
    let subject: Subject
    /// `node`, `h100_sxm.memory`, `f`
    let name: String
    /// made by a `with` inside a formula, not by the statement or the session
    let isInner: Bool
    /// in the order in which they are written
    fileprivate(set) var children: [Int] = []
    fileprivate(set) var numbers: [Number] = []
    /// whether a child stands in it by its value, and not for its labels alone
    fileprivate(set) var holdsNames = false
    /// used for its value somewhere, and not for its labels alone
    fileprivate(set) var isUsed = false
  }

  private(set) var items: [Item] = []
  /// worlds of inner overrides, which nobody else keeps
  private var worlds: [World] = []

  private enum Key: Hashable {
    case object(ObjectIdentifier, in: ObjectIdentifier?)
    case figure(String)
    case missing(String)
  }
  private struct Edge: Hashable {
    var from: Int
    var to: Int
  }
  private struct Spot: Hashable {
    var item: Int
    var source: ObjectIdentifier
    var span: Span
  }
  private var indices: [Key: Int] = [:]
  private var edges: Set<Edge> = []
  private var spots: Set<Spot> = []

  init() {
    items.append(Item(subject: .expression, name: "", isInner: false))
  }

  func keep(_ world: World) { worlds.append(world) }

  // MARK: items

  func index(of node: Node, isInner: Bool) -> Int {
    index(.object(ObjectIdentifier(node), in: nil)) {
      Item(subject: .definition(node), name: node.name.text, isInner: isInner)
    }
  }

  /// A function is another item in each world, since its names may mean something else there.
  func index(of function: Function, in world: World) -> Int {
    index(.object(ObjectIdentifier(function), in: ObjectIdentifier(world))) {
      Item(subject: .function(function), name: function.definition.name.text, isInner: false)
    }
  }

  /// - Parameter field: nil for the plain value.
  func index(of entry: Catalog.Entry, field: String?) -> Int {
    let isPlain = field == nil || field == entry.plainField
    let name = isPlain ? entry.id : "\(entry.id).\(field ?? "")"
    return index(.figure(name)) {
      Item(
        subject: .figure(entry, field: field ?? entry.plainField), name: name, isInner: false)
    }
  }

  func index(ofConstant name: String) -> Int {
    index(.figure(name)) { Item(subject: .constant(name), name: name, isInner: false) }
  }

  func index(ofMissing name: String) -> Int {
    index(.missing(name)) { Item(subject: .missing, name: name, isInner: false) }
  }

  private func index(_ key: Key, _ make: () -> Item) -> Int {
    if let known = indices[key] { return known }
    indices[key] = items.count
    items.append(make())
    return items.count - 1
  }

  // MARK: what stands in them

  /// - Parameter isLabels: the child stands there for its labels alone: after `over`, in `[batch = 8]`.
  func connect(_ from: Int, _ to: Int, isLabels: Bool) {
    if edges.insert(Edge(from: from, to: to)).inserted { items[from].children.append(to) }
    if isLabels { return }
    items[from].holdsNames = true
    items[to].isUsed = true
  }

  /// What a `solve` looks for stands in the item, which is no assumption then.
  func noteUnknown(in item: Int) { items[item].holdsNames = true }

  func add(_ number: Number, to item: Int) {
    let spot = Spot(
      item: item, source: ObjectIdentifier(number.place.source), span: number.place.span)
    if spots.insert(spot).inserted { items[item].numbers.append(number) }
  }

  // MARK: asking

  /// Whether an item is an assumption: a definition whose formula holds no names, or a figure.
  func isLeaf(_ index: Int) -> Bool {
    let item = items[index]
    switch item.subject {
    case .definition: return !item.holdsNames
    case .figure, .constant: return true
    case .expression, .function, .missing: return false
    }
  }

  /// Every item, in the order of reading: what stands in a formula before what stands beside it.
  /// - Complexity: linear in items and edges; no recursion, since chains may be long.
  var inOrder: [Int] {
    var order: [Int] = []
    var seen = Array(repeating: false, count: items.count)
    var stack = [0]
    while let next = stack.popLast() {
      if seen[next] { continue }
      seen[next] = true
      order.append(next)
      stack.append(contentsOf: items[next].children.reversed())
    }
    return order
  }

  /// The items in which each one stands.
  var users: [[Int]] {
    var users: [[Int]] = Array(repeating: [], count: items.count)
    for index in inOrder {
      for child in items[index].children { users[child].append(index) }
    }
    return users
  }
}
