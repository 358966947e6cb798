/// Who uses a name: most names few, some a hundred thousand.
///
/// A list, in which each stands once: whoever puts one in has taken it out before. From the first that is
/// taken out of a long list on, the place of each is known too: the last comes into its place.
struct Users {
  private(set) var all: [Reference] = []
  private var places: [Reference: Int] = [:]

  private static let few = 16

  mutating func insert(_ user: Reference) {
    if !places.isEmpty { places[user] = all.count }
    all.append(user)
  }

  mutating func remove(_ user: Reference) {
    if places.isEmpty, all.count > Self.few {
      for (place, user) in all.enumerated() { places[user] = place }
    }
    guard let place = places.isEmpty ? all.firstIndex(of: user) : places[user] else { return }
    let last = all.removeLast()
    if place < all.count { all[place] = last }
    if places.isEmpty { return }
    places[last] = place
    places[user] = nil
  }
}
