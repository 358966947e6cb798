import Glibc

/// Lines of an open file, where there is no terminal: no prompt, no echo.
///
/// - Complexity: linear in the bytes.
public final class PlainReader {
  private let descriptor: Int32
  private let chunk: Int
  private let most: Int
  private var buffer: [UInt8] = []
  /// The first byte of the next line.
  private var position = 0
  /// Up to here there is no line end.
  private var searched = 0
  private var isAtEnd = false

  /// Reads standard input if nothing else is said. Does not close it.
  /// - Parameter most: how many bytes are read of a line or of all that is left: one chunk more at
  ///   most, so that whoever takes no longer text sees that it is too long, and nothing waits for the
  ///   end of a text that has none.
  public init(descriptor: Int32 = 0, chunk: Int = 1 << 16, most: Int = 1 << 28) {
    self.descriptor = descriptor
    self.chunk = max(1, chunk)
    self.most = most
  }

  /// The bytes of the next line without its end (LF or CRLF), or nil when there is none.
  public func nextBytes() -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[position..<end]
        position = end + 1
        searched = position
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      }
      searched = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return buffer[position...]
      }
      refill()
    }
  }

  /// The next line as text; bytes that are no UTF-8 become U+FFFD.
  public func next() -> String? { nextBytes().map { String(decoding: $0, as: UTF8.self) } }

  /// All that is left, line ends included.
  public func rest() -> [UInt8] {
    // of a file the size is known; a reserve for each chunk would be copied with every doubling
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      buffer.reserveCapacity(buffer.count + min(Int(status.st_size), most) + chunk)
    }
    while !isAtEnd { refill() }
    if position > 0 { buffer.removeSubrange(0..<position) }
    defer { (buffer, position, searched) = ([], 0, 0) }
    return buffer
  }

  private func refill() {
    if position > 0 {
      buffer.removeSubrange(0..<position)
      searched -= position
      position = 0
    }
    let pending = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: chunk))
    var got: Int
    repeat {
      got = buffer.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress.map { $0 + pending }, chunk)
      }
    } while got < 0 && errno == EINTR
    buffer.removeLast(chunk - max(0, got))
    if got <= 0 || buffer.count > most { isAtEnd = true }
  }
}
