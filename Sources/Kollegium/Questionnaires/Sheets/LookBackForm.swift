/// The look back's template with room for words. There are few shapes of it and thousands of words, so each shape is made
/// once and the words are put in.
struct LookBackForm: Sendable {
    /// What differs between looks back besides their words.
    struct Shape: Sendable, Hashable {
        let moments: Int
        let isKeepable: Bool
        let hasState: Bool
        let language: Language
    }

    /// What stands before, between and after the words.
    private let fixed: [[UInt8]]

    init(_ shape: Shape, _ templates: Templates) {
        let place = String(QuestionSlot.sign)
        let empty = LookBackPart(
            moments: Array(repeating: .init(when: place, words: place), count: shape.moments),
            keep: shape.isKeepable ? .init(number: place, words: place) : nil,
            state: shape.hasState ? place : nil)
        fixed = templates.fill("look-back", with: empty, in: shape.language)
            .split(separator: QuestionSlot.sign, omittingEmptySubsequences: false).map { Array($0.utf8) }
    }

    /// The words in the order in which the template has them.
    func write(_ part: LookBackPart, into page: inout PageBytes) {
        var piece = 0
        func write(_ words: String) {
            add(piece, to: &page)
            page.add(escaped: words)
            piece += 1
        }
        for moment in part.moments {
            write(moment.when)
            write(moment.words)
        }
        if let keep = part.keep {
            write(keep.number)
            write(keep.words)
        }
        if let state = part.state { write(state) }
        add(piece, to: &page)
    }

    private func add(_ piece: Int, to page: inout PageBytes) {
        fixed[piece].withUnsafeBufferPointer { page.add($0) }
    }
}

extension LookBackPart {
    func shape(_ language: Language) -> LookBackForm.Shape {
        .init(
            moments: moments.count, isKeepable: keep != nil, hasState: state != nil, language: language)
    }
}
