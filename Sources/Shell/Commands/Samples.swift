import Engine
import Report
import Syntax

extension Command {
  static let samples = Command(
    name: "samples", usage: ":samples n",
    summary: "how many samples distributions take, 16 to 2^30; rounded up to a power of two",
    details: ["More samples, more digits: a statistic shows the digits that its samples give."],
    worksInScripts: true, kept: .withArgument
  ) { (interpreter, call) throws(Diagnostic) in
    if call.rest.isEmpty, call.isPrompt {
      return interpreter.say("\(interpreter.session.sampling.count) samples")
    }
    guard let number = interpreter.session.plainNumber(call.rest) else {
      throw call.fault(":samples 65536")
    }
    guard let count = Int(exactly: number), Sampling.range.contains(count) else {
      throw Diagnostic(ShellProblem.samplesOutside(call.rest), at: call.place)
    }
    interpreter.session.sampling.setCount(count)
    if call.isPrompt, interpreter.session.sampling.count != count {
      interpreter.say("\(interpreter.session.sampling.count) samples")
    }
  }

  static let seed = Command(
    name: "seed", usage: ":seed n",
    summary: "which samples distributions take: another seed, other samples",
    worksInScripts: true, kept: .withArgument
  ) { (interpreter, call) throws(Diagnostic) in
    if call.rest.isEmpty, call.isPrompt {
      return interpreter.say("seed \(interpreter.session.sampling.seed)")
    }
    guard let seed = UInt64(call.rest) else { throw call.fault(":seed 42") }
    interpreter.session.sampling.seed = seed
  }
}
