import HTTPTypes
import Hummingbird

/// Packs pages for clients that can unpack them. What is streamed, small or packed already goes as it is.
///
/// A packed page tells by its size whether something in it is like something else (BREACH), so no secret may stand in a
/// page twice in the same letters: tokens of forms are hidden anew in each answer (`FormToken`).
struct Compression<Context: RequestContext>: RouterMiddleware {
    /// Bytes below which a page fits in one packet anyway.
    static var smallest: Int { 1_000 }
    /// Bytes above which an answer is no page, and would be held in memory twice.
    static var largest: Int { 8_000_000 }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isText(response), response.headers[.contentEncoding] == nil else { return response }
        Self.vary(&response.headers)
        guard let length = response.body.contentLength, (Self.smallest...Self.largest).contains(length),
            request.method != .head, response.status != .partialContent,
            response.headers[.cacheControl]?.contains("no-transform") != true,
            AcceptEncoding(request.headers[values: .acceptEncoding]).prefersGzip
        else { return response }
        let page = try await Self.bytes(of: response.body)
        guard let packed = Gzip.compress(page.readableBytesView, level: Gzip.quick),
            packed.readableBytes < page.readableBytes
        else {
            response.body = ResponseBody(byteBuffer: page)
            return response
        }
        response.headers[.contentEncoding] = "gzip"
        // The bytes are others now; what they mean is the same.
        if let tag = response.headers[.eTag], !tag.hasPrefix("W/") { response.headers[.eTag] = "W/" + tag }
        response.body = ResponseBody(byteBuffer: packed)
        return response
    }

    private static func isText(_ response: Response) -> Bool {
        guard let type = response.headers[.contentType] else { return false }
        let plain = type.prefix { $0 != ";" }.lowercased()
        if plain == "text/event-stream" { return false }
        return plain.hasPrefix("text/") || plain.hasSuffix("+xml") || plain.hasSuffix("+json")
            || ["application/json", "application/javascript", "application/xml"].contains(plain)
    }

    /// A cache must not hand one client what was packed for another.
    private static func vary(_ headers: inout HTTPFields) {
        let names = headers[values: .vary].joined(separator: ",").lowercased()
        guard names != "*", !names.contains("accept-encoding") else { return }
        headers.append(HTTPField(name: .vary, value: "Accept-Encoding"))
    }

    private static func bytes(of body: ResponseBody) async throws -> ByteBuffer {
        let sheet = Sheet()
        try await body.write(Collector(sheet: sheet))
        return sheet.bytes
    }
}

private final class Sheet {
    var bytes = ByteBuffer()
}

/// Takes what a body writes.
private struct Collector: ResponseBodyWriter {
    let sheet: Sheet

    func write(_ buffer: ByteBuffer) async throws {
        if sheet.bytes.readableBytes == 0 {
            sheet.bytes = buffer
        } else {
            sheet.bytes.writeImmutableBuffer(buffer)
        }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
