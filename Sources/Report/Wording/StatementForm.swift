/// How the statements are written that begin with a word and need more than it.
enum StatementForm {
  private static let forms = [
    "compare": "compare jt under base, worst",
    "why": "why jt under worst",
    "inputs": "inputs jt",
    "graph": "graph jt",
    "sensitivity": "sensitivity jt by 10%",
    "explain": "explain jt",
  ]

  /// What to write where such a word stands alone; nil for any other name.
  static func hints(_ name: String) -> [String]? {
    if name == "learn" { return ["in the shell, `tj learn` lists the lessons"] }
    return forms[name].map { ["write `\($0)`; `?\(name)` tells more"] }
  }
}
