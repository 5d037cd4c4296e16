import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Kollegium

@Suite struct StaticFilesTests {
    private func get(_ path: String, _ headers: [String: String] = [:]) async throws -> TestResponse {
        let router = Router(options: .autoGenerateHeadEndpoints)
        StaticFiles.addRoutes(to: router)
        var fields = HTTPFields()
        for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
        return try await Application(router: router).test(.router) { [fields] client in
            try await client.execute(uri: path, method: .get, headers: fields) { $0 }
        }
    }

    @Test(arguments: StaticFile.allCases)
    func `an address holds the digest, and leads to the file`(file: StaticFile) async throws {
        let url = StaticFiles.url(file)
        let response = try await get(url)
        #expect(response.status == .ok)
        let digest = SHA256.hash(data: Array(response.body.readableBytesView)).description.suffix(64).prefix(
            16)
        let parts = file.rawValue.split(separator: ".")
        #expect(url == "/static/\(parts[0]).\(digest).\(parts[1])")
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(response.headers[.eTag] == "\"\(digest)\"")
        #expect(response.headers[.vary] == "Accept-Encoding")
        #expect(response.headers[.contentType]?.isEmpty == false)
        #expect(response.headers[.contentType] != "application/octet-stream")
    }

    @Test func `a browser that can unpack gets fewer bytes, with a tag of their own`() async throws {
        let url = StaticFiles.url(.report_css)
        let plain = try await get(url)
        let packed = try await get(url, ["Accept-Encoding": "gzip, br"])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.contentType] == "text/css; charset=utf-8")
        #expect(packed.body.readableBytes < plain.body.readableBytes / 2)
        #expect(try await unpacked(packed.body) == String(buffer: plain.body))
        #expect(packed.headers[.eTag] != plain.headers[.eTag])
    }

    @Test func `who has the file is told so`() async throws {
        let url = StaticFiles.url(.report_css)
        let tag = try #require(try await get(url).headers[.eTag])
        for known in [tag, "W/" + tag, "\"x\", " + tag, "*"] {
            let response = try await get(url, ["If-None-Match": known])
            #expect(response.status == .notModified)
            #expect(response.body.readableBytes == 0)
            #expect(response.headers[.eTag] == tag)
        }
        #expect(try await get(url, ["If-None-Match": "\"x\""]).status == .ok)
        #expect(try await get(url, ["If-None-Match": tag, "Accept-Encoding": "gzip"]).status == .ok)
    }

    @Test(arguments: [
        "/static/report.css", "/static/report.0000000000000000.css", "/static/", "/static/..%2fPackage.swift",
        "/static/%2e%2e/x", "/static/report",
    ])
    func `nothing else is there`(path: String) async throws {
        #expect(try await get(path).status == .notFound)
    }
}
