import Storage

/// What the clock tidies up now and then: whatever has ended and is of no use to anybody. Call it once an hour.
struct AccountSweep {
    let db: Session
    let sessions: SessionStore

    func run(now: Int64) throws {
        try sessions.sweep(now: now)
        try SignInLinkStore(db: db).sweep(now: now)
        try AddressChangeStore(db: db).sweep(now: now)
        try ThrottleStore(db: db).sweep(now: now)
        try KnownDeviceStore(db: db).sweep(now: now)
        try MessageStore(db: db).sweep(now: now)
        try TeamStore(db: db).sweepJoinings(now: now)
    }
}
