import HTTPTypes
import Hummingbird
import Storage

/// What an administrator does with one account.
struct AccountEntryRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/accounts/:id", use: show)
        pages.post("/accounts/:id/invitation", use: invite)
        pages.post("/accounts/:id/disable", use: disable)
        pages.post("/accounts/:id/enable", use: enable)
        pages.post("/accounts/:id/reset", use: reset)
        pages.get("/accounts/:id/roles") { _, context in
            site.redirect(.accountEntry(try context.part("id")))
        }
        pages.post("/accounts/:id/roles", use: giveRole)
        pages.post("/accounts/:id/roles/:assignment", use: endRole)
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        try await answer(context)
    }

    /// Sends the invitation once more; the one before opens nothing then.
    @Sendable func invite(_ request: Request, _ context: PersonContext) async throws -> Response {
        let site = site
        try await change(context, "invited") { db, account, act in
            guard account.joinedAt == nil, account.disabledAt == nil else { throw WebError.notFound }
            try Invitation(db: db).send(
                to: account, by: act.person, now: act.now, today: act.today,
                url: { site.whole(.invitation($0.text)) })
        }
        return site.redirect(.accountEntry(try context.part("id")), saying: .invited)
    }

    @Sendable func disable(_ request: Request, _ context: PersonContext) async throws -> Response {
        let own = context.signedIn.account
        try await change(context, "disabled") { db, account, act in
            guard account.id != own else { throw WebError.refused(.ownAccount) }
            try AccountStore(db: db).disable(account.id, now: act.now)
        }
        return site.redirect(.accountEntry(try context.part("id")), saying: .accountDisabled)
    }

    @Sendable func enable(_ request: Request, _ context: PersonContext) async throws -> Response {
        try await change(context, "enabled") { db, account, _ in
            try AccountStore(db: db).enable(account.id)
        }
        return site.redirect(.accountEntry(try context.part("id")), saying: .accountEnabled)
    }

    /// For somebody who has lost password, telephone and recovery codes: all of it goes, and an invitation is sent.
    @Sendable func reset(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (site, own) = (site, context.signedIn.account)
        try await change(context, "reset") { db, account, act in
            guard account.id != own else { throw WebError.refused(.ownAccount) }
            guard account.disabledAt == nil else { throw WebError.notFound }
            try AccountStore(db: db).reset(account.id)
            try Invitation(db: db).send(
                to: account, by: act.person, now: act.now, today: act.today,
                url: { site.whole(.invitation($0.text)) })
        }
        return site.redirect(.accountEntry(try context.part("id")), saying: .invited)
    }

    @Sendable func giveRole(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, draft) = (context.reach, RoleDraft(context.form))
        do {
            try await change(context, "appointed") { db, account, act in
                var form = FormReading()
                let role = try draft.examined(AppointmentStore(db: db, reach: reach), &form)
                if draft.role.isEmpty { form.report("role", .appointmentMissing) }
                guard let role, form.problems.isEmpty else { throw FormRefusal(form.problems) }
                guard let listed = try AccountStore(db: db).account(account.publicID, Scope.accounts(reach))
                else { throw WebError.notFound }
                try Admission(db: db, reach: reach).give(role, to: listed.person, by: act)
            }
            return site.redirect(.accountEntry(try context.part("id")), saying: .roleGiven)
        } catch let refusal as FormRefusal {
            return try await answer(context, draft, refusal.problems, .unprocessableContent)
        }
    }

    @Sendable func endRole(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (reach, assignment) = (context.reach, try context.part("assignment"))
        try await change(context, "unappointed") { db, account, act in
            guard let listed = try AccountStore(db: db).account(account.publicID, Scope.accounts(reach)),
                try AssignmentStore(db: db).named(of: listed.person).contains(where: {
                    $0.publicID == assignment
                })
            else { throw WebError.notFound }
            let place = Place(organisation: reach.organisation, owner: listed.person)
            try reach.require(.write, Thing(.assignment, place))
            _ = try AssignmentStore(db: db).end(assignment, on: act.today, reason: nil)
        }
        return site.redirect(.accountEntry(try context.part("id")), saying: .roleEnded)
    }

    /// Finds the account within the administrator's reach, does the work in the same transaction, and notes it.
    private func change(
        _ context: PersonContext, _ verb: String,
        _ work: @escaping @Sendable (Session, Account, Act) throws -> Void
    ) async throws {
        let (reach, id) = (context.reach, try context.part("id"))
        let act = Act(person: reach.hat.person, now: site.now, today: site.today)
        try await site.database.write { db in
            let listed = try Self.find(db, id, reach, .write)
            try work(db, listed.account, act)
            try AccountActivity(db: db).note(
                verb, listed.account.id, by: .person(act.person), at: act.now)
        }
    }

    private static func find(_ db: Session, _ id: String, _ reach: Reach, _ action: Action) throws
        -> ListedAccount
    {
        guard let listed = try AccountStore(db: db).account(id, Scope.accounts(reach)) else {
            throw WebError.notFound
        }
        let place = Place(organisation: reach.organisation, account: listed.account.id)
        try reach.require(action, Thing(.account, place))
        return listed
    }

    private func answer(
        _ context: PersonContext, _ draft: RoleDraft = RoleDraft(), _ problems: FormProblems? = nil,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (reach, id, today) = (context.reach, try context.part("id"), site.today)
        let contents = try await site.database.read { db in
            try AccountEntryPage.Contents.read(
                db, reach, Self.find(db, id, reach, .read), draft, today: today)
        }
        let page = AccountEntryPage(
            contents, seenBy: context.signedIn.account, zone: site.settings.zone, draft, context.language,
            problems)
        return site.answer(page, to: context.caller, status: status)
    }
}

extension Sentence {
    fileprivate static let ownAccount = Sentence(
        sv: "Ditt eget konto kan du inte stänga eller återställa här. Be någon annan som sköter konton.",
        en: "You cannot disable or reset your own account here. Ask somebody else who administers accounts.")
}
