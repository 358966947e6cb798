/// The names nearest to a word that is none: for *did you mean*.
///
/// ```
/// nearest(to: "nodee", in: ["node", "note", "tput"], limit: 2)   // ["node", "note"]
/// nearest(to: "KWH", in: ["kWh", "kW", "h"], limit: 1)           // ["kWh"]
/// nearest(to: "h100", in: ["h100_sxm", "h100_pcie", "a100"], limit: 2)
/// ```
///
/// Nearness counts slips of the keyboard (a letter wrong, missing, too many, two exchanged); a
/// letter in the wrong case costs little, a name that begins with the word is nearer than one slip,
/// and one that holds it as a whole part (`sxm` of `a100_sxm_80gb`) or that it begins with is near.
/// In dotted names with the same beginning only what follows it is compared: `grid.DE` is no more
/// like `grid.IL` than `DE` is like `IL`.
/// - Complexity: the candidates' total length times the length of the word; nothing is near a word
///   of more than a hundred letters.
public func nearest(
  to word: String, in candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  guard 1...400 ~= word.utf8.count, limit > 0 else { return [] }
  let wanted = Array(word.unicodeScalars)
  guard wanted.count <= 100 else { return [] }
  let head = wanted.lastIndex(of: ".").map { $0 + 1 } ?? 0
  var found: [(name: String, distance: Double)] = []
  for candidate in candidates {
    let letters = Array(candidate.unicodeScalars)
    let shared = letters.starts(with: wanted[..<head]) ? head : 0
    let (a, b) = (wanted[shared...], letters[shared...])
    // A third of the letters may be wrong, and one more of a short word's.
    let allowed = Double(max(1, a.count / 3)) + 0.5
    var distance = Double.infinity
    if !a.isEmpty, abs(b.count - a.count) <= Int(allowed) {
      distance = slips(Array(a), Array(b), atMost: allowed)
    }
    if wanted.count >= 3, let overlap = overlap(wanted, letters) {
      distance = min(distance, overlap)
    }
    if distance <= allowed { found.append((candidate, distance)) }
  }
  found.sort { ($0.distance, $0.name.count, $0.name) < ($1.distance, $1.name.count, $1.name) }
  var names: [String] = []
  for (name, _) in found where !names.contains(name) && names.count < limit { names.append(name) }
  return names
}

/// The cost of changing one letter into another: little where only the case differs.
private func cost(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Double {
  if a == b { return 0 }
  return a.properties.lowercaseMapping == b.properties.lowercaseMapping ? 0.3 : 1
}

/// How many slips lie between two words (Damerau-Levenshtein with neighbours exchanged);
/// infinity where there are more than allowed.
private func slips(
  _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost allowed: Double
) -> Double {
  var beforeLast = [Double](repeating: 0, count: b.count + 1)
  var last = (0...b.count).map(Double.init)
  for i in 1...a.count {
    var row = [Double(i)]
    var least = Double(i)
    for j in 1..<(b.count + 1) {
      var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost(a[i - 1], b[j - 1]))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        best = min(best, beforeLast[j - 2] + 1)
      }
      row.append(best)
      least = min(least, best)
    }
    if least > allowed { return .infinity }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}

/// The distance of a name that begins with the word, holds it as a whole part, or that the word
/// begins with; nil for others.
private func overlap(_ word: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Double? {
  func folded(_ letters: [Unicode.Scalar]) -> String {
    letters.map(\.properties.lowercaseMapping).joined()
  }
  let (word, name) = (folded(word), folded(name))
  if name.hasPrefix(word) { return 0.8 }
  if name.utf8.count >= 3, word.hasPrefix(name) { return 1.2 }
  return name.split(whereSeparator: { $0 == "_" || $0 == "." }).contains { $0 == word } ? 1.1 : nil
}
