import Storage

/// Messages that leave the house: put in by whoever writes, taken out by a `Postman`, each handed over once.
struct MessageStore {
    let db: Session

    /// How long a postman has for one message, in milliseconds; more than any way of sending may take.
    static let lease: Int64 = 5 * 60_000
    /// The waits before a message is tried again, in minutes; after the last it has failed.
    static let retries: [Int64] = [1, 5, 15, 60, 240, 720, 1440]

    /// Puts a letter in line. - Returns: false where there is one of this key already; the new one is then dropped.
    /// - Parameter quiet: given for a letter that waits for the next working day's hours, whenever it is written or has
    ///   to be tried again.
    @discardableResult
    func enqueue(
        key: String, to recipient: EmailAddress, _ letter: Letter, in language: Language, now: Int64,
        outside quiet: QuietTime? = nil
    ) throws -> Bool {
        try db.execute(
            """
            INSERT INTO messages
                (unique_key, recipient, language, subject, body, state, attempts, made_at, due_at, by_day)
            VALUES (?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?)
            ON CONFLICT (unique_key) DO NOTHING
            """,
            key, recipient.text, language.rawValue, letter.subject(language),
            LetterText.unwrapped(letter.body(language)), now, quiet?.end(from: now) ?? now,
            quiet == nil ? 0 : 1)
            == 1
    }

    /// Takes a letter out again that nobody has begun to hand over.
    func withdraw(key: String) throws {
        try db.execute("DELETE FROM messages WHERE unique_key = ? AND state = 'waiting'", key)
    }

    /// The same for all whose keys begin so, and go on after a space.
    func withdraw(keysFrom beginning: String) throws {
        // The sign after the space in bytewise order is the exclamation mark.
        try db.execute(
            "DELETE FROM messages WHERE unique_key >= ? AND unique_key < ? AND state = 'waiting'",
            beginning + " ", beginning + "!")
    }

    /// The same, and which they were.
    func withdrawn(keysFrom beginning: String) throws -> [String] {
        try db.all(
            """
            DELETE FROM messages WHERE unique_key >= ? AND unique_key < ? AND state = 'waiting'
            RETURNING unique_key
            """, beginning + " ", beginning + "!"
        ) { try $0.text(0) }
    }

    // MARK: A postman's day

    /// Takes the next message that is due; until the lease is over it is this postman's alone.
    /// - Parameter isQuiet: letters that go out by day only are left for the morning.
    func claim(now: Int64, isQuiet: Bool = false) throws -> Message? {
        try db.all(
            """
            UPDATE messages SET state = 'leaving', claimed_until = ?, attempts = attempts + 1
            WHERE id = (
                    SELECT id FROM messages WHERE state = 'waiting' AND due_at <= ? AND by_day <= ?
                    ORDER BY due_at, id LIMIT 1)
                AND state = 'waiting'
            RETURNING id, unique_key, recipient, language, subject, body, attempts, made_at
            """,
            now + Self.lease, now, isQuiet ? 0 : 1
        ) { row in
            Message(
                id: try row.key(0), key: try row.text(1), recipient: try row.text(2),
                language: Language(rawValue: try row.text(3)) ?? .sv, subject: try row.text(4),
                body: try row.text(5),
                attempt: try row.integer(6), madeAt: try row.key(7))
        }.first
    }

    /// Notes how handing over ended. What went out is emptied: it may hold a link that opens an account.
    ///
    /// Who was too slow for the lease still says what became of it, unless somebody has decided meanwhile.
    func settle(_ message: Message, _ outcome: MailOutcome, now: Int64) throws {
        switch outcome {
        case .sent:
            try mark(message, .sent, emptied: true, failure: nil, now: now)
        case .uncertain(let why):
            try mark(message, .uncertain, emptied: false, failure: why, now: now)
        case .refused(let why):
            try mark(message, .failed, emptied: true, failure: why, now: now)
        case .notNow(let why):
            guard message.attempt <= Self.retries.count else {
                return try mark(message, .failed, emptied: true, failure: why, now: now)
            }
            try db.execute(
                """
                UPDATE messages SET state = 'waiting', due_at = ?, claimed_until = NULL, failure = ?
                WHERE id = ? AND attempts = ? AND state IN ('leaving', 'uncertain')
                """,
                now + Self.retries[message.attempt - 1] * 60_000, why, message.id, message.attempt)
        }
    }

    private func mark(
        _ message: Message, _ state: MessageState, emptied: Bool, failure: String?, now: Int64
    ) throws {
        try db.execute(
            """
            UPDATE messages
            SET state = ?, claimed_until = NULL, failure = ?, sent_at = ?, body = CASE WHEN ? = 1 THEN '' ELSE body END
            WHERE id = ? AND attempts = ? AND state IN ('leaving', 'uncertain')
            """,
            state.rawValue, failure, state == .sent ? now : nil, emptied ? 1 : 0, message.id, message.attempt)
    }

    /// Messages whose postman is gone. They may have gone out, so they are not sent again; where the way of sending
    /// does a thing once however often it is asked, they wait again.
    func expire(now: Int64, isRepeatable: Bool) throws {
        try db.execute(
            """
            UPDATE messages SET state = ?, claimed_until = NULL, failure = ?
            WHERE state = 'leaving' AND claimed_until <= ?
            """,
            isRepeatable ? "waiting" : "uncertain",
            isRepeatable ? nil : "the process that was sending it ended", now)
    }

    // MARK: Looking after them

    /// How many are in each state.
    func counts() throws -> [MessageState: Int] {
        let rows = try db.all("SELECT state, count(*) FROM messages GROUP BY state") {
            (MessageState(rawValue: try $0.text(0)), try $0.integer(1))
        }
        return Dictionary(uniqueKeysWithValues: rows.compactMap { state, count in state.map { ($0, count) } })
    }

    /// Those that somebody should look at: uncertain or failed, the newest first.
    func troubled() throws -> [(
        id: Int64, recipient: String, subject: String, state: String, failure: String?
    )] {
        try db.all(
            """
            SELECT id, recipient, subject, state, failure FROM messages
            WHERE state IN ('uncertain', 'failed') ORDER BY made_at DESC, id DESC
            """
        ) { (try $0.key(0), try $0.text(1), try $0.text(2), try $0.text(3), $0.textIfAny(4)) }
    }

    /// Sends an uncertain one again, because a human has decided so.
    func sendAgain(_ id: Int64, now: Int64) throws -> Bool {
        try db.execute(
            "UPDATE messages SET state = 'waiting', due_at = ?, failure = NULL WHERE id = ? AND state = 'uncertain'",
            now, id) == 1
    }

    /// Removes what has been over for three months, and sooner what an uncertain one says: its link is long dead.
    func sweep(now: Int64) throws {
        let day: Int64 = 86_400_000
        try db.execute(
            "UPDATE messages SET state = 'failed', body = '' WHERE state = 'uncertain' AND made_at < ?",
            now - 14 * day)
        try db.execute(
            "DELETE FROM messages WHERE state IN ('sent', 'failed') AND made_at < ?", now - 90 * day)
    }
}
