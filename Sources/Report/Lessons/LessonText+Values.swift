import Engine
import Units

/// Values in the sentences of a lesson.
extension LessonText {
  /// `9.63102 J/t`
  package static func value(_ value: Value, units: UnitTable) -> String {
    ValuePhrase(units: units, settings: Settings()).text(value)
  }
}
