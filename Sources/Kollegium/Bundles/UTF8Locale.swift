import Foundation

/// Lets a piece of work on this thread read and write names as UTF-8, whatever the locale of the process.
/// libarchive converts names by the locale, and in the plain C locale it cannot take `ä`.
final class UTF8Locale {
    private let locale: locale_t?

    init() { locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) }

    deinit {
        if let locale { freelocale(locale) }
    }

    func callAsFunction<Result>(_ body: () throws -> Result) rethrows -> Result {
        guard let locale else { return try body() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return try body()
    }
}
