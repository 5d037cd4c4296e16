import HTTPTypes
import Hummingbird
import Storage

extension Site {
    var accountChange: AccountChange {
        AccountChange(
            database: database, hashing: passwords, zone: settings.zone,
            telephonesAhead: clock.telephonesAhead)
    }

    /// One's own account's page, also with what was wrong in one of its forms.
    func accountPage(
        _ context: AccountContext, _ problems: FormProblems? = nil, _ status: HTTPResponse.Status = .ok
    )
        async throws -> Response
    {
        let (signedIn, now, today) = (context.signedIn, now, today)
        let contents = try await database.read { db in
            try AccountPage.Contents.read(
                db, signedIn, sessions: sessions(db), now: now, today: today)
        }
        guard let contents else { throw WebError.signedOut }
        let page = AccountPage(
            contents, of: signedIn, named: context.caller.reach?.name, now: now, zone: settings.zone,
            context.language, problems, typed: context.form.trimmed("new-email"))
        return answer(page, to: context.caller, status: status)
    }

    /// The page again, for whoever was not confirmed to be the account's owner; nil where they were.
    /// - Parameter field: where the password was typed.
    func refusal(
        _ outcome: AccountChange.Outcome, at field: String, objectionAt newField: String = "",
        codeAt codeField: String = OneTimeCode.field,
        _ context: AccountContext
    ) async throws -> Response? {
        let problems: FormProblems
        switch outcome {
        case .done: return nil
        case .wrongPassword:
            problems =
                FormRefusal(
                    field, Sentence(sv: "Lösenordet stämmer inte.", en: "The password is not right.")
                ).problems
        case .wrongCode: problems = FormRefusal(codeField, .codeWrong).problems
        case .objection(let sentence): problems = FormRefusal(newField, sentence).problems
        case .wait(let end):
            let sentence = Sentence.tooManyTries(
                until: end, now: now, in: settings.zone, besides: .nothingElse)
            return try await accountPage(context, FormRefusal("", sentence).problems, .tooManyRequests)
                .waiting(until: end, now: now)
        case .crowded: throw PasswordHashing.Overrun()
        }
        return try await accountPage(context, problems, .unprocessableContent)
    }
}
