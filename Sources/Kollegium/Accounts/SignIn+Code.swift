import Storage

extension SignIn {
    /// The second step: a code from the app, or a recovery code.
    /// - Parameter pending: what `needsCode` gave.
    /// - Returns: `wrong` for a wrong code, after which one may try again; `over` when the ten minutes are.
    func byCode(_ typed: String, pending: Secret, from visitor: Visitor, now: Int64) async throws -> Outcome {
        try await database.write { db in
            let links = SignInLinkStore(db: db)
            guard let account = try links.find(pending, for: .code, now: now) else { return .over }
            let isKnown = try KnownDeviceStore(db: db).isKnown(visitor.deviceSecret, to: account.id)
            let buckets = visitor.buckets(.code, account.email, isKnown: isKnown)
            let throttle = ThrottleStore(db: db)
            if case .closed(let until) = try throttle.enter(buckets, now: now) { return .wait(until: until) }
            guard
                try OneTimeCodeStore(db: db, telephonesAhead: telephonesAhead)
                    .accept(typed, of: account.id, now: now)
            else { return .wrong }
            guard try links.use(pending, for: .code, now: now) != nil else { return .over }
            try throttle.succeed(buckets)
            return .signedIn(try begin(db, account, visitor, now: now))
        }
    }
}
