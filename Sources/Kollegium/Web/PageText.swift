import Mustache

/// How texts are escaped in templates. The library's own way goes by letters, and lets through a quote that has an
/// accent on it.
struct PageText: MustacheContentType {
    private static let name = "PAGE"

    /// What each template begins with.
    static let heading = "{{% CONTENT_TYPE: \(name)}}\n"

    static func registerOnce() { _ = registration }

    private static let registration: Void = MustacheContentTypes.register(PageText(), named: name)

    /// Where templates leave room for a form's token. No escaped text keeps this character.
    static let tokenPlace: UInt8 = 0x1E

    /// Where the frame leaves room for what it stands around; kept out in the same way.
    static let contentPlace: UInt8 = 0x1D

    func escapeText(_ text: String) -> String { text.escapedForHTML }
}
