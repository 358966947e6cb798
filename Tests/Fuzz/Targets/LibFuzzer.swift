import Glibc
import Shell

/// What libFuzzer calls for each input (https://llvm.org/docs/LibFuzzer.html). The environment says
/// which target: `TJ_FUZZ=parser`.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
  if let fault = chosenTarget.fault(with: bytes) {
    complain("FAULT: \(fault)\n")
    abort()
  }
  return 0
}

private let chosenTarget: FuzzTarget = {
  let name = getenv("TJ_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    complain("TJ_FUZZ names no target: \(FuzzTarget.allCases.map(\.rawValue))\n")
    exit(2)
  }
  return target
}()

private func complain(_ text: String) {
  let sink = ByteSink(descriptor: 2)
  sink.write(text)
  sink.flush()
}
