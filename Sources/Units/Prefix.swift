/// A prefix of a unit: kilo, k, 10³; kibi, Ki, 2¹⁰.
///
/// Decimal: SI Brochure, 9th edition, table 7 (with the four of the CGPM of 2022).
/// Binary: IEC 80000-13:2025, clause 4.
struct Prefix {
  /// before symbols: `k`
  let short: String
  /// other spellings of `short`: `u` and the Greek `μ` for the micro sign
  let variants: [String]
  /// before words: `kilo`
  let long: String
  let base: Int
  let exponent: Int
  /// the first bytes of `short` and `long`
  private let shortHead: UInt8
  private let longHead: UInt8

  private init(_ short: String, _ long: String, _ exponent: Int, variants: [String] = []) {
    (self.short, self.long, self.variants) = (short, long, variants)
    (base, self.exponent) = (10, exponent)
    (shortHead, longHead) = (short.utf8.first ?? 0, long.utf8.first ?? 0)
  }

  private init(binary short: String, _ long: String, _ exponent: Int) {
    (self.short, self.long, variants) = (short, long, [])
    (base, self.exponent) = (2, exponent)
    (shortHead, longHead) = (short.utf8.first ?? 0, long.utf8.first ?? 0)
  }

  /// The factor that it puts before a unit's own, exact up to 10²² and rounded once beyond.
  func apply(to factor: Double) -> Double {
    if base == 2 { return factor * Double(sign: .plus, exponent: exponent, significand: 1) }
    return exponent < 0 ? factor / powerOfTen(-exponent) : factor * powerOfTen(exponent)
  }

  static let all: [Prefix] = [
    Prefix("q", "quecto", -30), Prefix("r", "ronto", -27), Prefix("y", "yocto", -24),
    Prefix("z", "zepto", -21), Prefix("a", "atto", -18), Prefix("f", "femto", -15),
    Prefix("p", "pico", -12), Prefix("n", "nano", -9),
    Prefix("µ", "micro", -6, variants: ["μ", "u"]), Prefix("m", "milli", -3),
    Prefix("c", "centi", -2), Prefix("d", "deci", -1), Prefix("da", "deca", 1),
    Prefix("h", "hecto", 2), Prefix("k", "kilo", 3), Prefix("M", "mega", 6),
    Prefix("G", "giga", 9), Prefix("T", "tera", 12), Prefix("P", "peta", 15),
    Prefix("E", "exa", 18), Prefix("Z", "zetta", 21), Prefix("Y", "yotta", 24),
    Prefix("R", "ronna", 27), Prefix("Q", "quetta", 30),
    Prefix(binary: "Ki", "kibi", 10), Prefix(binary: "Mi", "mebi", 20),
    Prefix(binary: "Gi", "gibi", 30), Prefix(binary: "Ti", "tebi", 40),
    Prefix(binary: "Pi", "pebi", 50), Prefix(binary: "Ei", "exbi", 60),
    Prefix(binary: "Zi", "zebi", 70), Prefix(binary: "Yi", "yobi", 80),
    Prefix(binary: "Ri", "robi", 90), Prefix(binary: "Qi", "quebi", 100),
  ]

  /// The prefixes with which a word begins: their places in `all` and their lengths in bytes.
  static func leading(
    _ bytes: UnsafeBufferPointer<UInt8>, beforeWords: Bool
  ) -> [(index: Int, count: Int)] {
    guard let first = bytes.first, heads.contains(first) else { return [] }
    var found: [(index: Int, count: Int)] = []
    for (index, prefix) in all.enumerated() {
      if beforeWords {
        if prefix.longHead == first, bytes.count > 4, bytes.starts(with: prefix.long.utf8) {
          found.append((index, prefix.long.utf8.count))
        }
      } else if prefix.shortHead == first, bytes.starts(with: prefix.short.utf8) {
        found.append((index, prefix.short.utf8.count))
      } else if !prefix.variants.isEmpty {
        for variant in prefix.variants where bytes.starts(with: variant.utf8) {
          found.append((index, variant.utf8.count))
        }
      }
    }
    return found
  }

  /// the first bytes of all spellings, so that most words are turned away at once
  private static let heads: Set<UInt8> = Set(
    all.flatMap { ([$0.short, $0.long] + $0.variants).compactMap(\.utf8.first) })

  /// The place in `all` of the decimal prefix 10ⁿ.
  static func index(decimalExponent: Int) -> Int? {
    all.firstIndex { $0.base == 10 && $0.exponent == decimalExponent }
  }

  /// A set of prefixes as bits by their place in `all`; `SI`, `IEC`, or one prefix; nil if unknown.
  static func set(named word: String) -> UInt64? {
    switch word {
    case "SI": return (1 << 24) - 1
    case "IEC": return ((1 << 10) - 1) << 24
    default:
      guard
        let index = all.firstIndex(where: {
          $0.short == word || $0.long == word || $0.variants.contains(word)
        })
      else { return nil }
      return 1 << UInt64(index)
    }
  }
}

/// 10ⁿ for n from 0: exact up to 22, correctly rounded beyond.
func powerOfTen(_ n: Int) -> Double {
  n < powersOfTen.count ? powersOfTen[n] : Double("1e\(n)") ?? .infinity
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30,
]
