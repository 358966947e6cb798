import Report
import Support
import Testing

@testable import Shell

// Testing has one too.
private typealias ExitStatus = Shell.ExitStatus

/// What a command line asks for, and how it ends.
struct InvocationTests {
  let folder = TemporaryFolder()

  func invocation(_ inputs: Invocation.Input..., settings: [String] = []) -> Invocation {
    var invocation = Invocation()
    invocation.inputs = inputs
    invocation.settings = settings
    return invocation
  }

  private func run(_ invocation: Invocation) -> (status: ExitStatus, shown: String) {
    Conversation().run(invocation)
  }

  // MARK: the direct reading

  @Test func `plain command lines`() {
    #expect(Invocation(plain: [])?.inputs == [])
    #expect(Invocation(plain: ["a.tj", "b"])?.inputs == [.file("a.tj"), .file("b")])
    #expect(Invocation(plain: ["-"])?.inputs == [.standardInput])
    #expect(
      Invocation(plain: ["-e", "1", "a.tj", "-e", "-2"])?.inputs
        == [.file("a.tj"), .statements("1\n-2")])
    #expect(Invocation(plain: ["-e", "--help"])?.inputs == [.statements("--help")])
  }

  @Test(arguments: [
    ["-e"], ["--help"], ["-i"], ["run", "a.tj"], ["help"], ["a.tj", "--digits", "3"], ["--"],
    ["-e1"], [""], ["--format=json", "a.tj"],
  ])
  func `everything else is left to the reader of options`(_ arguments: [String]) {
    #expect(Invocation(plain: arguments[...]) == nil)
  }

  // MARK: what is shown

  @Test func `with -e the last statement answers even when it is a definition`() {
    let text = "node = 4 * h100_sxm * 1.1; jt = node / 319.8 t/s"
    #expect(run(invocation(.statements(text))) == (.success, "jt = 9.63102 J/t\n"))
  }

  @Test func `a script is silent until it is asked`() {
    let path = folder.write("node = 4 * h100_sxm * 1.1\njt = node / 319.8 t/s\n", to: "rig.tj")
    #expect(run(invocation(.file(path))) == (.success, ""))
    #expect(
      run(invocation(.file(path), .statements("jt -> kWh/million t")))
        == (.success, "2.67528 kWh/million t\n"))
  }

  @Test func `a script begins with the name of its program`() {
    let path = folder.write("#!/usr/bin/env tj\n1 + 1\n", to: "rig")
    #expect(run(invocation(.file(path))) == (.success, "2\n"))
  }

  @Test func `settings replace the script's definitions`() {
    let path = folder.write("node = 3 kW\njt = node / 2\njt\n", to: "rig.tj")
    #expect(run(invocation(.file(path))).shown == "1.5 kW\n")
    #expect(run(invocation(.file(path), settings: ["node=2 kW"])) == (.success, "1 kW\n"))
    let unknown = run(invocation(.file(path), settings: ["nod=2 kW"]))
    #expect(unknown.status == .failure)
    #expect(unknown.shown.contains("nod"))
    #expect(unknown.shown.contains("did you mean `node`?"))
    #expect(run(invocation(.file(path), settings: ["=2"])).status == .usage)
  }

  @Test func `a setting keeps the dimension of what it replaces`() {
    let text = "jt = node / 2\nnode = 3 kW * n\nn = 1\n"
    let path = folder.write(text, to: "rig.tj")
    var asked = invocation(.file(path), settings: ["node=2"])
    asked.prints = ["jt"]
    let (status, shown) = run(asked)
    #expect(status == .failure)
    #expect(shown.contains("and cannot become"))
    #expect(!shown.contains("jt ="))
    #expect(run(invocation(.file(path), settings: ["node=2 W..3 W", "n=0"])).status == .success)
    #expect(run(invocation(.file(path), settings: ["n=[1, 2]"])).status == .success)
  }

  @Test func `a setting that nothing takes leaves nothing to print`() {
    let path = folder.write("node = 3 kW\njt = node / 2\n", to: "rig.tj")
    var asked = invocation(.file(path), settings: ["nod=2 kW"])
    asked.prints = ["jt"]
    let (status, shown) = run(asked)
    #expect(status == .failure)
    #expect(!shown.contains("1.5"))
  }

  // MARK: how it ends

  @Test func `codes`() {
    #expect(run(invocation(.statements("1 + 1"))).status == .success)
    #expect(run(invocation(.statements("1 +"))).status == .failure)
    #expect(run(invocation(.statements("1 / 0"))).status == .failure)
    #expect(run(invocation(.statements("assert 1 == 2"))).status == .failure)
    #expect(run(invocation(.statements("assert 1 == 1"))).status == .success)
    #expect(run(invocation(.file("/no/such/file.tj"))).status == .failure)
    #expect(run(invocation(.file("/"))).status == .failure)
    #expect(ExitStatus.usage.rawValue == 2)
    #expect(ExitStatus.interrupted.rawValue == 130)
  }

  @Test func `notes do not change the code`() {
    let (status, shown) = run(invocation(.statements("1/2 m")))
    #expect(status == .success)
    #expect(shown.contains("note"))
  }

  @Test func `an error ends the run, a failed assert does not`() {
    let bad = folder.write("1 / 0\n", to: "bad.tj")
    let failing = folder.write("assert 1 == 2\n", to: "failing.tj")
    let good = folder.write("print \"good\"\n", to: "good.tj")
    #expect(!run(invocation(.file(bad), .file(good))).shown.contains("good\n"))
    let (status, shown) = run(invocation(.file(failing), .file(good)))
    #expect(status == .failure)
    #expect(shown.hasSuffix("good\n"))
  }

  @Test func `a missing file is named`() {
    #expect(run(invocation(.file("no-such-file.tj"))).shown.contains("no-such-file.tj"))
  }

  @Test func `a definition without a value at the end is an error`() {
    let (status, shown) = run(invocation(.statements("a = b + 1; 1 + 1")))
    #expect(status == .failure)
    #expect(shown.contains("b"))
  }
}
