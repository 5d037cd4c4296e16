import Hummingbird
import Logging

/// What Hummingbird alone gives: one route that returns a page of so many bytes, made beforehand. The pages of
/// Kollegium are measured against it.
///
///     bare-server PORT BYTES
let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard arguments.count == 2 else { fatalError("bare-server PORT BYTES") }
let page = ByteBuffer(repeating: UInt8(ascii: "x"), count: arguments[1])
let router = Router()
router.get("/") { _, _ in
    Response(status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: page))
}
var logger = Logger(label: "bare-server")
logger.logLevel = .warning
let application = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: arguments[0])), logger: logger)
try await application.runService()
