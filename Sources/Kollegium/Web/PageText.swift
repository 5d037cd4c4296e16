import Mustache

/// How texts are escaped in templates. The library's own way goes by letters, and lets through a quote that has an
/// accent on it.
struct PageText: MustacheContentType {
    private static let name = "PAGE"

    /// What each template begins with.
    static let heading = "{{% CONTENT_TYPE: \(name)}}\n"

    static func registerOnce() { _ = registration }

    private static let registration: Void = MustacheContentTypes.register(PageText(), named: name)

    func escapeText(_ text: String) -> String { text.escapedForHTML }
}
