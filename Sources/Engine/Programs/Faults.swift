import Syntax

/// What can go wrong with a value rather than with a formula, and where.
struct Fault {
  var problem: EngineProblem
  var place: Place
}

/// Faults travel through the arithmetic as numbers: a NaN whose payload is the fault's number.
///
/// So an error counts only where its cell is used: `if n > 0 then x / n else 0` divides every cell
/// and fails for none.
final class Faults {
  private var list: [Fault] = []
  private struct Key: Hashable {
    var id: String
    var source: ObjectIdentifier
    var span: Span
  }
  private var known: [Key: Double] = [:]

  /// The number that stands for a fault.
  func number(_ problem: EngineProblem, at place: Place) -> Double {
    let key = Key(id: problem.id, source: ObjectIdentifier(place.source), span: place.span)
    if let number = known[key], self[number]?.problem == problem { return number }
    list.append(Fault(problem: problem, place: place))
    let number = Double(nan: Double.RawSignificand(list.count), signaling: false)
    known[key] = number
    return number
  }

  /// The fault that a NaN stands for.
  subscript(_ number: Double) -> Fault? {
    let payload = Int(number.significandBitPattern & 0x3_ffff_ffff_ffff)
    return payload >= 1 && payload <= list.count ? list[payload - 1] : nil
  }
}
