import Glibc

/// Bytes on their way to an open file, gathered into big blocks.
///
/// Without a descriptor they stay in `bytes`, for tests.
package final class ByteSink {
  /// What has not been written yet.
  package var bytes: [UInt8] = []
  /// The system's error number if writing failed. Everything after that is dropped.
  package private(set) var failure: Int32?
  private let descriptor: Int32?

  package init(descriptor: Int32? = nil) { self.descriptor = descriptor }

  package func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes all that has been gathered.
  /// - Complexity: one system call, more where the file takes less at a time.
  package func flush() { drain(&bytes) }

  /// Writes and empties a buffer; keeps its memory.
  func drain(_ buffer: inout [UInt8]) {
    guard let descriptor, !buffer.isEmpty else { return }
    if failure == nil { failure = buffer.withUnsafeBytes { Self.write($0, to: descriptor) } }
    buffer.removeAll(keepingCapacity: true)
  }

  /// - Returns: the error number, nil for success.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, part.baseAddress, part.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // somebody has made the file non-blocking: wait until it takes more
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
