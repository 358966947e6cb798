import Glibc

/// The file that is run before every prompt, if there is one.
enum InitFile {
  /// `tj/init.tj` in `$XDG_CONFIG_HOME` or in `~/.config`; nil where there is none.
  static var path: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    var folder: String?
    if let config = variable("XDG_CONFIG_HOME"), config.hasPrefix("/") {
      folder = config
    } else if let home = variable("HOME"), !home.isEmpty {
      folder = home + "/.config"
    }
    guard let path = folder.map({ $0 + "/tj/init.tj" }), access(path, F_OK) == 0 else { return nil }
    return path
  }
}
