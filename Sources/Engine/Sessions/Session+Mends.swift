import Syntax
import Units

/// What would make two sides of a mismatch fit: the missing factor, and who in scope has it.
extension Session {
  /// For `a + b` of two dimensions: a product or quotient with a name in scope that fits.
  func mends(
    joining left: Dimension, _ a: String, with right: Dimension, _ b: String, op: String,
    _ scope: Scope, _ world: World
  ) -> [String] {
    var mends: [String] = []
    for (from, text, to, other) in [(right, b, left, a), (left, a, right, b)] {
      for name in names(of: units.quotient(from, to), world, except: [text, other]).prefix(2) {
        mends.append("`\(bracketed(text)) / \(name)` is \(units.name(of: to)), like `\(other)`")
      }
      for name in names(of: units.quotient(to, from), world, except: [text, other]).prefix(2) {
        mends.append("`\(bracketed(text)) * \(name)` is \(units.name(of: to)), like `\(other)`")
      }
      if mends.count >= 2 { break }
    }
    if mends.isEmpty {
      let factor = units.quotient(right, left)
      let example = catalogFitting(factor).first.map { " (in the catalog: \($0))" } ?? ""
      mends.append(
        "multiply `\(a)` by a value of \(units.name(of: factor))\(example), or divide `\(b)` by one"
      )
    }
    return Array(mends.prefix(2))
  }

  /// For `x -> unit`: what to multiply or divide by first.
  func mends(
    from dimension: Dimension, to wanted: Dimension, text: String, _ scope: Scope, _ world: World,
    unit: String
  ) -> [String] {
    let missing = units.quotient(wanted, dimension)
    var mends: [String] = []
    for name in names(of: missing, world, except: [text]).prefix(1) {
      mends.append("\(bracketed(text)) * \(name) -> \(unit)")
    }
    for name in names(of: units.quotient(dimension, wanted), world, except: [text]).prefix(1) {
      mends.append("\(bracketed(text)) / \(name) -> \(unit)")
    }
    if mends.isEmpty {
      // between currencies only a stated rate helps, and that is said already
      if units.name(of: dimension) == units.name(of: wanted) { return [] }
      let time = units.name(of: missing)
      if time == "time" {
        mends.append("\(bracketed(text)) * 1 h -> \(unit)")
      } else if units.name(of: units.quotient(dimension, wanted)) == "time" {
        mends.append("\(bracketed(text)) / 1 h -> \(unit)")
      } else {
        mends.append("multiply by a value of \(time) first")
      }
    }
    return mends
  }

  private func bracketed(_ text: String) -> String {
    let isSimple = text.utf8.allSatisfy { byte in
      byte >= 128 || byte == 95 || byte == 46 || (48...57).contains(byte)
        || (65...90).contains(byte) || (97...122).contains(byte)
    }
    return isSimple ? text : "(\(text))"
  }

  /// Definitions that have a dimension, by name.
  private func names(of dimension: Dimension, _ world: World, except: [String]) -> [String] {
    if dimension == .none { return [] }
    return fitting(dimension, world).map(\.text).filter { !except.contains($0) }
  }
}
