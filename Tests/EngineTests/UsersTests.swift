import Syntax
import Testing

@testable import Engine

/// Who uses a name is a set, however many they are and in whatever order they come and go.
struct UsersTests {
  @Test(arguments: [3, 16, 17, 40])
  func `it holds what a set would`(_ names: Int) {
    var random = SplitMix(UInt64(names))
    var users = Users()
    var wanted: Set<Reference> = []
    for _ in 0..<2_000 {
      let user = Reference.value(Name("user\(random.next() % UInt64(names))"))
      if random.next() % 2 == 0 {
        if wanted.insert(user).inserted { users.insert(user) }
      } else {
        users.remove(user)
        wanted.remove(user)
      }
      #expect(users.all.count == wanted.count)
      #expect(Set(users.all) == wanted)
    }
  }
}
