/// Decisions that are read from bytes: the same bytes make the same thing.
///
/// Where they are used up every decision is the first, so fewer or smaller bytes make something
/// simpler. A fuzzer changes the bytes, and a law that fails is made small by leaving bytes out.
///
/// ```
/// var choices = Choices([7, 0])
/// choices.below(5)      // 2
/// choices.pick("ab")    // "a"
/// ```
package struct Choices {
  private var rest: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package var areUsedUp: Bool { rest.isEmpty }

  /// 0..<n; n up to 65,536.
  package mutating func below(_ n: Int) -> Int {
    guard n > 1, let byte = rest.popFirst() else { return 0 }
    if n <= 256 { return Int(byte) % n }
    return (Int(byte) << 8 | Int(rest.popFirst() ?? 0)) % n
  }

  package mutating func pick<All: RandomAccessCollection>(_ all: All) -> All.Element {
    all[all.index(all.startIndex, offsetBy: below(all.count))]
  }

  /// true with a chance of one in n; false where the bytes are used up.
  package mutating func oneIn(_ n: Int) -> Bool { below(n) == n - 1 }
}

/// A law that holds for whatever bytes make: tried on many, and the failure made small.
package enum Law {
  /// A failure in words, with the seed and the bytes that repeat it.
  package struct Failure: CustomStringConvertible {
    package var seed: UInt64
    package var number: Int
    package var bytes: [UInt8]
    package var words: String

    package var description: String {
      "seed \(seed), input \(number), shrunk to \(bytes): \(words)"
    }
  }

  /// - Parameters:
  ///   - size: how many bytes an input has at most.
  ///   - law: what is wrong with an input, in words; nil where the law holds.
  /// - Returns: the first failure, as small as leaving out and lessening bytes makes it.
  package static func failure(
    seed: UInt64, count: Int, size: Int, _ law: ([UInt8]) -> String?
  ) -> Failure? {
    var state = seed
    func next() -> UInt64 {
      // SplitMix64: https://prng.di.unimi.it/splitmix64.c
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    for number in 0..<count {
      let length = size * (number + 1) / count
      let bytes = (0..<max(1, length)).map { _ in UInt8(truncatingIfNeeded: next()) }
      guard let words = law(bytes) else { continue }
      let (small, smallWords) = shrunk(bytes, words, law)
      return Failure(seed: seed, number: number, bytes: small, words: smallWords)
    }
    return nil
  }

  private static func shrunk(_ bytes: [UInt8], _ words: String, _ law: ([UInt8]) -> String?)
    -> ([UInt8], String)
  {
    var (best, bestWords) = (bytes, words)
    var tries = 2000
    func take(_ candidate: [UInt8]) -> Bool {
      tries -= 1
      guard tries > 0, let words = law(candidate) else { return false }
      (best, bestWords) = (candidate, words)
      return true
    }
    var isSmaller = true
    while isSmaller, tries > 0 {
      isSmaller = false
      var piece = best.count
      while piece > 0 {
        var start = 0
        while start + piece <= best.count {
          var candidate = best
          candidate.removeSubrange(start..<start + piece)
          if take(candidate) { isSmaller = true } else { start += piece }
        }
        piece /= 2
      }
      for i in best.indices where best[i] > 0 {
        for less in [0, best[i] / 2, best[i] - 1] where less < best[i] {
          var candidate = best
          candidate[i] = less
          if take(candidate) {
            isSmaller = true
            break
          }
        }
      }
    }
    return (best, bestWords)
  }
}
