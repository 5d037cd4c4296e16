import Hummingbird

/// What the address of a list asks for.
struct Asked: Sendable {
    /// The words looked for.
    let search: String
    let page: Int
    private let request: Request

    init(_ request: Request) {
        self.request = request
        search = Self.value("q", request)
        page = wholeNumber(Array(Self.value("page", request).utf8)) ?? 1
    }

    subscript(_ name: String) -> String { Self.value(name, request) }

    /// Two hundred characters are more than any name; NUL has no place in a statement.
    private static func value(_ name: String, _ request: Request) -> String {
        let form = Form(urlEncoded: Substring(request.uri.query ?? ""))
        return String(form[name].prefix(200)).replacing("\0", with: "")
    }
}
