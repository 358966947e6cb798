import Syntax

/// `scenario worst { node = 3 kW; pue = 1.5 }`: overrides under a name, as written.
final class Scenario {
  /// the definitions as they stand: a name that no scenario may take
  static let base = Name("base")

  let definition: ScenarioDefinition
  let source: SourceText
  /// the names in its values, those that it overrides and the scenario that it begins from
  let references: [Reference]
  let documentation: [String]
  let provenance: [String]
  /// goes up with every scenario, for their order
  let number: Int

  init(
    definition: ScenarioDefinition, source: SourceText, documentation: [String],
    provenance: [String], number: Int
  ) {
    self.definition = definition
    self.source = source
    var references = definition.definitions.flatMap {
      ReferenceCollector.references(of: $0.value)
    }
    // a scenario waits for what it overrides
    references += definition.definitions.map { .value($0.name) }
    if let parent = definition.parent, parent != Self.base { references.append(.scenario(parent)) }
    self.references = references
    self.documentation = documentation
    self.provenance = provenance
    self.number = number
  }

  var place: Place { Place(source, definition.nameSpan) }

  var overrides: [WhatIf.Override] {
    definition.definitions.map {
      WhatIf.Override(name: $0.name, span: $0.nameSpan, value: $0.value)
    }
  }

  /// `node = 3 kW`: an override as written.
  func text(of override: WhatIf.Override) -> String {
    "\(override.name.text) = \(source.text(of: override.value))"
  }
}
