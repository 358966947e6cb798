import Engine
import Report
import Support
import Testing

@testable import Shell

/// How a line was read: before its value, or instead of it.
struct EchoTests {
  let tj = Conversation()

  @Test func `off at first, on when asked`() {
    #expect(tj.enter("3 kW / 300 t/s") == "10 J/t\n")
    #expect(tj.enter(":echo") == "echo is off\n")
    tj.enter(":echo on")
    #expect(
      tj.enter("3 kW / 300 t/s")
        == "    (3 kW) / (300 t/s)   # kW is power, t/s is token/time\n10 J/t\n")
    #expect(tj.enter("node = 2 * 3") == "    node = 2 * 3\nnode = 6\n")
    tj.enter(":echo off")
    #expect(tj.enter("1 + 1") == "2\n")
    #expect(tj.enter(":echo maybe").contains("write `:echo on`"))
  }

  @Test func `in scripts too, and an echo reads back as the same`() {
    let lines = ["2 x^2", "if x < 3 then 1 else 2", "[1, 2, 4] kW", "1..3 kW", "x -> %"]
    for line in lines {
      let (_, shown) = Conversation().run("x = 2\n:echo on\n\(line)")
      let echo = shown.split(separator: "\n")[0]
      let (_, again) = Conversation().run("x = 2\n:echo on\n\(echo)")
      #expect(shown == again)
    }
  }

  @Test func `as data`() {
    var request = ReadingRequest(texts: ["node / 319.8 t/s"])
    request.format = .json
    tj.interpreter.output.format = .json
    #expect(request.run(tj.interpreter) == .success)
    #expect(
      tj.enter("")
        == #"{"kind":"reading","text":"node / (319.8 t/s)   # t/s is token/time\ndivide     /\n"#
        + #"├─ name    node\n└─ number  319.8 t/s   token per second","#
        + #""reading":"node / (319.8 t/s)","units":[{"unit":"t/s","words":"token per second","#
        + #""dimension":"token/time"}],"tree":{"kind":"divide","text":"/","parts":["#
        + #"{"kind":"name","text":"node"},{"kind":"number","text":"319.8 t/s","#
        + #""unit":"token per second","dimension":"token/time"}]}}"# + "\n")
  }

  @Test func `nothing is looked up, units act, and errors are told`() {
    #expect(ReadingRequest(texts: ["a / b"]).run(tj.interpreter) == .success)
    #expect(ReadingRequest(texts: ["unit lap = 400 m; 3 lap"]).run(tj.interpreter) == .success)
    #expect(ReadingRequest(texts: ["a / "]).run(tj.interpreter) == .failure)
    #expect(tj.enter("").contains("a value must follow `/`"))
  }
}
