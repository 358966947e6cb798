/// Who uses a name: most names few, some a hundred thousand.
///
/// A list, and where it is long also the place of each in it: taking one out puts the last in its place.
struct Users {
  private(set) var all: [Reference] = []
  private var places: [Reference: Int] = [:]

  private static let few = 16

  mutating func insert(_ user: Reference) {
    if places.isEmpty {
      if all.contains(user) { return }
      if all.count < Self.few { return all.append(user) }
      for (place, user) in all.enumerated() { places[user] = place }
    }
    if places[user] != nil { return }
    places[user] = all.count
    all.append(user)
  }

  mutating func remove(_ user: Reference) {
    guard let place = places.isEmpty ? all.firstIndex(of: user) : places[user] else { return }
    let last = all.removeLast()
    if place < all.count { all[place] = last }
    if places.isEmpty { return }
    places[last] = place
    places[user] = nil
  }
}
