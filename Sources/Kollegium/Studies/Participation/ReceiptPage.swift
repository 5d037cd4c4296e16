import Storage

/// The receipt of a yes or no, to print and to come back to.
struct ReceiptPage: Page {
    static let template = "consent-receipt"
    let heading: PageHeading
    let number: String
    let when: String
    let name: String
    let study: String
    let said: [Said]

    struct Said: Sendable {
        let purpose: String
        let answer: String
        /// What that does.
        let words: String
    }

    /// - Throws: `WebError.notFound` for a number that is nobody's, or somebody else's.
    static func read(_ db: Session, _ number: String, _ reach: Reach, _ setting: StartSetting) throws
        -> ReceiptPage
    {
        try reach.require(.read, Thing(.consent, Place(owner: reach.hat.person)))
        let given = try ConsentStore(db: db).given(by: reach.hat.person)
        guard let receipt = ConsentReceipt.all(given).first(where: { $0.number == number }),
            let study = try StudyStore(db: db).title(of: receipt.study)
        else {
            throw WebError.notFound
        }
        return ReceiptPage(receipt, study, reach.name, setting)
    }

    private init(_ receipt: ConsentReceipt, _ study: Title, _ name: String, _ setting: StartSetting) {
        let language = setting.language
        heading = PageHeading(
            title: Sentence(sv: "Kvitto \(receipt.number)", en: "Receipt \(receipt.number)")(language),
            trail: [Link(Sentence(sv: "Ditt ja eller nej", en: "Your yes or no")(language), .participation)],
            room: .ownConsent(language))
        number = receipt.number
        when = receipt.when(setting)
        self.name = name
        self.study = study(language)
        said = receipt.said.map {
            Said(
                purpose: $0.purpose.name(language), answer: $0.answer.word(language),
                words: ($0.answer == .yes ? $0.purpose.yes() : $0.purpose.no)(language))
        }
    }
}

extension StudyStore {
    func title(of study: Int64) throws -> Title? {
        try db.one("SELECT title_sv, title_en FROM studies WHERE id = ?", study) {
            Title(sv: $0.textIfAny(0), en: $0.textIfAny(1))
        }
    }
}
