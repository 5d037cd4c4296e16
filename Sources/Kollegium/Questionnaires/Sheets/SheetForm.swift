/// The questions of a part, or of one of its sections, as a form that is made once for each language, and filled in with
/// what a person has answered.
struct SheetForm: Sendable {
    /// All that is the same for everybody.
    private var fixed: [UInt8] = []
    private var slots: [(place: Int, slot: QuestionSlot)] = []

    /// - Parameter text: a page in which slots stand as `QuestionSlot.mark`.
    init(_ text: String) {
        let pieces = text.split(separator: QuestionSlot.sign, omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if index.isMultiple(of: 2) {
                fixed += piece.utf8
            } else if let slot = QuestionSlot(piece) {
                slots.append((fixed.count, slot))
            }
        }
    }

    /// The form with somebody's answers in it.
    func filled(_ filling: QuestionFilling) -> PageBytes {
        var page = PageBytes()
        page.reserve(fixed.count + filling.part.questions.count * 400)
        // Whether what stands between an opening and its end is left out, from the outermost to the innermost.
        var leftOut: [Bool] = []
        var from = 0
        fixed.withUnsafeBufferPointer { fixed in
            func copy(until place: Int) {
                if leftOut.last != true { page.add(UnsafeBufferPointer(rebasing: fixed[from..<place])) }
                from = place
            }
            for (place, slot) in slots {
                copy(until: place)
                if slot == .end {
                    _ = leftOut.popLast()
                } else if slot.isOpening {
                    leftOut.append(leftOut.last == true || !filling.isThere(slot))
                } else if leftOut.last != true {
                    filling.write(slot, into: &page)
                }
            }
            copy(until: fixed.count)
        }
        return page
    }
}
