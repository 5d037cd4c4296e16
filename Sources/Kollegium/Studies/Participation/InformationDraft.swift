/// What is typed to tell of a study. Fields: `asker`, `purpose-sv`, `purpose-en`, `kept`.
struct InformationDraft: Sendable, Equatable {
    /// The public id of who asks.
    var asker = ""
    var purposeSV = ""
    var purposeEN = ""
    var kept = ""
    var basis: String?

    struct Values: Sendable {
        let asker: Int64
        let purpose: Title
        let keptUntil: Day
    }

    func examined(askers: [StudyInformation.Asker], today: Day) -> Examined<Values> {
        var form = FormReading()
        let chosen = askers.first { $0.publicID == asker }
        if chosen == nil {
            form.report("asker", Sentence(sv: "välj vem som frågar", en: "choose who asks"))
        }
        let missing = Sentence(
            sv: "skriv vad svaren ska användas till, på svenska eller engelska",
            en: "write what the answers are for, in Swedish or English")
        let isBare = WrittenText(purposeSV).isEmpty && WrittenText(purposeEN).isEmpty
        let swedish =
            isBare || !WrittenText(purposeSV).isEmpty
            ? form.writing("purpose-sv", purposeSV, most: Self.most, missing: missing) : nil
        let english =
            WrittenText(purposeEN).isEmpty
            ? nil : form.writing("purpose-en", purposeEN, most: Self.most, missing: missing)
        let day = form.day(
            "kept", kept,
            missing: Sentence(
                sv: "skriv till vilken dag svaren sparas", en: "write until which day answers are kept"))
        if let day, day <= today {
            form.report(
                "kept",
                Sentence(
                    sv: "dagen har redan varit; skriv en som kommer",
                    en: "the day has been already; write one to come"))
        }
        return Examined(form) {
            guard let chosen, let day else { return nil }
            return Values(asker: chosen.key, purpose: Title(sv: swedish, en: english), keptUntil: day)
        }
    }

    static let most = 4_000
}

extension InformationDraft {
    init(_ form: Form) {
        self.init(
            asker: form["asker"], purposeSV: form["purpose-sv"], purposeEN: form["purpose-en"],
            kept: form["kept"], basis: form["basis"])
    }

    /// As it stands today, to be changed.
    init(_ information: StudyInformation?) {
        asker = information?.asker?.publicID ?? ""
        purposeSV = information?.purpose.sv ?? ""
        purposeEN = information?.purpose.en ?? ""
        kept = information?.keptUntil.description ?? ""
        basis = Self.basis(information)
    }

    static func basis(_ information: StudyInformation?) -> String {
        FormBasis.of([information.map { "\($0.key)" } ?? ""])
    }
}
