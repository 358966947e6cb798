public enum NearestNames {
  public static func nearest(to word: String, in names: [String], limit: Int) -> [String] { [] }
}
