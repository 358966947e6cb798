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
  let foldedWanted = wanted.map(folded)
  let wantedBag = LetterBag(foldedWanted[...])
  var letters: [Unicode.Scalar] = []
  var rows = SlipRows()
  var found: [(name: String, distance: Double)] = []
  for candidate in candidates {
    letters.removeAll(keepingCapacity: true)
    letters.append(contentsOf: candidate.unicodeScalars)
    let shared = letters.starts(with: wanted[..<head]) ? head : 0
    let (a, b) = (wanted[shared...], letters[shared...])
    // A third of the letters may be wrong, and one more of a short word's.
    let allowed = Double(max(1, a.count / 3)) + 0.5
    var distance = Double.infinity
    if !a.isEmpty, abs(b.count - a.count) <= Int(allowed),
      // (what both begin with is in neither's difference)
      Double(wantedBag.missing(in: LetterBag(letters[...]))) <= allowed
    {
      distance = rows.slips(a, b, atMost: allowed)
    }
    if wanted.count >= 3, let overlap = overlap(foldedWanted, letters) {
      distance = min(distance, overlap)
    }
    if distance <= allowed { found.append((candidate, distance)) }
  }
  found.sort { ($0.distance, $0.name.count, $0.name) < ($1.distance, $1.name.count, $1.name) }
  var names: [String] = []
  for (name, _) in found where !names.contains(name) && names.count < limit { names.append(name) }
  return names
}

/// A letter without its case.
private func folded(_ letter: Unicode.Scalar) -> Unicode.Scalar {
  if letter.isASCII {
    return 65...90 ~= letter.value ? Unicode.Scalar(UInt8(letter.value | 32)) : letter
  }
  let mapping = letter.properties.lowercaseMapping.unicodeScalars
  return mapping.count == 1 ? mapping[mapping.startIndex] : letter
}

/// Which letters a word has, whatever their case: each that another lacks is a slip at least.
private struct LetterBag {
  private var bits: UInt64 = 0

  init(_ letters: ArraySlice<Unicode.Scalar>) {
    for letter in letters { bits |= 1 << UInt64(folded(letter).value & 63) }
  }

  func missing(in other: LetterBag) -> Int { (bits & ~other.bits).nonzeroBitCount }
}

/// The cost of changing one letter into another: little where only the case differs.
private func cost(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Double {
  if a == b { return 0 }
  return folded(a) == folded(b) ? 0.3 : 1
}

/// The rows of a table of distances, kept from one candidate to the next.
private struct SlipRows {
  private var beforeLast: [Double] = []
  private var last: [Double] = []
  private var row: [Double] = []

  /// How many slips lie between two words (Damerau-Levenshtein with neighbours exchanged);
  /// infinity where there are more than allowed.
  mutating func slips(
    _ first: ArraySlice<Unicode.Scalar>, _ second: ArraySlice<Unicode.Scalar>,
    atMost allowed: Double
  ) -> Double {
    let (atA, atB, count) = (first.startIndex - 1, second.startIndex - 1, second.count)
    while row.count <= count {
      beforeLast.append(0)
      last.append(0)
      row.append(0)
    }
    for j in 0...count { last[j] = Double(j) }
    for i in 1...first.count {
      let letter = first[atA + i]
      row[0] = Double(i)
      var least = row[0]
      for j in stride(from: 1, through: count, by: 1) {
        let other = second[atB + j]
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost(letter, other))
        if i > 1, j > 1, letter == second[atB + j - 1], first[atA + i - 1] == other {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row[j] = best
        least = min(least, best)
      }
      if least > allowed { return .infinity }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[count]
  }
}

/// The distance of a name that begins with the word, holds it as a whole part, or that the word
/// begins with; nil for others. The word comes without its case.
private func overlap(_ word: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Double? {
  func hasWord(at start: Int, upTo count: Int) -> Bool {
    for i in 0..<count where folded(name[start + i]) != word[i] { return false }
    return true
  }
  let shared = min(word.count, name.count)
  if hasWord(at: 0, upTo: shared) {
    if name.count >= word.count { return 0.8 }
    if name.count >= 3 { return 1.2 }
  }
  // whole parts: between the marks
  var start = 0
  for end in 0...name.count
  where end == name.count || name[end] == "_" || name[end] == "." {
    if end - start == word.count, hasWord(at: start, upTo: word.count) { return 1.1 }
    start = end + 1
  }
  return nil
}
