import Engine
import Report
import Syntax

extension Command {
  static let help = Command(
    name: "help", usage: ":help [name]",
    summary: "what there is, or what is known about a name; ?name is the same",
    details: [
      "A name is anything that can stand in a line: `?jt`, `?kWh`, `?J/t`, `?power`, `?with`, `?->`,"
        + " `?:undo`. Outside the prompt it is `tj help NAME`."
    ], argument: .names
  ) { (interpreter, call) throws(Diagnostic) in
    try interpreter.showHelp(on: call.rest, call.place)
  }

  var page: HelpPage {
    HelpPage(
      title: usage, paragraphs: [summary + "."] + details,
      example: Topic.named(":" + name)?.example ?? [])
  }
}

extension Interpreter {
  /// Shows what is known about a name, a unit, a command; about nothing, what there is.
  func showHelp(on text: String, _ place: Place) throws(Diagnostic) {
    guard !text.isEmpty else { return output.show(Self.overview) }
    if let description = session.describe(text) {
      return output.show(page(description))
    }
    let word = text.hasPrefix(":") ? String(text.dropFirst()) : text
    if let command = Command.named(word) { return output.show(command.page) }
    if text.hasPrefix(":") { return output.show(try Command.find(word, at: place).page) }
    let nearest = Session.kind(text) == nil ? session.nearestForHelp(to: text) : []
    throw Diagnostic(
      ShellProblem.noHelp(
        text, nearest: nearest, lists: session.lists(holding: text),
        library: session.library(bringing: text)), at: place)
  }

  /// With values as they are shown elsewhere: a short list whole.
  private func page(_ description: Description) -> HelpPage {
    func words(_ value: Value) -> String { LessonText.value(value, units: session.units) }
    let facts = description.facts.map { label, text in
      HelpPage.Fact(label, label == "value" ? description.value.map(words) ?? text : text)
    }
    let example = description.example.flatMap { line in
      [line] + (description.answers[line].map { ["#> " + words($0)] } ?? [])
    }
    return HelpPage(
      title: description.title, paragraphs: description.paragraphs, facts: facts, example: example)
  }

  private static var overview: HelpPage {
    HelpPage(
      title: "tj \(version): quantities, live definitions, what-if",
      paragraphs: [
        """
          3 kW * 2 h -> MJ                 a calculation; -> asks for a unit
          node = 4 * h100_sxm * 1.1        a formula that stays live
          jt = node / 319.8 t/s            change node, and jt has changed too
          jt with node = 3 kW              what if
          batch = [1, 2, 4, 8]             a list: values along an axis
          table batch, jt -> kWh/Mt        side by side
          scenario worst { node = 6 kW }   overrides under a name
          compare jt under base, worst     side by side; why explains the change
          solve jt == 5 J/t for node       the value that gives it; minimize, maximize
          jt + ?                           what fits in the place of the ?
          explain jt                       how it comes about; tj learn teaches the arithmetic
          inputs jt                        what it rests on, with sources; graph jt draws it
          sensitivity jt by 10%            which input moves it most
        """
      ],
      facts: Command.all.map { HelpPage.Fact($0.usage, $0.summary) } + [
        HelpPage.Fact("Tab", "completes units, names, fields, commands and files"),
        HelpPage.Fact("Ctrl-C, Ctrl-D", "stops a calculation; leaves"),
      ])
  }
}
