import Syntax
import Units

/// Functions that mend a mismatch of dimensions which a script tells apart on purpose (`use scope`): what
/// leads from one to the other is not any factor, but a function that somebody wrote for it.
extension Session {
  /// `site_pue(pue)`: calls whose value has a dimension, whatever plain numbers they are given.
  func calls(giving dimension: Dimension) -> [String] {
    guard units.hasOwnBase(dimension) else { return [] }
    let inference = Inference(self)
    return world.functionNames.sorted().filter { name in
      guard let scheme = inference.scheme(of: name), !scheme.parameters.isEmpty,
        inference.dimension(scheme.value) == dimension
      else { return false }
      return scheme.parameters.allSatisfy { inference.dimension($0) == Dimension.none }
    }.compactMap(callText)
  }

  /// `all_tokens(100 t_in, 200 t_out)` for `100 t_in + 200 t_out`.
  func joined(_ problem: EngineProblem, _ diagnostic: Diagnostic, _ whole: Place)
    -> EngineProblem?
  {
    guard case .doNotAdd("+", let left, let right) = problem, let a = left.measure,
      let b = right.measure, units.hasOwnBase(units.quotient(a, b)), diagnostic.labels.count == 2
    else { return nil }
    let (first, second) = (diagnostic.labels[0].place, diagnostic.labels[1].place)
    guard first.source === second.source else { return nil }
    let inference = Inference(self)
    for name in world.functionNames.sorted() {
      guard let scheme = inference.scheme(of: name), scheme.parameters.count == 2 else { continue }
      let wanted = scheme.parameters.map { inference.dimension($0) }
      let texts = wanted == [a, b] ? [left, right] : wanted == [b, a] ? [right, left] : []
      guard texts.count == 2 else { continue }
      let call = "\(name.text)(\(texts.map(\.text).joined(separator: ", ")))"
      let place = Place(first.source, first.span.joined(second.span))
      if let line = line(whole, replacing: place, with: call) {
        return .joinedBy(function: name.text, line: line.text)
      }
    }
    return nil
  }

  /// `bare_energy(3 kWh site)` for `3 kWh site`, where the other side has no `site`.
  func led(_ candidate: MendCandidate, _ whole: Place) -> EngineProblem? {
    guard units.hasOwnBase(units.quotient(candidate.from, candidate.to)) else { return nil }
    let inference = Inference(self)
    for name in world.functionNames.sorted() {
      guard let scheme = inference.scheme(of: name), scheme.parameters.count == 1,
        inference.dimension(scheme.parameters[0]) == candidate.from,
        inference.dimension(scheme.value) == candidate.to,
        let line = mended(whole, candidate, "\(name.text)(\(candidate.text))"),
        line.further.isEmpty
      else { continue }
      return .joinedBy(function: name.text, line: line.text)
    }
    return nil
  }
}
