import Storage

/// How a study puts its questionnaires to people. A wave takes it over when it opens, and keeps it.
extension WaveStore {
    /// What the study has decided; what everybody begins with, where it has not.
    func form(ofStudy study: Int64) throws -> WaveForm {
        try db.one(
            "SELECT trust_items, look_back, paging FROM questionnaire_settings WHERE study_id = ?", study
        ) { try WaveForm($0, from: 0) } ?? WaveForm()
    }

    func setForm(_ draft: WaveFormDraft, of study: Study, by act: Act) throws {
        let organisation = try ProgrammeStore(db: db).requireOpen(study.programme)
        try FormBasis.compare(draft.basis, with: WaveFormDraft(try form(ofStudy: study.key)).basis)
        let form = try draft.examined().sound()
        try db.execute(
            """
            INSERT INTO questionnaire_settings (study_id, trust_items, look_back, paging) VALUES (?, ?, ?, ?)
            ON CONFLICT (study_id) DO UPDATE SET trust_items = excluded.trust_items,
                look_back = excluded.look_back, paging = excluded.paging
            """, study.key, form.trustItems.rawValue, form.lookBack.rawValue, form.paging.rawValue)
        try ActivityLog(db: db).note(
            act, "edited", "questionnaire settings", study.key, programme: study.programme,
            organisation: organisation)
    }
}

/// The same as somebody chooses it. Fields: `trustItems`, `lookBack`, `paging`.
struct WaveFormDraft: Sendable, Equatable {
    var trustItems: String
    var lookBack: String
    var paging: String
    /// What the form was made from (`FormBasis`).
    var basis: String?

    init(_ form: WaveForm) {
        trustItems = form.trustItems.rawValue
        lookBack = form.lookBack.rawValue
        paging = form.paging.rawValue
        basis = FormBasis.of([trustItems, lookBack, paging])
    }

    init(_ form: Form) {
        trustItems = form["trustItems"]
        lookBack = form["lookBack"]
        paging = form["paging"]
        basis = form["basis"]
    }

    func examined() -> Examined<WaveForm> {
        var form = FormReading()
        let trustItems = form.choice(
            "trustItems", trustItems, of: WaveForm.TrustItems.self, missing: .choiceMissing)
        let lookBack = form.choice(
            "lookBack", lookBack, of: WaveForm.LookBackTime.self, missing: .choiceMissing)
        let paging = form.choice("paging", paging, of: WaveForm.Paging.self, missing: .choiceMissing)
        return Examined(form) {
            guard let trustItems, let lookBack, let paging else { return nil }
            return WaveForm(trustItems: trustItems, lookBack: lookBack, paging: paging)
        }
    }
}

extension Sentence {
    fileprivate static let choiceMissing = Sentence(
        sv: "välj en av raderna i listan", en: "choose one of the lines of the list")
}
