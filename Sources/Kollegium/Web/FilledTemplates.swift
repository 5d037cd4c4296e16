import Synchronization

/// Templates as they were filled in before. A page is nothing but its values, so equal values give the same text, whoever
/// asks and whatever has been written meanwhile: what is kept can never be out of date.
///
/// It holds the texts that were last asked for, in two halves: when the newer one is full it becomes the older, and
/// what nobody has asked for since then goes.
final class FilledTemplates: Sendable {
    private struct Key: Hashable, @unchecked Sendable {
        let template: String
        let language: Language
        let values: AnyHashable

        init(_ template: String, _ values: some Hashable & Sendable, _ language: Language) {
            self.template = template
            self.language = language
            self.values = AnyHashable(values)
        }
    }

    private struct Contents {
        var newer: [Key: String] = [:]
        var older: [Key: String] = [:]
        /// Bytes of the newer texts.
        var size = 0
    }

    private let contents = Mutex(Contents())
    private let limit: Int

    /// - Parameter limit: Bytes of text, beside which the values stand that it was made of.
    init(limit: Int = 8_000_000) {
        self.limit = limit
    }

    /// The text kept for these values, or the one that `fill` makes.
    func text(
        _ template: String, of values: some Hashable & Sendable, in language: Language, fill: () -> String
    ) -> String {
        let key = Key(template, values, language)
        if let known = contents.withLock({ $0.newer[key] }) { return known }
        let text = contents.withLock { $0.older[key] } ?? fill()
        contents.withLock { contents in
            guard contents.newer.updateValue(text, forKey: key) == nil else { return }
            contents.size += text.utf8.count
            guard contents.size > limit / 2 else { return }
            contents.older = contents.newer
            contents.newer = [:]
            contents.size = 0
        }
        return text
    }
}
