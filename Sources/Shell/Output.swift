import Engine
import Glibc
import Report
import Units

/// Where outcomes go: results to one stream, everything else to another.
///
/// Results are gathered and written in big blocks; they are written before a message, so that both
/// stand in the right order where the two streams are one terminal.
package final class Output {
  package let results: ByteSink
  package let messages: ByteSink
  /// Results are written as they come, for somebody who watches.
  package var isWatched = false
  /// Somebody converses: a very long value that is entered shows its first and last rows.
  package var isConversation = false

  /// Ctrl-C ends a long table in the middle.
  package var isInterrupted: () -> Bool = { false } { didSet { renew() } }

  /// `--format`, `:format`
  package var format = Format.text { didSet { renew() } }
  /// `--digits`, `:digits`; 1 to 17
  package var digits = Settings().digits { didSet { renew() } }
  /// Columns of the terminal.
  package var width = Settings().width { didSet { renew() } }
  /// Messages go to a terminal, and are wrapped.
  package var wrapsMessages = false { didSet { renew() } }
  /// An answer waits until what it answers is in the journal: what was seen is not lost.
  var isHeld = false
  private let colour: (results: Bool, messages: Bool)

  private var resultRenderer: Renderer
  private var messageRenderer: Renderer

  /// - Parameter colour: whether each stream may have it.
  package init(
    results: ByteSink, messages: ByteSink, colour: (results: Bool, messages: Bool) = (false, false)
  ) {
    self.results = results
    self.messages = messages
    self.colour = colour
    resultRenderer = Renderer(.text)
    messageRenderer = Renderer(.text)
    renew()
  }

  /// Renderers that know nothing of what they wrote before: no empty line before the next result.
  package func renew() {
    func settings(_ hasColour: Bool) -> Settings {
      var settings = Settings(digits: digits, hasColour: hasColour, width: width)
      settings.wrapsMessages = wrapsMessages
      return settings
    }
    resultRenderer = Renderer(
      format, settings: settings(colour.results),
      drain: { [results, isInterrupted] in
        if isInterrupted() { $0 = [] }
        results.drain(&$0)
      })
    messageRenderer = Renderer(format, settings: settings(colour.messages))
  }

  /// Whether there is colour on the stream of results.
  var hasColour: Bool { colour.results }

  /// Nobody takes results any more: the pipe is closed, the disk full.
  package var isBroken: Bool { results.failure != nil }

  /// - Parameter isEntry: comes of an entry at the prompt, and of no script.
  package func show(_ outcome: Outcome, units: UnitTable, isEntry: Bool = false) {
    if case .diagnostic = outcome {
      results.flush()
      messageRenderer.render(outcome, units: units, into: &messages.bytes)
      messages.flush()
    } else {
      resultRenderer.settings.cutsLongValues = isEntry && isConversation
      resultRenderer.render(outcome, units: units, into: &results.bytes)
      if isWatched, !isHeld { results.flush() }
    }
  }

  package func show(_ listing: Listing) { resultRenderer.render(listing, into: &results.bytes) }

  package func show(_ page: HelpPage) { resultRenderer.render(page, into: &results.bytes) }

  /// A line that is no result: `interrupted`, `saved rig.tj`.
  package func say(_ text: String, units: UnitTable) {
    results.flush()
    messageRenderer.render(.text(text), units: units, into: &messages.bytes)
    messages.flush()
  }

  package func flush() {
    results.flush()
    messages.flush()
  }
}
