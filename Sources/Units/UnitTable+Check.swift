import Syntax

/// The self-check of the whole table, as a test and `tj --check` ask for it.
extension UnitTable {
  /// What is wrong with the unit files, a line each: declarations that do not read, names that are
  /// declared twice, prefixed names that can be read in two ways, steps of ladders that are no units.
  public func faults() -> [String] {
    var faults: [String] = []
    var readings: [String: Set<Reading>] = [:]
    loadIndex()
    for place in definitions.indices {
      let place = Int32(place)
      guard let known = definition(place) else {
        faults.append("does not read: \(index.declarations[Int(place)].line.string)")
        continue
      }
      for step in known.ladders.joined() + known.powerLadder {
        let name = step.split(separator: "^").first.map(String.init) ?? step
        if atom(spelled: name) == nil { faults.append("\(known.name): no step \(step)") }
      }
      if let other = known.ladderOf, atom(spelled: other) == nil {
        faults.append("\(known.name): no ladder \(other)")
      }
      if let difference = known.difference, atom(spelled: difference) == nil {
        faults.append("\(known.name): no difference \(difference)")
      }
    }
    for entry in index.entries {
      let name = entry.name.string
      readings[name, default: []].insert(Reading(definition: entry.declaration, prefix: -1))
      guard let known = definition(entry.declaration) else { continue }
      for (place, prefix) in Prefix.all.enumerated()
      where known.prefixes & (1 << UInt64(place)) != 0 {
        let reading = Reading(definition: entry.declaration, prefix: place)
        if entry.kind.takes(.symbol) {
          for short in [prefix.short] + prefix.variants {
            readings[short + name, default: []].insert(reading)
          }
        }
        if entry.kind.takes(.word) { readings[prefix.long + name, default: []].insert(reading) }
      }
    }
    for (name, ways) in readings.sorted(by: { $0.key < $1.key }) {
      if ways.count > 1 {
        let names = ways.compactMap { definition($0.definition)?.name }.sorted()
        faults.append("\(name) is of \(names.joined(separator: " and "))")
      } else if atom(spelled: name) == nil, name != "as" {
        faults.append("\(name) is not found")
      }
    }
    return faults
  }

  private struct Reading: Hashable {
    var definition: Int32
    var prefix: Int
  }
}
