import Testing

@testable import Syntax

/// What tj prints of its reading reads as the same again, for lines put together by chance.
@Suite struct ReadingLawTests {
  @Test(arguments: 0..<20)
  func `printing then reading gives the same print`(_ seed: Int) {
    var random = Chance(state: UInt64(seed + 1) &* 0x9e37_79b9_7f4a_7c15)
    for _ in 0..<60 {
      let text = random.expression(depth: 4)
      guard case let seen = Seen(text), seen.errors.isEmpty, let reading = seen.readings.first
      else { continue }
      #expect(Seen(reading).readings == [reading], "\(text)")
    }
  }

  /// Numbers and their words stand in odd places of a unit, too.
  @Test(arguments: 0..<20)
  func `a unit printed reads as the same unit`(_ seed: Int) {
    var random = Chance(state: UInt64(seed + 201) &* 0x9e37_79b9_7f4a_7c15)
    var read = 0
    for _ in 0..<100 {
      let text = random.pick(["x -> ", "2 ", "(x) ", "[1, 2] ", "$2.5"]) + random.unit(depth: 3)
      guard case let seen = Seen(text), seen.errors.isEmpty, seen.readings.count == 1 else {
        continue
      }
      read += 1
      let again = Seen(seen.readings[0])
      #expect(again.readings == seen.readings, "\(text)")
      #expect(powers(in: again) == powers(in: seen), "\(text)")
    }
    #expect(read > 20)
  }

  /// Any bytes come to an end, and every place lies in the text.
  @Test(arguments: 0..<20)
  func `scraps of lines end in statements or errors`(_ seed: Int) {
    var random = Chance(state: UInt64(seed + 101) &* 0x9e37_79b9_7f4a_7c15)
    for _ in 0..<60 {
      let text = (0..<12).map { _ in random.pick(Chance.scraps) }.joined(separator: " ")
      let seen = Seen(text, isPrompt: true)
      for diagnostic in seen.errors + seen.notes {
        #expect(diagnostic.place.span.start <= diagnostic.place.span.end, "\(text)")
        #expect(Int(diagnostic.place.span.end) <= text.utf8.count, "\(text)")
      }
    }
  }
}

/// The power of each word and number in the unit of a statement; those that cancel are left out.
private func powers(in seen: Seen) -> [String: Rational] {
  guard case .expression(let expression)? = seen.statements.first?.kind else { return [:] }
  let unit: UnitExpression? =
    switch expression {
    case .convert(_, let unit, _), .united(_, let unit): unit
    case .number(let literal): literal.unit
    case .list(let list): list.unit
    default: nil
    }
  var powers: [String: Rational] = [:]
  for factor in unit?.factors ?? [] {
    let name =
      switch factor.kind {
      case .unit(let name): name.text
      case .number(let value): "\(value)"
      }
    powers[name, default: .zero] = powers[name, default: .zero] + factor.exponent
  }
  return powers.filter { !$0.value.isZero }
}

/// A small repeatable source of chance (xorshift64), and lines made with it.
private struct Chance {
  var state: UInt64

  mutating func below(_ n: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % n
  }

  mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

  mutating func expression(depth: Int) -> String {
    guard depth > 0 else {
      return pick([
        "x", "node", "3", "2.5 kW", "319.8 t/s", "$0.12/kWh", "5%", "-5 °C", "10^6 t", "million",
        "2 x", "grid.FRA", "1.30 $/gpu h", "\"a {x:.2f}\"", "?", "1..3 kW", "20 kW ± 10%",
      ])
    }
    let a = expression(depth: depth - 1)
    let b = expression(depth: depth - 1)
    switch below(14) {
    case 0: return "\(a) + \(b)"
    case 1: return "\(a) - \(b)"
    case 2: return "(\(a)) * (\(b))"
    case 3: return "(\(a)) / \(b)"
    case 4: return "(\(a))^(\(b))"
    case 5: return "-(\(a))"
    case 6: return "if \(a) < \(b) then \(a) else \(b)"
    case 7: return "f(\(a), rate = \(b))"
    case 8: return "[\(a), \(b)] over q"
    case 9: return "(\(a))..(\(b))"
    case 10: return "(\(a) -> kWh/million t)"
    case 11: return "((\(a)) with x = \(b), y = 2)"
    case 12: return "sum(\(a) over q)[q = 2, x < \(b)]"
    default: return "not (\(a) and \(b) or \(a) ~= \(b) within 1%)"
    }
  }

  /// A unit as a person might write it, in a literal or behind `->`: some are refused there.
  mutating func unit(depth: Int) -> String {
    let power = pick(["", "", "", "^2", "^-1", "^(1/2)", "^0", "²"])
    guard depth > 0 else {
      return pick(["kWh", "t", "m", "s", "million t", "hundred km", "100 km", "2", "$", "million"])
        + power
    }
    let a = unit(depth: depth - 1)
    switch below(6) {
    case 0: return a
    case 1: return "(\(a))" + power
    case 2: return "\(a)/\(unit(depth: depth - 1))"
    case 3: return "\(a)/(\(unit(depth: depth - 1)))" + power
    case 4: return "\(a)*\(unit(depth: depth - 1))"
    default: return "\(a) \(unit(depth: depth - 1))"
    }
  }

  static let scraps = [
    "a", "x", "f(", "t", "kW", "%", "$", "°C", "1", "2.5", "(", ")", "[", "]", "{", "}", ",", ":",
    "=", ":=", "==", "<", "~=", "within", "+", "-", "*", "/", "^", "..", "±", "as", "over", "->",
    "per", "not", "if", "then", "else", "where", "with", "under", "solve", "for", "million", "²",
    "?", "\"", "\"s {", ".", "table", "explain", "depth", "unit", "scenario", "use", "\n", ";",
    "#", "## d", "5.", "16k", "1,500", "–", "\"\"\"",
  ]
}
