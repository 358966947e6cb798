import Syntax
import Units

/// What is being found out about the `?` of a line: the dimension that it must have.
///
/// On a first pass the hole has a dimension of its own; where that meets another one, the first such
/// meeting says what it is. A second pass with that dimension finds what does not fit.
final class HoleSearch {
  let place: Place
  var dimension: Dimension?

  init(at place: Place) { self.place = place }
}

extension FormulaBuilder {
  /// Whether two dimensions are the same, or become so by what the hole of the line is.
  func agree(_ a: Dimension, _ b: Dimension) -> Bool { session.agree(a, b) }

  func hole(_ place: Place) throws(Diagnostic) -> Operand {
    guard let search = session.hole else { throw Diagnostic(EngineProblem.holeMet, at: place) }
    guard search.place.source === place.source, search.place.span == place.span else {
      throw Diagnostic(EngineProblem.twoHoles, at: place)
    }
    var type = ValueType()
    type.dimension = search.dimension ?? units.holeDimension
    type.unit = units.standardUnit(of: type.dimension)
    // no number stands there, and none is asked for; its register keeps it from being folded
    return operand(.constant(Column(.nan)), type)
  }
}

extension Session {
  func agree(_ a: Dimension, _ b: Dimension) -> Bool {
    if a == b { return true }
    guard let hole, hole.dimension == nil, let found = units.holeDimension(making: a, equal: b)
    else { return false }
    hole.dimension = found
    return true
  }

  func fits(_ dimension: Dimension, annotation: Dimension) -> Bool {
    units.fits(dimension, annotation: annotation) || agree(dimension, annotation)
  }
}
