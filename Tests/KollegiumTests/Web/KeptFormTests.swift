import Testing

@testable import Kollegium

@Suite struct KeptFormTests {
    private func kept(_ names: [String]) -> [String] {
        let form = Form(names.map { (name: $0, value: "x") })
        return KeptFormPage(form, path: "/join", isSignedIn: false, .sv).fields.map(\.name)
    }

    @Test func `a team's code is kept, and no secret is`() {
        #expect(kept(["code", "name", "email", FormToken.field]) == ["code", "name", "email"])
        #expect(kept([OneTimeCode.field, "address-" + OneTimeCode.field]) == [])
        #expect(kept(["old-password", "codes-password", "password", "secret"]) == [])
    }

    @Test func `who joins a team on a page that was open for too long sends the same code again`()
        async throws
    {
        try await withDemo(.sqlite) { web in
            let answer = try await web.browser().post(
                "/join", ["code": "BCDF-GHJK", "name": "Nora Ny", "email": "nora@example.org"], token: nil)
            #expect(answer.status == .forbidden)
            #expect(answer.body.contains("name=\"code\" value=\"BCDF-GHJK\""))
            let codes = try await web.browser().post(
                "/sign-in/code", [OneTimeCode.field: "123456"], token: nil)
            #expect(codes.status == .forbidden && !codes.body.contains("123456"))
        }
    }
}
