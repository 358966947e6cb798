import ArgumentParser
import Report
import Shell

/// `tj learn [LESSON]`
struct LearnOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tj learn",
    abstract: "Lessons at the prompt: lists them, or takes one.",
    discussion: """
      EXAMPLES:
        tj learn               the lessons, and how far each has got
        tj learn 3             takes lesson 3, from its first open question
        tj learn 3 --demo      shows it with its answers
        tj learn mine.tj       takes anybody's lesson (docs/lessons.md)

      Where there is no terminal, answers are read from standard input, a line each; the exit \
      code is 1 where not all questions were answered.
      """)

  @Argument(help: "The number of a lesson, or a file.", completion: .file(extensions: ["tj"]))
  var lesson: String?

  @Flag(help: "Play it with the answers filled in.")
  var demo = false

  @Flag(help: "Begin anew, whatever has been answered.")
  var again = false

  @Option(help: "The form of the list.")
  var format = Format.text

  @Option(help: "Colour; auto: on a terminal, unless NO_COLOR is set.")
  var color = Invocation.Colour.auto

  @OptionGroup var bounds: BoundsOptions

  func validate() throws {
    if lesson == nil, demo || again {
      throw ValidationError("--demo and --again go with a lesson")
    }
  }

  var learning: Learning {
    var learning = Learning()
    learning.lesson = lesson
    learning.isDemo = demo
    learning.isAgain = again
    learning.format = format
    learning.colour = color
    learning.bounds = bounds.bounds
    return learning
  }
}
