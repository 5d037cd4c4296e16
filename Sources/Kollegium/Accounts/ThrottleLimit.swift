/// How many failures are borne before one has to wait, and for how long. Times in milliseconds.
struct ThrottleLimit: Sendable, Equatable {
    /// Failures without any wait.
    let free: Int
    /// The wait after the first failure beyond that; each further one doubles it.
    let firstWait: Int64
    let longestWait: Int64
    /// One failure is forgotten in this time.
    let forgets: Int64

    func wait(after failures: Int) -> Int64 {
        guard failures > free else { return 0 }
        let doublings = failures - free - 1
        guard doublings < 40 else { return longestWait }
        return min(longestWait, firstWait << doublings)
    }

    /// How many of the failures still count.
    func remembered(_ failures: Int, since then: Int64, now: Int64) -> Int {
        max(0, failures - Int(max(0, now - then) / forgets))
    }

    // MARK: The limits

    /// One account from one address, by a browser that nobody has signed in to it from.
    static let pair = ThrottleLimit(free: 5, firstWait: 15_000, longestWait: hour, forgets: hour)
    /// One account from anywhere, by such browsers.
    static let account = ThrottleLimit(free: 25, firstWait: 30_000, longestWait: hour, forgets: hour / 2)
    /// One account by a browser that its owner has signed in from.
    static let device = ThrottleLimit(free: 10, firstWait: 15_000, longestWait: hour / 4, forgets: hour / 2)
    /// Any accounts from one address, by browsers not known to them: a school of hundreds stands behind one.
    static let address = ThrottleLimit(free: 200, firstWait: 2_000, longestWait: hour / 12, forgets: 15_000)
    /// Links sent to one account. The longest wait is shorter than a link's life, so there is always one in the
    /// letterbox that can be used, whoever asked for it.
    static let link = ThrottleLimit(free: 3, firstWait: 60_000, longestWait: hour / 3, forgets: hour / 3)

    /// Guesses at team codes from one address. A staff room types wrong now and then; who guesses gets some thousand tries
    /// a day at one of four thousand million codes, of which few are open.
    static let teamCode = ThrottleLimit(free: 30, firstWait: 5_000, longestWait: hour / 4, forgets: 60_000)

    private static let hour: Int64 = 3_600_000
}
