import Engine
import Report
import Syntax
import Testing

@testable import Report

/// Of every dimension error: it says what is missing, and each line that it offers works when it is
/// pasted. Tried over pairs of operands in every kind of place.
struct MendLawTests {
  private static let rig = """
    node = 4 * h100_sxm * 1.1; tput = 319.8 t/s; jt = node / tput; p(w: power, e: energy) = w
    """
  private static let operands = [
    "node", "tput", "jt", "3 kWh", "300 t", "h100_sxm.memory", "h100_sxm.bf16", "grid.FRA",
    "0.12 $/kWh", "2 gpu", "5 W/gpu", "3 h", "1.2", "2 kg", "3 kgCO2e", "4 request", "3 L/kWh",
    "5 t/s/gpu", "3 $/gpu/h", "2 GB/t", "25 °C", "3 m", "(node / tput)", "node * 3 h", "2 €",
    "sqrt(node)", "llama_3_3_70b", "[1, 2] kW", "(1..2 kW)", "10%",
  ]
  private static let places = [
    "{a} + {b}", "{a} - {b}", "{a} < {b}", "{a} == {b}", "max({a}, {b})", "[{a}, {b}]",
    "if 1 < 2 then {a} else {b}", "y = {a} + {b}", "jt * 2 + {a} / {b}", "({a} + {b}) * 2",
    "jt with node = {a} + {b}", "{a} ~= {b} within 1%", "table {a}, {a} + {b}",
    "explain {a} + {b}", "{a} ± {b}", "{a}..{b}", "z: power = {a} * {b}", "p({a}, {b})",
    "node + {a} + {b}", "jt with node = {a}", "clamp({a}, {b}, 2)", "{a} * 2 h -> kg",
    "cost: $/t = {a}", "scenario s { node = {a} }",
  ]
  private static let dimensionErrors: Set<String> = [
    "do-not-add", "do-not-compare", "cannot-convert", "list-items-differ", "branches-differ",
    "annotation-mismatch", "override-differs", "parameter-mismatch", "argument-differs",
  ]

  /// The lines that the mends of an error offer.
  private func lines(_ diagnostic: Diagnostic) -> [String] {
    diagnostic.advice.compactMap { advice in
      switch advice as? EngineProblem {
      case .lacks(let missing): missing.line
      case .meantOtherwise(let line, _), .swapped(_, let line), .turned(_, _, let line): line
      default: nil
      }
    }
  }

  @Test func `every mend works, and every dimension error has one`() {
    var state: UInt64 = 20_261_130
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var tried = 0
    var withLine = 0
    for place in Self.places {
      for _ in 0..<30 {
        let a = Self.operands[random(Self.operands.count)]
        let b = Self.operands[random(Self.operands.count)]
        let line = place.replacing("{a}", with: a).replacing("{b}", with: b)
        let found = Dialogue.diagnostics(Dialogue(Self.rig).enter(line)).first {
          $0.severity == .error
        }
        guard let found, Self.dimensionErrors.contains(found.problem.id) else { continue }
        tried += 1
        let hints = words(of: found.problem).hints
        let offered = lines(found)
        if !offered.isEmpty { withLine += 1 }
        // a share of a sum has had its note
        let isShare = line.contains("10%")
        #expect(
          !hints.isEmpty || !found.advice.isEmpty || isShare, "\(line): nothing is said")
        for mend in offered {
          let errors = Dialogue.errors(Dialogue(Self.rig).enter(mend)).map(\.id)
          #expect(errors.isEmpty, "\(line)  mended: \(mend)  \(errors)")
        }
      }
    }
    #expect(tried > 300)
    // without a line are readings of a thermometer, currencies, and powers of fractions
    #expect(Double(withLine) > 0.9 * Double(tried), "\(withLine) of \(tried)")
  }
}
