import Synchronization
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
///
/// Blocks meet faults on several threads at once, so the list is looked at by one at a time.
final class Faults: @unchecked Sendable {
  private struct Key: Hashable {
    var id: String
    var source: ObjectIdentifier
    var span: Span
  }
  private struct Known {
    var list: [Fault] = []
    var numbers: [Key: Double] = [:]

    mutating func number(_ problem: EngineProblem, _ place: Place) -> Double {
      let key = Key(id: problem.id, source: ObjectIdentifier(place.source), span: place.span)
      if let number = numbers[key], self[number]?.problem == problem { return number }
      list.append(Fault(problem: problem, place: place))
      let number = Double(nan: Double.RawSignificand(list.count), signaling: false)
      numbers[key] = number
      return number
    }

    subscript(_ number: Double) -> Fault? {
      let payload = Int(number.significandBitPattern & 0x3_ffff_ffff_ffff)
      return payload >= 1 && payload <= list.count ? list[payload - 1] : nil
    }
  }
  private let known = Mutex(Known())

  /// The number that stands for a fault.
  func number(_ problem: EngineProblem, at place: Place) -> Double {
    known.withLock { $0.number(problem, place) }
  }

  /// The fault that a NaN stands for.
  subscript(_ number: Double) -> Fault? {
    known.withLock { $0[number] }
  }
}
