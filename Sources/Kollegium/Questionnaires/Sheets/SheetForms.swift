import Synchronization

/// The questions of waves, made ready once: what a wave asks is settled when it opens.
final class SheetForms: Sendable {
    private struct WaveKey: Hashable {
        let part: Int64
        let openedAt: Int64?
    }

    private struct FormKey: Hashable {
        let wave: WaveKey
        let page: Page
        let language: Language
    }

    /// Which of a part's questions stand on a page.
    enum Page: Hashable, Sendable {
        /// One section, from 1.
        case section(Int)
        case whole
        /// For whom has no goals of the part before.
        case wholeButReview
        /// All ratings of which there may be earlier ones.
        case lookBack
        /// All, for whoever types in a paper.
        case typing

        /// As an address has it.
        var number: Int {
            if case .section(let number) = self { number } else { 1 }
        }

        var isSection: Bool {
            if case .section = self { true } else { false }
        }
    }

    private struct Contents {
        var parts: [WaveKey: AskedPart] = [:]
        var forms: [FormKey: SheetForm] = [:]
        var lookBacks: [LookBackForm.Shape: LookBackForm] = [:]
    }

    private let contents = Mutex(Contents())
    private static let most = 200

    /// What a wave asks. Of one that is not open yet it is read anew each time.
    func part(_ wave: Wave, read: () throws -> AskedPart) rethrows -> AskedPart {
        let key = WaveKey(part: wave.part, openedAt: wave.openedAt)
        if let known = contents.withLock({ $0.parts[key] }) { return known }
        let part = try read()
        guard wave.openedAt != nil else { return part }
        contents.withLock { contents in
            if contents.parts.count >= Self.most { contents = Contents(lookBacks: contents.lookBacks) }
            contents.parts[key] = part
        }
        return part
    }

    func form(_ wave: Wave, _ page: Page, _ language: Language, make: () -> SheetForm) -> SheetForm {
        let key = FormKey(
            wave: WaveKey(part: wave.part, openedAt: wave.openedAt), page: page, language: language)
        if let known = contents.withLock({ $0.forms[key] }) { return known }
        let form = make()
        guard wave.openedAt != nil else { return form }
        contents.withLock { $0.forms[key] = form }
        return form
    }

    func lookBack(_ shape: LookBackForm.Shape, make: () -> LookBackForm) -> LookBackForm {
        if let known = contents.withLock({ $0.lookBacks[shape] }) { return known }
        let form = make()
        contents.withLock { $0.lookBacks[shape] = form }
        return form
    }
}
