import Engine
import Testing
import Units

@testable import Report

/// Colours that can be told from paper and from a dark screen, and that carry nothing alone.
struct ColourTests {
  private static let roles: [Role] = [
    .plain, .value, .unit, .name, .head, .error, .note, .help, .label, .dim,
  ]

  /// Relative luminance (WCAG 2.2) of one of the 216 colours of the cube.
  private func luminance(_ hue: Int) -> Double {
    let levels = [0.0, 95, 135, 175, 215, 255]
    let place = hue - 16
    let parts = [levels[place / 36], levels[place / 6 % 6], levels[place % 6]].map { level in
      let share = level / 255
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x^2.4 as x² · (x²)^(1/5), the fifth root by Newton's method.
  private func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }

  @Test(arguments: ColourTests.roles)
  func `every hue stands out from black and from white`(_ role: Role) {
    guard let hue = role.hue else { return }
    let light = luminance(hue)
    #expect((light + 0.05) / 0.05 > 3.8)
    #expect(1.05 / (light + 0.05) > 3.8)
  }

  @Test func `values are bold, units are not, and remarks are dim`() {
    #expect(Role.value.ansi == "1")
    #expect(!Role.unit.ansi.hasPrefix("1;"))
    #expect(!Role.name.ansi.hasPrefix("1;"))
    #expect(Role.dim.ansi == "2")
    for role in [Role.error, .note, .help] { #expect(role.ansi.hasPrefix("1;")) }
  }

  @Test func `no two roles with a hue share it`() {
    let hues = Self.roles.compactMap(\.hue)
    #expect(Set(hues).count == hues.count)
  }
}
