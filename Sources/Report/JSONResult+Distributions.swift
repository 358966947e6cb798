import Engine
import Units

extension JSONResult {
  /// No number stands for a distribution: `median`, `p5`, `p95`, `mean`, `sd`, and from how many
  /// samples they were found.
  func write(
    _ distributed: Distributed, of value: Value, medians: [Double], unit: ShownUnit?,
    into json: inout JSONWriter
  ) {
    func write(
      _ key: String, isDifference: Bool = false, into json: inout JSONWriter,
      _ number: (Int) -> Double?
    ) {
      json.key(key)
      nested(value, into: &json) { i, json in
        guard let found = number(i) else { return json.null() }
        json.number((isDifference ? unit?.ofDifferences : unit)?.inUnit(found) ?? found)
      }
    }
    let spreads = distributed.spreads
    let isEnvelope = !distributed.brackets.isEmpty
    json.key(value.axes.isEmpty ? "value" : "values")
    json.null()
    if !isEnvelope { write("median", into: &json) { medians[$0] } }
    write("p5", into: &json) { spreads[$0].low }
    write("p95", into: &json) { spreads[$0].high }
    if !isEnvelope {
      write("mean", into: &json) { spreads[$0].mean }
      write("sd", isDifference: true, into: &json) { spreads[$0].sd }
    }
    write("error", isDifference: true, into: &json) { spreads[$0].error }
    json.field("samples", distributed.samples)
    if distributed.isStopped {
      json.key("stopped")
      json.bool(true)
    }
    json.key("seed")
    json.string(String(distributed.sampling.seed))
    if isEnvelope { json.field("worstCaseOver", distributed.brackets) }
    if value.isOuterBound {
      json.key("outerBound")
      json.bool(true)
    }
  }
}
