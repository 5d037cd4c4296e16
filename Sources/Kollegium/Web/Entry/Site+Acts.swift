import Hummingbird

extension Site {
    /// What verbs are told of who does something now.
    func act(of reach: Reach) -> Act { Act(person: reach.hat.person, now: now, today: today) }

    /// Sends a form on to its verb. Where a person made a mistake the form comes back, with what they typed.
    func attempt(
        _ verb: () async throws -> Response, otherwise form: (FormProblems) async throws -> Response
    ) async throws -> Response {
        do {
            return try await verb()
        } catch let refusal as FormRefusal {
            return try await form(refusal.problems)
        }
    }

    /// A form that came back.
    func refused(_ page: some Page, to caller: Caller) -> Response {
        answer(page, to: caller, status: .unprocessableContent)
    }
}
