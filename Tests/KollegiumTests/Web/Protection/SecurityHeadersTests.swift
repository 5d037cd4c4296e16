import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Kollegium

@Suite struct SecurityHeadersTests {
    private struct Mishap: Error {}

    private func application(isSecure: Bool) -> some ApplicationProtocol {
        let router = Router()
        router.add(middleware: SecurityHeaders(isSecure: isSecure))
        router.get("page") { _, _ in "page" }
        router.get("file") { _, _ in
            Response(
                status: .ok, headers: [.cacheControl: "public, max-age=31536000, immutable", .server: "x"])
        }
        router.get("refused") { _, _ -> String in throw RequestRefusal.formExpired }
        router.get("mishap") { _, _ -> String in throw Mishap() }
        return Application(router: router)
    }

    private func headers(_ path: String, isSecure: Bool = true) async throws -> (
        HTTPResponse.Status, HTTPFields
    ) {
        try await application(isSecure: isSecure).test(.router) { client in
            try await client.execute(uri: path, method: .get) { ($0.status, $0.headers) }
        }
    }

    @Test(arguments: ["/page", "/refused", "/mishap", "/nowhere"])
    func `no answer leaves without them`(path: String) async throws {
        let (_, headers) = try await headers(path)
        #expect(
            headers[HTTPField.Name("Content-Security-Policy")!]
                == "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        let expected = [
            "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
            "Cross-Origin-Embedder-Policy": "require-corp", "Cache-Control": "no-store",
            "Strict-Transport-Security": "max-age=31536000", "X-Permitted-Cross-Domain-Policies": "none",
        ]
        for (name, value) in expected { #expect(headers[HTTPField.Name(name)!] == value) }
        #expect(headers[HTTPField.Name("Permissions-Policy")!]?.contains("camera=(), ") == true)
    }

    @Test func `what was thrown is an answer that tells nothing`() async throws {
        #expect(try await headers("/mishap").0 == .internalServerError)
        #expect(try await headers("/refused").0 == .forbidden)
        #expect(try await headers("/nowhere").0 == .notFound)
    }

    @Test func `an answer keeps what it says itself, and never names the server`() async throws {
        let (_, headers) = try await headers("/file")
        #expect(headers[values: .cacheControl] == ["public, max-age=31536000, immutable"])
        #expect(headers[.server] == nil)
    }

    @Test func `only over https is a browser told to stay there`() async throws {
        let (_, headers) = try await headers("/page", isSecure: false)
        #expect(headers[.strictTransportSecurity] == nil)
        #expect(headers[.xContentTypeOptions] == "nosniff")
    }
}
