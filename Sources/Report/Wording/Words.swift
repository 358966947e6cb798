import Engine
import Syntax
import Units

/// The words of a problem: one line that says what is wrong in the user's terms, what stands under
/// the underlined place, and the likely mends.
struct Words: Equatable {
  /// `power and energy/token do not add`: a clause without a full stop
  var message: String
  /// `jt is 9.63102 J/t (energy/token)`, under the place
  var label: String?
  /// `node / tput has the right dimension`: each a line of `help:`
  var hints: [String]

  init(message: String, label: String? = nil, hints: [String] = []) {
    self.message = message
    self.label = label
    self.hints = hints
  }
}

/// A problem that has words. They stand in a file for each room beside this one.
protocol Worded: Problem {
  var words: Words { get }
}

extension Worded {
  /// What is said where nobody has found words: the identifier's.
  var words: Words { Words(message: String(id.map { $0 == "-" ? " " : $0 })) }
}

extension SyntaxProblem: Worded {}
extension UnitProblem: Worded {}
extension EngineProblem: Worded {}

/// The mends that were found where the whole statement was known; each said once.
func hints(of advice: [any Problem]) -> [String] {
  var hints: [String] = []
  for hint in advice.flatMap({ words(of: $0).hints }) where !hints.contains(hint) {
    hints.append(hint)
  }
  return hints
}

/// The words of any problem.
func words(of problem: any Problem) -> Words {
  (problem as? any Worded)?.words
    ?? Words(message: String(problem.id.map { $0 == "-" ? " " : $0 }))
}
