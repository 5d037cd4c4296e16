import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Storage
import Support
import Testing

@testable import Kollegium

/// A site over a database of its own, and people in front of it.
struct Web: Sendable {
    let site: Site
    let place: Place
    fileprivate let client: any TestClientProtocol

    /// A browser with nobody signed in.
    func browser(_ language: Language = .sv) -> Browser {
        Browser(client, language)
    }

    /// A browser of one of the demonstration's people, in their part's role.
    func be(_ email: String, _ language: Language = .sv) async throws -> Browser {
        let browser = browser(language)
        _ = try await browser.get("/demo")
        let page = try await browser.post("/demo", ["email": email])
        guard page.status == .seeOther else {
            throw Failed(program: "web", message: "\(email) is nobody here: \(page.status)")
        }
        // The forms of the new session have another token.
        _ = try await browser.get("/who-sees-what")
        return browser
    }
}

/// The five-team study as a demonstration has it, on a day of its own.
func withDemo<T: Sendable>(
    _ engine: TestEngine, today: String = "2015-06-12", settings: [SettingKey: String] = [:],
    telephonesAhead: Int64 = 0,
    watching watcher: (@Sendable (String, Any) -> Void)? = nil, _ body: @Sendable (Web) async throws -> T
) async throws -> T {
    try await withWeb(
        engine, [TestBundle.fiveSchools()], today: today, settings: settings,
        telephonesAhead: telephonesAhead, watching: watcher
    ) { web in
        try await body(web)
    }
}

/// A site with some studies, in which everybody of the demonstration's cast that there is has an account.
func withWeb<T: Sendable>(
    _ engine: TestEngine, _ bundles: [TestBundle], today: String = "2015-06-12",
    settings: [SettingKey: String] = [:], telephonesAhead: Int64 = 0,
    watching watcher: (@Sendable (String, Any) -> Void)? = nil, _ body: @Sendable (Web) async throws -> T
) async throws -> T {
    guard let day = Day(today) else { throw Failed(program: "web", message: "\(today) is no day") }
    return try await withPlace(engine) { place in
        for bundle in bundles { try await place.holding(bundle) }
        let database = try await Database(place.location)
        try await database.migrate(Schema.migrations)
        let noon = Int64(day.number) * 86_400_000 + 10 * 3_600_000
        var environment = [SettingKey.port.variable: "80", SettingKey.logLevel.variable: "critical"]
        for (key, value) in settings { environment[key.variable] = value }
        var site = try Site(
            database: database, clock: WallClock(now: { noon }, telephonesAhead: telephonesAhead),
            settings: try Settings(environment), folder: place.folder,
            passwords: PasswordHashing(concurrency: 2, cost: Door.cheap))
        let cast = try await database.write { db -> [Demo.Member] in
            guard let study = try StudyStore(db: db).studies([.held]).first else { return [] }
            return try DemoCast(
                db: db, programme: study.programme, organisation: ProgrammeStore(db: db).organisation(),
                today: day, now: noon
            ).enter()
        }
        site.demo = Demo(cast: cast, outbox: place.folder + "/outbox")
        site.templates.watcher = watcher
        let made = site
        let result = try await buildApplication(made).test(.router) { client in
            try await body(Web(site: made, place: place, client: client))
        }
        try await database.close()
        return result
    }
}

/// What a browser does for a person: it keeps cookies, and sends the token of the page that it last saw.
actor Browser {
    private let client: any TestClientProtocol
    private let language: Language
    private(set) var cookies: [String: String] = [:]
    private var token = ""
    private var referer: String?

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: String

        var location: String? { headers[.location] }
    }

    fileprivate init(_ client: any TestClientProtocol, _ language: Language) {
        self.client = client
        self.language = language
    }

    func get(_ path: String) async throws -> Answer {
        try await send(.get, path, nil)
    }

    /// Asks with another method, without a form.
    func ask(_ method: HTTPRequest.Method, _ path: String) async throws -> Answer {
        try await send(method, path, nil)
    }

    /// Sends a form from a page of ours. Pairs in the order given.
    func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        if token.isEmpty { _ = try await get("/who-sees-what") }
        let pairs = [(FormToken.field, token)] + fields.map { ($0.key, $0.value) }
        return try await send(
            .post, path, pairs.map { Self.encoded($0) + "=" + Self.encoded($1) }.joined(separator: "&"))
    }

    /// The same for a form that was read from a page.
    /// - Parameter accept: what is asked for, where that is no page.
    func post(_ path: String, _ form: SentForm, accept: String? = nil) async throws -> Answer {
        let pairs = [(FormToken.field, token)] + form.pairs
        let body = pairs.map { Self.encoded($0) + "=" + Self.encoded($1) }.joined(separator: "&")
        return try await send(
            .post, path, ByteBuffer(string: body), "application/x-www-form-urlencoded", accept: accept)
    }

    /// Sends a form with a token of the test's choice, or with none.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>, token: String?) async throws -> Answer
    {
        let pairs = (token.map { [(FormToken.field, $0)] } ?? []) + fields.map { ($0.key, $0.value) }
        return try await send(
            .post, path, pairs.map { Self.encoded($0) + "=" + Self.encoded($1) }.joined(separator: "&"))
    }

    /// Sends a body that no form of ours makes.
    func post(_ path: String, body: String, type: String) async throws -> Answer {
        try await send(.post, path, ByteBuffer(string: body), type)
    }

    /// The token of the page that it last saw.
    var lastToken: String { token }

    /// Has a cookie that somebody planted, or loses one.
    func setCookie(_ name: String, _ value: String?) { cookies[name] = value }

    /// Says from which page the next forms come.
    func setReferer(_ page: String?) { referer = page }

    /// Sends a form and goes where it leads.
    func submit(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        let answer = try await post(path, fields)
        guard answer.status == .seeOther, let next = answer.location else { return answer }
        // A browser keeps the place on the page to itself.
        return try await get(String(next.prefix { $0 != "#" }))
    }

    /// The token of the page last seen.
    func formToken() async throws -> String {
        if token.isEmpty { _ = try await get("/who-sees-what") }
        return token
    }

    /// Sends a body of another kind than a form's fields.
    func send(_ body: ByteBuffer, of type: String, to path: String) async throws -> Answer {
        try await send(.post, path, body, type)
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ body: String?) async throws -> Answer {
        try await send(
            method, path, body.map { ByteBuffer(string: $0) }, "application/x-www-form-urlencoded")
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: ByteBuffer?, _ type: String,
        accept: String? = nil
    ) async throws -> Answer {
        var headers: HTTPFields = [.acceptLanguage: language.rawValue]
        headers[.accept] = accept
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        if body != nil {
            headers[.contentType] = type
            headers[.secFetchSite] = "same-origin"
        }
        headers[.referer] = referer
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body)
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        let text = String(buffer: response.body)
        if let field = text.firstRange(of: "name=\"form-token\" value=\"") {
            token = String(text[field.upperBound...].prefix { $0 != "\"" })
        }
        return Answer(status: response.status, headers: response.headers, body: text)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
