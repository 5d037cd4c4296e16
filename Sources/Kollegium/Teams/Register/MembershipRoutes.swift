import Hummingbird
import Storage

/// Who is in a team: joining, leaving, another role. For those who lead the programme.
struct MembershipRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/teams/:id/members", use: list)
        pages.post("/teams/:id/members", use: begin)
        pages.get("/teams/:id/members/:person/:role/:from", use: show)
        pages.post("/teams/:id/members/:person/:role/:from", use: end)
        pages.post("/teams/:id/members/:person/:role/:from/role", use: changeRole)
        pages.post("/teams/:id/members/:person/:role/:from/reopening", use: reopen)
        pages.post("/teams/:id/members/:person/:role/:from/removal", use: remove)
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        let page = try await page(Asked(request).search, MembershipDraft(), nil, context)
        return site.answer(page, to: context.caller)
    }

    private func page(
        _ search: String, _ draft: MembershipDraft, _ problems: FormProblems?, _ context: PersonContext
    ) async throws -> MembersPage {
        let (id, reach, language, today) = (
            try context.part("id"), context.reach, context.language, site.today
        )
        return try await site.database.read { db in
            try MembersPage.read(db, id, reach, search: search, draft, problems, today: today, language)
        }
    }

    @Sendable func begin(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let form = context.form
        let draft = MembershipDraft(person: form["person"], role: form["role"], from: form["from"])
        return try await site.attempt {
            try await site.database.write { db in
                let here = try TeamInHand(db, id, reach, .write, .membership, today: act.today)
                // Somebody of a programme that is not one's own is nobody here.
                let isKnown = try PersonStore(db: db).isKnown(draft.person, in: here.programme.key)
                guard draft.person.isEmpty || isKnown else { throw WebError.notFound }
                try here.requireOthers(db, draft.person, reach)
                try TeamStore(db: db).begin(draft, in: here.team.key, by: act)
            }
            return site.redirect(.team(id, .members), saying: .saved)
        } otherwise: { problems in
            let search = String(form["q"].prefix(200)).replacing("\0", with: "")
            return site.refused(try await page(search, draft, problems, context), to: context.caller)
        }
    }

    // MARK: One of them

    /// A membership by the parts of its address.
    private struct Address: Sendable {
        let team, person, role, from: String

        init(_ context: PersonContext) throws {
            team = try context.part("id")
            person = try context.part("person")
            role = try context.part("role")
            from = try context.part("from")
        }

        func find(_ db: Session, _ reach: Reach, today: Day) throws -> MembershipInHand {
            try MembershipInHand(db, team, person: person, role: role, from: from, reach, today: today)
        }
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (address, reach, today) = (try Address(context), context.reach, site.today)
        let here = try await site.database.read { db in try address.find(db, reach, today: today) }
        let typed = MembershipPage.Typed(
            ending: MembershipEnding(
                lastDay: here.member.lastDay?.description ?? "", reason: LeavingReason.offered(here.member)))
        return site.answer(MembershipPage(here, typed, nil, context.language), to: context.caller)
    }

    @Sendable func end(_ request: Request, _ context: PersonContext) async throws -> Response {
        let form = context.form
        let ending = MembershipEnding(
            lastDay: form["lastDay"], reason: form["reason"], ownWords: form["ownWords"])
        let (reach, act) = (context.reach, site.act(of: context.reach))
        return try await change(MembershipPage.Typed(ending: ending), saying: .membershipEnded, context) {
            db, here in
            // Another last day may let somebody in again.
            if here.member.to != nil { try here.team.requireOthers(db, here.member.personID, reach) }
            try TeamStore(db: db).end(here.member.membership, ending, by: act)
        }
    }

    @Sendable func changeRole(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (role, from, reach) = (context.form["role"], context.form["from"], context.reach)
        let act = site.act(of: reach)
        return try await change(MembershipPage.Typed(role: role, from: from), saying: .saved, context) {
            db, here in
            try here.team.requireOthers(db, here.member.personID, reach)
            try TeamStore(db: db).changeRole(here.member.membership, to: role, from: from, by: act)
        }
    }

    @Sendable func reopen(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, act) = (context.reach, site.act(of: context.reach))
        return try await change(MembershipPage.Typed(), saying: .membershipReopened, context) { db, here in
            try here.team.requireOthers(db, here.member.personID, reach)
            try TeamStore(db: db).reopen(here.member.membership, by: act)
        }
    }

    @Sendable func remove(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (mistake, act) = (context.form["mistake"], site.act(of: context.reach))
        return try await change(MembershipPage.Typed(mistake: mistake), saying: .membershipRemoved, context) {
            db, here in
            try TeamStore(db: db).remove(here.member.membership, because: mistake, by: act)
        }
    }

    private func change(
        _ typed: MembershipPage.Typed, saying notice: Notice, _ context: PersonContext,
        _ verb: @escaping @Sendable (Session, MembershipInHand) throws -> Void
    ) async throws -> Response {
        let (address, reach, today) = (try Address(context), context.reach, site.today)
        return try await site.attempt {
            try await site.database.write { db in
                try verb(db, try address.find(db, reach, today: today))
            }
            return site.redirect(.team(address.team, .members), saying: notice)
        } otherwise: { problems in
            let here = try await site.database.read { db in try address.find(db, reach, today: today) }
            return site.refused(MembershipPage(here, typed, problems, context.language), to: context.caller)
        }
    }
}

extension LeavingReason {
    /// What a form offers again of a membership's reason; own words are not among the choices.
    fileprivate static func offered(_ member: TeamStore.Member) -> String {
        member.reason.flatMap { LeavingReason(rawValue: $0) }?.rawValue ?? ""
    }
}
