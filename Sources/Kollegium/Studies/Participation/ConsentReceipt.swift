/// What somebody said at one time, under one number.
struct ConsentReceipt: Sendable, Equatable {
    let number: String
    let study: Int64
    /// In milliseconds since 1970, UTC.
    let at: Int64
    let said: [Consent]

    /// The latest first; what was said without a receipt is in none.
    static func all(_ given: [Consent]) -> [ConsentReceipt] {
        Dictionary(grouping: given.filter { $0.receipt != nil }) { $0.receipt ?? "" }
            .compactMap { number, said in
                said.first.map { ConsentReceipt(number: number, study: $0.study, at: $0.at, said: said) }
            }
            .sorted { ($0.said.first?.key ?? 0) > ($1.said.first?.key ?? 0) }
    }

    func when(_ setting: StartSetting) -> String {
        setting.language.weekdayAndDate(setting.day(of: at)) + ", "
            + setting.language.clock(at, in: setting.zone)
    }

    /// `Forskning: nej. Citat: nej.`
    func words(_ language: Language) -> String {
        said.map { "\($0.purpose.name(language)): \($0.answer.word(language).lowercased())." }
            .joined(separator: " ")
    }
}
