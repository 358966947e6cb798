import Syntax

/// What a function does to dimensions, in general: those of its parameters and of its value, with the
/// unknown ones that are free to be anything at each call.
///
/// `f(p, r) = p / r` takes `a` and `b` and yields `a/b`; `g(x) = x + 3 W` takes and yields power.
struct FunctionScheme {
  /// What a value is, as far as its dimension goes.
  enum Shape {
    case number(DimensionTerm)
    /// a text, a condition, a record's field, or what nobody can know here: fits everything
    case any
  }
  var parameters: [Shape]
  var value: Shape
  /// the stated ones: a currency fits `money`, which is no equation
  var isStated: [Bool]
}
