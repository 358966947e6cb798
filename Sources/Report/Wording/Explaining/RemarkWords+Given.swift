import Engine

/// What was given, and who says so; where else the derivation of a name stands.
extension RemarkWords {
  func words(_ given: Derivation.Remark.Given) -> String {
    switch given {
    case .documentation(let text):
      // a remark is no sentence
      text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
    case .figure("", let what), .constant("", let what): what
    case .figure(let name, let what): "\(name): \(what)"
    case .constant(let name, let summary): "\(name): \(summary)"
    case .kept(let name): "kept as it was when \(name) := … was said"
    }
  }

  func words(_ reference: Derivation.Remark.Reference) -> String {
    switch reference {
    case .above: "as above"
    case .furtherDown: "further down"
    case .deeper(let name): "see explain \(name)"
    }
  }
}
