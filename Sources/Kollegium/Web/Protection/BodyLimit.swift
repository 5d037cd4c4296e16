import HTTPTypes
import Hummingbird

/// How much may be sent to a route or a group of routes. Whoever says beforehand that it is more is refused before any
/// of it is read, and whoever does not say is stopped where it becomes more.
///
/// The innermost limit does not widen an outer one: put the wider on the group of uploads, and the narrow on the others.
struct BodyLimit<Context: RequestContext>: RouterMiddleware {
    private let bytes: @Sendable (Context) -> Int

    init(bytes: Int) {
        self.init { _ in bytes }
    }

    init(_ bytes: @escaping @Sendable (Context) -> Int) {
        self.bytes = bytes
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let bytes = bytes(context)
        if let length = request.headers[.contentLength] {
            guard let length = Int(length), length <= bytes else {
                throw RequestRefusal.tooLarge(limit: bytes)
            }
            return try await next(request, context)
        }
        guard request.headers[.transferEncoding] != nil else { return try await next(request, context) }
        var request = request
        request.body = RequestBody(asyncSequence: MeasuredBody(body: request.body, limit: bytes))
        return try await next(request, context)
    }
}

/// A body that ends in a refusal where it grows beyond its limit.
private struct MeasuredBody: AsyncSequence, Sendable {
    let body: RequestBody
    let limit: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var iterator: RequestBody.AsyncIterator
        let limit: Int
        var count = 0

        mutating func next() async throws -> ByteBuffer? {
            guard let piece = try await iterator.next() else { return nil }
            count += piece.readableBytes
            guard count <= limit else { throw RequestRefusal.tooLarge(limit: limit) }
            return piece
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(iterator: body.makeAsyncIterator(), limit: limit)
    }
}
