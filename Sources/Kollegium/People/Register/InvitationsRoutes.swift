import Hummingbird
import Storage

/// Asking in everybody of a programme who was not.
struct InvitationsRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/invitations", use: show)
        pages.post("/programmes/:id/invitations", use: send)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await page(nil, context), to: context.caller)
    }

    private func page(_ problems: FormProblems?, _ context: PersonContext) async throws -> InvitationsPage {
        let (id, reach, language, today) = (
            try context.part("id"), context.reach, context.language, site.today
        )
        return try await site.database.read { db in
            try InvitationsPage.read(db, id, reach, problems, today: today, language)
        }
    }

    @Sendable func send(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let (site, act, basis) = (site, site.act(of: reach), context.form["basis"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .invitation)
                let waiting = try Uninvited.read(db, here.key, today: act.today)
                guard !waiting.people.isEmpty else { return }
                guard waiting.basis == basis else { throw FormRefusal("", .otherPeople) }
                for person in waiting.people {
                    // Whom no letter reaches is left for the person's own page, which says why.
                    do {
                        try PersonInvitation(db: db).send(
                            to: person.key, language: language, by: act, organisation: reach.organisation
                        ) { site.whole(.invitation($0.text)) }
                    } catch is FormRefusal { continue }
                }
            }
            return site.redirect(.programme(id, .people), saying: .allInvited)
        } otherwise: { problems in
            site.refused(try await page(problems, context), to: context.caller)
        }
    }
}

extension Sentence {
    fileprivate static let otherPeople = Sentence(
        sv: "listan är en annan nu än när du öppnade sidan; ingen har fått något brev, se efter en gång till",
        en: "the list is another now than when you opened the page; nobody got a letter, look once more")
}
