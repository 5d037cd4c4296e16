import Foundation
import Synchronization

/// Standard error, to which threads write a line each without coming between each other's.
enum StandardError {
    private static let turn = Mutex(())

    /// Where nobody takes the line any more, it is lost: a log is no reason to stop.
    @Sendable static func write(_ line: [UInt8]) {
        turn.withLock { _ in
            line.withUnsafeBytes { line in
                var rest = UnsafeRawBufferPointer(rebasing: line[...])
                while let start = rest.baseAddress, rest.count > 0 {
                    let count = Foundation.write(STDERR_FILENO, start, rest.count)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return }
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                }
            }
        }
    }
}
