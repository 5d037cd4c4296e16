import Hummingbird
import Storage

/// Somebody's own yes or no. It goes by the person, not by what they do today, so it is there after leaving too.
struct ParticipationRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/participation", use: show)
        pages.post("/participation/:study", use: answer)
        pages.get("/participation/:study") { _, _ in site.redirect(.participation) }
        pages.get("/participation/receipts/:receipt", use: receipt)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, setting) = (context.reach, site.setting(context.language))
        let key = site.key
        let page = try await site.database.read { db in
            try ParticipationPage.read(db, reach, key, setting)
        }
        return site.answer(page, to: context.caller)
    }

    @Sendable func answer(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, form) = (try context.part("study"), context.reach, context.form)
        let (act, setting) = (site.act(of: reach), site.setting(context.language))
        var answers: [Purpose: Consent.Answer] = [:]
        for purpose in Purpose.allCases {
            answers[purpose] = Consent.Answer(rawValue: form[purpose.rawValue])
        }
        let said = answers
        return try await site.attempt {
            let receipt = try await site.database.write { db in
                try reach.require(.write, Thing(.consent, Place(owner: act.person)))
                let parts = try StudyInformationStore(db: db).parts(of: act.person)
                guard let part = parts.first(where: { $0.publicID == id }) else { throw WebError.notFound }
                guard !said.isEmpty else { throw FormRefusal("", .nothingChosen) }
                let isInformed = part.information != nil
                // A no is taken at any time; a yes only from who could read what it is for.
                return try ConsentStore(db: db).answer(
                    isInformed ? said : said.filter { $0.value == .no }, basis: form["basis"],
                    to: part.study, information: part.information?.key, by: act)
            }
            guard let receipt else { return site.redirect(.participation) }
            return site.redirect(.consentReceipt(receipt), saying: .saved)
        } otherwise: { problems in
            let page = try await site.database.read { db in
                try ParticipationPage.read(db, reach, site.key, setting, (id, said), problems)
            }
            return site.refused(page, to: context.caller)
        }
    }

    @Sendable func receipt(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (number, reach) = (try context.part("receipt"), context.reach)
        let setting = site.setting(context.language)
        let page = try await site.database.read { db in try ReceiptPage.read(db, number, reach, setting) }
        return site.answer(page, to: context.caller)
    }
}

extension Sentence {
    fileprivate static let nothingChosen = Sentence(
        sv: "Du har inte valt ja eller nej på något. Inget är sparat.",
        en: "You have chosen neither yes nor no to anything. Nothing is saved.")
}
