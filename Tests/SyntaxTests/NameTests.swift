import Syntax
import Testing

@Suite("Names by their beginning")
struct NameTests {
  static let texts = [
    "v", "v7", "V7", "v77", "v7700", "v770000", "v7700000", "v77000000", "V77000000", "großes",
    "Größe",
    "µx", "jt", "JT", "power_of_a_node", "Power_of_a_node", "power", "é", "v_7",
  ]

  @Test(
    "as texts have it, else in any case",
    arguments: [
      "v", "v77", "V77", "v7700000", "v77000000", "V770000000", "po", "POWER_of", "GRÖ", "gro",
      "µ", "É", "pOWER", "jT", "w",
    ])
  func beginning(word: String) {
    let exact = Self.texts.filter { $0.hasPrefix(word) }
    let any = Self.texts.filter { $0.lowercased().hasPrefix(word.lowercased()) }
    let found = Name.beginning(with: word, among: Self.texts.map { Name($0) }).map(\.text)
    #expect(found == (exact.isEmpty ? any : exact))
  }
}
