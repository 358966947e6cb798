import CReadline
import Glibc

/// Whether an open file is a terminal: 0 standard input, 1 standard output, 2 standard error.
public func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// Sees to it that readline takes input as UTF-8, as tj does, under `LANG=C` too. Only characters
/// are set: numbers keep their point.
///
/// readline reads the environment itself, so a locale without multi-byte characters is replaced
/// there, in the variable that decides.
func useUTF8Characters() {
  _ = setlocale(LC_CTYPE, "")
  guard tj_bytes_per_character() == 1 else { return }
  let decides = getenv("LC_ALL").map { $0.pointee != 0 } ?? false
  setenv(decides ? "LC_ALL" : "LC_CTYPE", "C.UTF-8", 1)
  _ = setlocale(LC_CTYPE, "")
}

/// A prompt in which colours are marked as taking no room, as readline wants it.
func markingColours(_ prompt: String) -> String {
  let escape = UInt8(0x1B)
  var out: [UInt8] = []
  var rest = Array(prompt.utf8)[...]
  while let byte = rest.first {
    guard byte == escape, rest.dropFirst().first == UInt8(ascii: "["),
      let final = rest.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) })
    else {
      out.append(byte)
      rest = rest.dropFirst()
      continue
    }
    out.append(0x01)
    out += rest[...final]
    out.append(0x02)
    rest = rest[(final + 1)...]
  }
  return String(decoding: out, as: UTF8.self)
}
