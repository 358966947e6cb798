import Fuzzing
import Glibc
import Support
import Testing

/// Each target for a few hundred inputs, without libFuzzer: golden scripts changed by chance, the same on
/// every machine.
///
/// `TJ_SEED` begins elsewhere, `TJ_SECONDS` goes on for longer.
struct SecondsTests {
  private static let seed =
    variable("TJ_SEED").flatMap(UInt64.init) ?? 1
  private static let seconds = variable("TJ_SECONDS").flatMap(Double.init) ?? 0
  private static let inputs: UInt64 = 200

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `what is changed by chance is answered`(_ target: FuzzTarget) {
    let texts = KeptInputs.golden(suffix: target == .csv ? ".csv" : ".tj").filter {
      $0.count < 4096
    }
    #expect(!texts.isEmpty)
    let end = Self.now() + Self.seconds
    var count: UInt64 = 0
    while count < Self.inputs || Self.now() < end {
      var random = Mutator(state: Self.seed &+ count)
      let bytes = target == .program ? random.bytes(120) : random.changed(texts)
      if let fault = target.fault(with: bytes) {
        Issue.record(
          "seed \(Self.seed &+ count): \(fault)\n\(String(decoding: bytes, as: UTF8.self))")
        return
      }
      count += 1
    }
    #expect(count > 0)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Changes texts by chance, repeatably (SplitMix64).
private struct Mutator {
  var state: UInt64

  mutating func below(_ n: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) >> 33) % max(1, n)
  }

  mutating func bytes(_ most: Int) -> [UInt8] {
    (0..<below(most)).map { _ in UInt8(below(256)) }
  }

  private mutating func piece(of text: [UInt8]) -> ArraySlice<UInt8> {
    let start = below(text.count)
    return text[start..<min(text.count, start + 1 + below(24))]
  }

  mutating func changed(_ texts: [[UInt8]]) -> [UInt8] {
    var text = texts[below(texts.count)]
    for _ in 0...below(5) {
      let place = below(text.count + 1)
      switch below(5) {
      case 0: text.removeSubrange(place..<min(text.count, place + 1 + below(24)))
      case 1: text.insert(contentsOf: piece(of: texts[below(texts.count)]), at: place)
      case 2: text.insert(contentsOf: piece(of: text), at: place)
      case 3 where place < text.count: text[place] = UInt8(below(256))
      default:
        text.insert(
          contentsOf: Array("()[]{}=;,.\n\"^*/-+%:?".utf8).shuffledPiece(&self), at: place)
      }
    }
    return text
  }
}

extension [UInt8] {
  fileprivate func shuffledPiece(_ random: inout Mutator) -> [UInt8] {
    (0...random.below(2)).map { _ in self[random.below(count)] }
  }
}
