import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Kollegium

/// Unpacks with the system's own gzip.
func unpacked(_ bytes: ByteBuffer) async throws -> String {
    try await withFolder { folder in
        try Data(bytes.readableBytesView).write(to: URL(fileURLWithPath: folder + "/packed.gz"))
        let ending = try await run("gzip", ["-dc", folder + "/packed.gz"])
        try #require(ending.status == 0, "\(ending.errors)")
        return ending.output
    }
}

@Suite struct CompressionTests {
    private static let page = String(repeating: "<p>Årskurs 7–9 & ”samtal”</p>\n", count: 200)

    private func application() -> some ApplicationProtocol {
        @Sendable func answer(_ type: String?, _ text: String, _ headers: HTTPFields = [:]) -> Response {
            var headers = headers
            headers[.contentType] = type
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
        }
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: Compression())
        router.get("page") { _, _ in answer("text/html; charset=utf-8", Self.page, [.eTag: "\"1\""]) }
        router.get("small") { _, _ in answer("text/html", String(repeating: "a", count: 999)) }
        router.get("just") { _, _ in answer("text/html", String(repeating: "a", count: 1_000)) }
        router.get("svg") { _, _ in answer("image/svg+xml", Self.page) }
        router.get("json") { _, _ in answer("application/json", Self.page) }
        router.get("png") { _, _ in answer("image/png", Self.page) }
        router.get("typeless") { _, _ in answer(nil, Self.page) }
        router.get("packed") { _, _ in answer("text/css", Self.page, [.contentEncoding: "gzip"]) }
        router.get("as-it-is") { _, _ in answer("text/css", Self.page, [.cacheControl: "no-transform"]) }
        router.get("varied") { _, _ in answer("text/css", Self.page, [.vary: "Cookie, Accept-Encoding"]) }
        router.get("parts") { _, _ in
            let parts = (0..<10).map { _ in ByteBuffer(string: Self.page) }
            return Response(
                status: .ok, headers: [.contentType: "text/html"], body: .init(contentsOf: parts))
        }
        router.get("stream") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/html"],
                body: .init { writer in
                    try await writer.write(ByteBuffer(string: Self.page))
                    try await writer.finish(nil)
                })
        }
        router.get("random") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain"],
                body: .init(byteBuffer: ByteBuffer(bytes: (0..<4_000).map { _ in UInt8.random(in: 0...255) }))
            )
        }
        return Application(router: router)
    }

    private func get(
        _ path: String, _ method: HTTPRequest.Method = .get, accepting encoding: String? = "gzip"
    ) async throws -> TestResponse {
        var headers = HTTPFields()
        headers[.acceptEncoding] = encoding
        return try await application().test(.router) { [headers] client in
            try await client.execute(uri: path, method: method, headers: headers) { $0 }
        }
    }

    @Test(arguments: ["/page", "/svg", "/json"])
    func `what is text comes packed, and is the same unpacked`(path: String) async throws {
        let response = try await get(path)
        #expect(response.headers[.contentEncoding] == "gzip")
        #expect(response.headers[values: .vary] == ["Accept-Encoding"])
        #expect(response.headers[.contentLength] == String(response.body.readableBytes))
        #expect(response.body.readableBytes < Self.page.utf8.count / 10)
        #expect(try await unpacked(response.body) == Self.page)
    }

    @Test func `a body of several pieces comes whole`() async throws {
        let response = try await get("/parts")
        #expect(response.headers[.contentEncoding] == "gzip")
        #expect(try await unpacked(response.body) == String(repeating: Self.page, count: 10))
    }

    @Test(arguments: ["/small", "/png", "/typeless", "/as-it-is", "/stream", "/random"])
    func `what would gain nothing goes as it is`(path: String) async throws {
        let response = try await get(path)
        #expect(response.headers[.contentEncoding] == nil)
        #expect(response.body.readableBytes > 900)
    }

    @Test func `what is packed already is not packed again`() async throws {
        let response = try await get("/packed")
        #expect(response.body.readableBytes == Self.page.utf8.count)
        #expect(response.headers[values: .vary] == [])
    }

    @Test func `who does not ask for it gets the page as it is, and caches are told`() async throws {
        for encoding in [nil, "br", "gzip;q=0"] {
            let response = try await get("/page", accepting: encoding)
            #expect(response.headers[.contentEncoding] == nil)
            #expect(response.headers[.vary] == "Accept-Encoding")
            #expect(response.headers[.eTag] == "\"1\"")
            #expect(String(buffer: response.body) == Self.page)
        }
    }

    @Test func `a tag of the page is weak when the page is packed`() async throws {
        #expect(try await get("/page").headers[.eTag] == "W/\"1\"")
    }

    @Test func `the smallest that is packed is a thousand bytes`() async throws {
        #expect(try await get("/just").headers[.contentEncoding] == "gzip")
    }

    @Test func `a head says nothing of packing`() async throws {
        let response = try await get("/page", .head)
        #expect(response.headers[.contentEncoding] == nil)
        #expect(response.body.readableBytes == 0)
    }

    @Test func `what caches are told stands once`() async throws {
        #expect(try await get("/varied").headers[values: .vary] == ["Cookie, Accept-Encoding"])
    }

    @Test func `nothing is also something that can be packed`() async throws {
        let packed = try #require(Gzip.compress(ByteBuffer().readableBytesView, level: Gzip.quick))
        #expect(try await unpacked(packed) == "")
        let large = ByteBuffer(string: (0..<300_000).map { "rad \($0)\n" }.joined())
        let small = try #require(Gzip.compress(large.readableBytesView, level: Gzip.thorough))
        #expect(try await unpacked(small) == String(buffer: large))
        #expect(Gzip.compress(large.readableBytesView, level: Gzip.thorough) == small)
    }
}
