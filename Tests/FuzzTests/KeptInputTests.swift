import Fuzzing
import Glibc
import Testing

/// What `scripts/fuzz` found once, and was mended: each input is tried again.
struct KeptInputTests {
  @Test(arguments: FuzzTarget.allCases)
  func `kept inputs are answered`(_ target: FuzzTarget) {
    for (name, bytes) in KeptInputs.kept(for: target) {
      let fault = target.fault(with: bytes)
      #expect(fault == nil, "\(target.rawValue)/\(name)")
    }
  }

  /// The golden scripts are what the fuzzer begins with.
  @Test(arguments: [FuzzTarget.lexer, .parser])
  func `golden scripts are read`(_ target: FuzzTarget) {
    let texts = KeptInputs.golden(suffix: ".tj")
    #expect(texts.count > 100)
    for text in texts {
      let fault = target.fault(with: text)
      #expect(fault == nil, "\(String(decoding: text.prefix(200), as: UTF8.self))")
    }
  }
}

/// Files of the tests, read as bytes.
enum KeptInputs {
  private static let tests = String(#filePath.dropLast("FuzzTests/KeptInputTests.swift".count))

  /// `Tests/Fuzz/Kept`, a folder for each target.
  static func kept(for target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
    let folder = tests + "Fuzz/Kept/" + target.rawValue
    return names(folder).map { ($0, bytes("\(folder)/\($0)")) }
  }

  static func golden(suffix: String) -> [[UInt8]] {
    let golden = tests + "Golden"
    return names(golden).flatMap { area in
      names("\(golden)/\(area)").flatMap { name in
        name.hasSuffix(suffix)
          ? ["\(golden)/\(area)/\(name)"]
          : names("\(golden)/\(area)/\(name)").filter { $0.hasSuffix(suffix) }.map {
            "\(golden)/\(area)/\(name)/\($0)"
          }
      }
    }.map(bytes)
  }

  private static func names(_ folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}
