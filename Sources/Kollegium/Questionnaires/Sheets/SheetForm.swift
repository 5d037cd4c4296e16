/// The questions of a part, or of one of its sections, as a form that is made once for each language, and filled in with
/// what a person has answered.
struct SheetForm: Sendable {
    private let pieces: [Piece]

    private enum Piece: Sendable {
        case fixed(String)
        case slot(QuestionSlot)
    }

    /// - Parameter text: a page in which slots stand as `QuestionSlot.mark`.
    init(_ text: String) {
        pieces = text.split(separator: QuestionSlot.sign, omittingEmptySubsequences: false).enumerated()
            .compactMap { index, piece in
                if index.isMultiple(of: 2) { return piece.isEmpty ? nil : .fixed(String(piece)) }
                return QuestionSlot(piece).map(Piece.slot)
            }
    }

    /// The form with somebody's answers in it.
    func filled(_ filling: QuestionFilling) -> String {
        var page = ""
        page.reserveCapacity(pieces.count * 90)
        var isLeftOut = false
        for piece in pieces {
            switch piece {
            case .slot(.end): isLeftOut = false
            case .slot(.ifGoal(let question)): isLeftOut = filling.goal(question) == nil
            case _ where isLeftOut: continue
            case .fixed(let text): page += text
            case .slot(let slot): page += filling.text(of: slot)
            }
        }
        return page
    }
}
