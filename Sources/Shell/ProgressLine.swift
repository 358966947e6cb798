import Engine
import Glibc
import LineEditing

/// How far long work has come, in a line of the terminal that goes away again.
enum ProgressLine {
  /// Nothing is shown where messages go elsewhere than to a terminal.
  static var shown: ((Work?) -> Void)? {
    guard isTerminal(2) else { return nil }
    return { work in write(work.map(text) ?? "") }
  }

  /// `42 %, 3 s left  (Ctrl-C stops)`
  static func text(_ work: Work) -> String {
    let percent = Int((min(max(work.share, 0), 1) * 100).rounded(.down))
    let left = work.secondsLeft.map { ", \(duration($0)) left" } ?? ""
    return "\(percent) %\(left)  (Ctrl-C stops)"
  }

  /// `3 s`, `2 min`, `1.5 h`
  private static func duration(_ seconds: Double) -> String {
    if seconds < 99.5 { return "\(Int(max(seconds.rounded(.up), 1))) s" }
    if seconds < 99.5 * 60 { return "\(Int((seconds / 60).rounded())) min" }
    return "\(Int((min(seconds, 3.6e9) / 3600).rounded())) h"
  }

  /// At the beginning of the line, and nothing behind it.
  private static func write(_ text: String) {
    let bytes = Array("\r\(text)\u{1b}[K\(text.isEmpty ? "" : "\r")".utf8)
    bytes.withUnsafeBytes { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
