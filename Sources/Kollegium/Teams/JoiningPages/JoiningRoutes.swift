import HTTPTypes
import Hummingbird
import Storage

/// A teacher at the first meeting joins their team by its code, and by the letter that follows shows who they are.
struct JoiningRoutes {
    let site: Site

    func add(to pages: RouterGroup<WebContext>) {
        pages.get("/join", use: show)
        pages.get("/join/:code", use: show)
        pages.post("/join", use: join)
        pages.get("/joinings/:secret", use: look)
        pages.post("/joinings/:secret", use: confirm)
    }

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        // What is in the address is taken over only where it can be a code: nobody puts words on our pages by a link.
        let letters = context.parameters.get("code").flatMap { TeamCode.letters($0) }
        let code = letters.map { TeamCode(letters: $0, endsAt: 0).grouped } ?? ""
        return site.answer(JoinPage(Joining(code: code), context.language), to: context.caller)
    }

    @Sendable func join(_ request: Request, _ context: WebContext) async throws -> Response {
        let (form, now, today) = (context.form, site.now, site.today)
        let joining = Joining(code: form["code"], name: form["name"], email: form["email"])
        let gate = JoiningGate(visitor: Visitor(request, context.caller))
        do {
            _ = try joining.examined().sound()
            // Counted before the code is looked at, and in a transaction of its own: a refusal must not take it back.
            let entry = try await site.database.write { db in try gate.enter(db, now: now) }
            if case .closed(let end) = entry {
                let sentence = Sentence.tooManyTries(
                    until: end, now: now, in: site.settings.zone, besides: .nothingElse)
                return answer(joining, FormRefusal("", sentence), context, .tooManyRequests)
                    .waiting(until: end, now: now)
            }
            let (site, secret, language) = (site, Secret(), context.language)
            let outcome = try await site.database.write { db in
                let outcome = try TeamStore(db: db).join(
                    joining, secret: secret.text, now: now, today: today)
                try gate.succeed(db)
                if let letter = outcome.letter {
                    try MessageStore(db: db).enqueue(
                        key: "joining \(secret.digest)", to: letter.address,
                        .joining(
                            link: site.whole(.joining(secret.text)),
                            team: "\(outcome.team), \(outcome.school)",
                            hours: Int((letter.endsAt - now) / 3_600_000)), in: language, now: now)
                }
                return outcome
            }
            return site.answer(JoinSentPage(outcome, language), to: context.caller)
        } catch let refusal as FormRefusal {
            return answer(joining, refusal, context, .unprocessableContent)
        }
    }

    private func answer(
        _ joining: Joining, _ refusal: FormRefusal, _ context: WebContext, _ status: HTTPResponse.Status
    ) -> Response {
        site.answer(
            JoinPage(joining, context.language, refusal.problems), to: context.caller, status: status)
    }

    /// Asks for the button to be pressed. Whether the link is still good shows then: looking tells nothing.
    @Sendable func look(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }) else {
            return closed(context)
        }
        return site.answer(JoiningPage(secret, context.language), to: context.caller)
    }

    @Sendable func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let secret = context.parameters.get("secret").flatMap({ Secret($0) }) else {
            return closed(context)
        }
        let (signIn, now, today, language) = (site.signIn, site.now, site.today, context.language)
        let visitor = Visitor(request, context.caller)
        do {
            let (ending, started) = try await site.database.write { db in
                let proof = try TeamStore(db: db).confirm(secret: secret.text, now: now, today: today)
                return (
                    proof.ending, try signIn.byJoining(db, proof, in: language, from: visitor, now: now)
                )
            }
            if let started {
                return try await site.enter(
                    started, leaving: context.caller, to: "/", saying: ending.notice(isIn: true))
            }
            let isIn = context.caller.signedIn != nil
            return site.redirect(isIn ? .start : .signIn, saying: ending.notice(isIn: isIn))
        } catch is FormRefusal {
            return closed(context)
        }
    }

    private func closed(_ context: WebContext) -> Response {
        site.answer(ClosedLinkPage(.joining, context.language), to: context.caller, status: .gone)
    }
}

extension Joining.Ending {
    /// - Parameter isIn: Whether they are signed in now.
    fileprivate func notice(isIn: Bool) -> Notice {
        switch self {
        case .joined: isIn ? .joined : .joinedSignIn
        case .alreadyMember: .alreadyMember
        case .leadsSchool: .staysOut
        }
    }
}

/// Guesses at codes, counted for where they come from; a right code is none.
struct JoiningGate: Sendable {
    private let bucket: ThrottleStore.Bucket

    init(visitor: Visitor) {
        bucket = ThrottleStore.Bucket(
            "team-code\n\(visitor.network)", .teamCode, isEmptiedBySuccess: false)
    }

    func enter(_ db: Session, now: Int64) throws -> ThrottleStore.Entry {
        try ThrottleStore(db: db).enter([bucket], now: now)
    }

    func succeed(_ db: Session) throws { try ThrottleStore(db: db).succeed([bucket]) }
}
