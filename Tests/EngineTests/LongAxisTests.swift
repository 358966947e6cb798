import Testing

/// Long lists and large tables run in blocks, in parts and on several threads: what they come to is
/// what each cell would come to by itself, to the last bit.
struct LongAxisTests {
  static let two = "a = steps(1, 700, 1); b = steps(1, 900, 1)"

  /// 1 + 2 + … + n
  static func triangle(_ n: Int) -> Int { n * (n + 1) / 2 }

  @Test func `a long list is worked out to its end`() {
    let n = 1_000_003
    let total = 3 * (2 * Self.triangle(n) + n) - 5 * n
    let list = "x = steps(1, \(n), 1); y = (x * 2 + 1) * 3 - 5"
    shows("sum(y) - \(total)", after: list, as: "0")
    shows("last(y) - \(6 * n - 2)", after: list, as: "0")
    shows("y[x = 500_001] - 3_000_004", after: list, as: "0")
  }

  @Test func `a table is the same in any order of its axes`() {
    let total = Self.triangle(700) * Self.triangle(900)
    shows("sum(a * b) - \(total)", after: Self.two, as: "0")
    shows("sum(abs(a * b - b * a))", after: Self.two, as: "0")
    shows("sum(abs((a - b) + (b - a)))", after: Self.two + "; u = a - b; v = b - a", as: "0")
    shows("sum(abs(u - v * -1))", after: Self.two + "; u = a - b; v = b - a", as: "0")
    shows("sum(u over a)[b = 3] - 243_250", after: Self.two + "; u = a - b", as: "0")
  }

  @Test func `an axis in the middle, short axes, and single labels`() {
    let three = "a = steps(1, 60, 1); b = [1, 2, 3]; c = steps(1, 500, 1); one = [7]"
    let total = 2 * (Self.triangle(60) * 1500 + 6 * 60 * 500 + Self.triangle(500) * 180) * 7
    shows("sum((a + b + c) * 2 * one) - \(total)", after: three, as: "0")
    shows("sum(abs((a * c + b) - (b + c * a)))", after: three, as: "0")
    shows("sum(abs(u * b - b * u))", after: three + "; u = c - a", as: "0")
  }

  @Test func `what varies along one axis is worked out along it`() {
    let parts = Self.two + "; k = 3; p = exp(a / 700) + k * 2; q = sqrt(b) / 7 - 1"
    shows("sum(abs((exp(a / 700) + k * 2) * (sqrt(b) / 7 - 1) - p * q))", after: parts, as: "0")
    shows(
      "((exp(a / 700) + k * 2) * (sqrt(b) / 7 - 1))[a = 31, b = 77] - p[a = 31] * q[b = 77]",
      after: parts, as: "0")
    shows("sum(abs((a * 2) / (b * 4) - a / b / 2))", after: Self.two, as: "0")
  }

  @Test func `a fault counts only where its cell is used`() {
    refuses("sum(a / (b - 450))", after: Self.two, as: "division-by-zero")
    refuses("sum(a * 2 / (b - 450) + a * b * 0)", after: Self.two, as: "division-by-zero")
    shows(
      "sum(if b == 450 then 0 else a / (b - 450) * 0 + 1) - \(700 * 899)",
      after: Self.two, as: "0")
    refuses("max(sqrt(x - 5))", after: "x = steps(1, 1_000_000, 1)", as: "not-defined-for")
  }

  @Test func `dividing by two is multiplying by a half`() {
    let list = "x = linspace(1, 3, 100_000) * 1e-300 * 1e-10; y = x / 2; z = x * 0.5"
    shows("sum(abs(y - z))", after: list, as: "0")
  }
}
