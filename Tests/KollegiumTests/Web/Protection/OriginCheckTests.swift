import HTTPTypes
import Testing

@testable import Kollegium

@Suite struct OriginCheckTests {
    private let check = OriginCheck(["https://kollegium.example.se/", "http://127.0.0.1:8080"])

    private func refusal(
        _ headers: [String: String], method: HTTPRequest.Method = .post,
        authority: String? = "kollegium.example.se"
    ) -> RequestRefusal? {
        var fields = HTTPFields()
        for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
        return check.refusal(method: method, authority: authority, headers: fields)
    }

    @Test(arguments: [
        ["Sec-Fetch-Site": "same-origin"], ["Sec-Fetch-Site": "none"],
        ["Sec-Fetch-Site": "same-origin", "Origin": "null"],
        ["Origin": "https://kollegium.example.se"], ["Origin": "http://127.0.0.1:8080"],
        ["Origin": "https://Kollegium.example.se"],
        ["Referer": "https://kollegium.example.se/sign-in?x=1"], ["Referer": "https://kollegium.example.se"],
    ])
    func `our own pages may change things`(headers: [String: String]) {
        #expect(refusal(headers) == nil)
    }

    @Test(arguments: [
        [:],
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": ""],
        ["Sec-Fetch-Site": "cross-site", "Origin": "https://kollegium.example.se"],
        ["Origin": "null"], ["Origin": ""], ["Origin": "null", "Referer": "https://kollegium.example.se/"],
        ["Origin": "http://kollegium.example.se"], ["Origin": "https://kollegium.example.se:8443"],
        ["Origin": "https://kollegium.example.se.evil.example"],
        ["Origin": "https://evil.example/https://kollegium.example.se"],
        ["Origin": "https://kollegium.example.se@evil.example"],
        ["Origin": "https://evil.example"], ["Origin": "https://xkollegium.example.se"],
        ["Referer": "https://evil.example/?https://kollegium.example.se/"],
        ["Referer": "https://kollegium.example.se@evil.example/"],
        ["Referer": "https://evil.example\\@kollegium.example.se/"],
        ["Referer": "about:blank"], ["Referer": "kollegium.example.se"],
    ])
    func `other pages, and who does not say, may not`(headers: [String: String]) {
        #expect(refusal(headers) == .foreignOrigin)
    }

    @Test(arguments: [HTTPRequest.Method.get, .head, .options])
    func `whoever only reads need not say where they come from`(method: HTTPRequest.Method) {
        #expect(refusal(["Sec-Fetch-Site": "cross-site"], method: method) == nil)
    }

    @Test(arguments: [HTTPRequest.Method.put, .delete, .patch, HTTPRequest.Method("PROPFIND")!])
    func `every other method changes things`(method: HTTPRequest.Method) {
        #expect(refusal(["Origin": "https://evil.example"], method: method) == .foreignOrigin)
    }

    @Test(arguments: [
        nil, "", "evil.example", "127.0.0.1", "127.0.0.1:8081", "kollegium.example.se:80", "localhost:8080",
    ])
    func `a name that is not ours is refused, so that nobody points theirs at us`(authority: String?) {
        #expect(refusal(["Sec-Fetch-Site": "same-origin"], authority: authority) == .unknownHost)
        #expect(refusal([:], method: .get, authority: authority) == .unknownHost)
    }

    @Test func `the scheme's own port is no part of an origin`() {
        #expect(OriginCheck.origin("https://a.example:443/x") == "https://a.example")
        #expect(OriginCheck.origin("http://a.example:80") == "http://a.example")
        #expect(OriginCheck.origin("http://a.example:443") == "http://a.example:443")
        #expect(OriginCheck.origin("HTTPS://A.example?") == "https://a.example")
        #expect(OriginCheck.origin("https://") == nil)
        #expect(OriginCheck.origin("https:///x") == nil)
        #expect(OriginCheck.origin("ftp://a.example") == nil)
        #expect(OriginCheck.origin("http://[::1]:8080/") == "http://[::1]:8080")
    }
}
