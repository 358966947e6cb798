import EnergyCore
import Syntax
import Units

/// A name that is not there, and that one of tj's own libraries would bring.
extension Session {
  /// `energy` for `kettle`: the first of tj's own libraries that defines a name.
  public func library(bringing name: String) -> String? {
    EquationLibrary.library(defining: name)
  }

  /// An error about an unknown name, function or unit with the library that has it.
  func withLibrary(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.advice.isEmpty, let name = Self.unknownName(diagnostic.problem),
      let library = library(bringing: name)
    else { return diagnostic }
    var taught = diagnostic
    taught.advice = [EngineProblem.inLibrary(name, library: library)]
    return taught
  }

  private static func unknownName(_ problem: any Problem) -> String? {
    switch problem {
    case EngineProblem.unknownName(let name, _, _), EngineProblem.unknownFunction(let name, _, _),
      EngineProblem.unknownAfterNumber(let name, _, _), UnitProblem.unknownUnit(let name, _, _),
      UnitProblem.unknownDimension(let name, _, _):
      return name
    default: return nil
    }
  }
}
