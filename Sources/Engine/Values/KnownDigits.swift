import Glibc

/// How many digits of a number are written that rests on samples: those that are known.
///
/// ```
/// 0.333557 ± 0.0004    0.334     digits(3)
/// 0.000025 ± 0.0001    0.0000    place(−4): not even its first digit is known
/// ```
package enum KnownDigits: Equatable {
  case digits(Int)
  /// rounded to this decimal place
  case place(Int)

  /// - Parameters:
  ///   - error: how far it is likely off, in the unit of the number; nil or 0 where nothing is.
  ///   - digits: the most that are written.
  package init(_ number: Double, error: Double?, of digits: Int) {
    guard let error, error > 0, error.isFinite, number.isFinite else {
      self = .digits(digits)
      return
    }
    let place = Self.place(log10(error).rounded(.up))
    let known = number == 0 ? 0 : Self.place(log10(abs(number)).rounded(.down)) - place + 1
    self = known < 1 ? .place(place) : .digits(min(known, digits))
  }

  private static func place(_ exponent: Double) -> Int { Int(min(max(exponent, -400), 400)) }

  /// The text of a number of which no digit is known; nil where some are.
  package func text(_ number: Double) -> String? {
    guard case .place(let place) = self else { return nil }
    return SpreadNumbers.text(number, place: place)
  }

  package func count(of digits: Int) -> Int {
    if case .digits(let known) = self { known } else { min(digits, 1) }
  }
}

extension Value {
  /// - Parameters:
  ///   - number: a cell or one of its ends, in the unit that is shown.
  ///   - one: that unit, in base units.
  package func known(_ cell: Int, _ number: Double, one: Double, of digits: Int) -> KnownDigits {
    let error = errors.flatMap { $0.cells.indices.contains(cell) ? $0.cells[cell] : nil }
    return KnownDigits(number, error: error.map { abs($0 / one) }, of: digits)
  }
}
