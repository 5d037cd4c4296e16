/// The words that belong to a field of a form: what helps to fill it in, and what is wrong with it.
struct FieldRemarks {
    let hint: Remark?
    let flaw: Remark?
    /// The ids of both, by which a screen reader finds them from the field.
    let describedBy: String?

    struct Remark: Sendable {
        let id: String
        let words: String
    }

    /// - Parameter id: the field's own.
    init(of id: String, hint: Sentence?, flaw: Sentence?, _ language: Language) {
        self.hint = hint.map { Remark(id: id + "-h", words: $0(language)) }
        self.flaw = flaw.map { Remark(id: id + "-e", words: $0.asWhole(language)) }
        let remarks = [self.hint?.id, self.flaw?.id].compactMap { $0 }
        describedBy = remarks.isEmpty ? nil : remarks.joined(separator: " ")
    }
}
