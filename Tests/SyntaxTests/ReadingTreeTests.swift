import Testing

@testable import Syntax

/// The tree below a bracketed line.
struct ReadingTreeTests {
  /// `divide(name number)`, roles before a colon.
  private func shape(_ text: String) -> String {
    var parser = Parser(SourceText(name: "test", text: text), units: SomeUnits())
    guard case .statement(let statement) = parser.next() else { return "unread" }
    return shape(ReadingTree(statement))
  }

  private func shape(_ tree: ReadingTree) -> String {
    let role = tree.role.isEmpty ? "" : "\(tree.role):"
    let parts = tree.parts.map(shape).joined(separator: " ")
    return role + tree.kind + (parts.isEmpty ? "" : "(\(parts))")
  }

  private final class SomeUnits: UnitNames {
    func isUnit(_ name: Name) -> Bool { ["t", "s", "kW", "h", "J"].contains(name.text) }
  }

  @Test(arguments: [
    ("node / 319.8 t/s", "divide(name number)"),
    ("a + b * c", "add(name multiply(name name))"),
    ("4 card", "multiply(number name)"),
    ("-x^2", "negate(power(name number))"),
    ("jt -> J/t with node = 2 kW", "what-if(convert(name) node =:number)"),
    ("if a < b then 1 else 2", "if(compare(name name) then:number else:number)"),
    ("1 kW..2 kW..3 kW", "bracket(low:number best:number high:number)"),
    ("sum(x over b)", "call(name)"), ("f(x, rate = 2)", "call(name rate =:number)"),
    ("x[b = 8]", "pick(name b =:number)"), ("[1: 2, 3: 4] kW over b", "list(1::number 3::number)"),
    ("(3 + 4) kW", "group(add(number number))"),
    ("x = a where a = 2", "definition(name a =:number)"),
    ("table a, b under worst", "what-if(statement(name name) under:name)"),
    ("solve a == 2 for x from 1..3", "solve(name ==:number from:bracket(low:number high:number))"),
    ("a ~= b within rounding", "approximately(name name within:word)"),
  ])
  func `the parts of a line`(_ text: String, _ expected: String) {
    #expect(shape(text) == expected)
  }

  @Test func `each unit once, in the order of the text`() {
    var parser = Parser(
      SourceText(name: "test", text: "3 kW / 2 t/s + 5 kW -> J/t"), units: SomeUnits())
    guard case .statement(let statement) = parser.next() else { return }
    #expect(ReadingTree(statement).unitsRead.map(Reading.unit) == ["kW", "t/s", "J/t"])
  }
}
