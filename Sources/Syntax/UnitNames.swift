/// What the parser asks while it reads: is this word a unit, prefix included?
///
/// It is the only thing that a reading may depend on besides the text itself.
public protocol UnitNames: AnyObject {
  func isUnit(_ name: Name) -> Bool
}
