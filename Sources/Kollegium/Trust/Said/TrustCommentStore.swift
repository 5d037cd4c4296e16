import Measures
import Storage

/// What is said of levels of trust, in the team's room and nowhere else.
struct TrustCommentStore {
    let db: Session

    /// Adds a comment.
    /// - Throws: `FormRefusal` with what is wrong.
    func add(_ draft: TrustCommentDraft, at spot: TrustSpot, by act: Act) throws {
        let (programme, organisation) = try TeamStore(db: db).requireOpen(spot.team)
        let text = try draft.examined().sound()
        let key = try db.nextKey(in: "trust_comments")
        try db.execute(
            """
            INSERT INTO trust_comments (id, public_id, team_id, form, term, person_id, text, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, key, PublicID.make(), spot.team, spot.form.rawValue, spot.term, act.person, text, act.now)
        try ActivityLog(db: db).note(
            act, "commented", "trust comment", key, programme: programme, organisation: organisation)
    }

    /// Takes a comment back. Nothing of its words is kept; taken back twice is once.
    func withdraw(_ comment: TrustComment, by act: Act) throws {
        guard !comment.isWithdrawn else { return }
        let key = try db.one(
            """
            UPDATE trust_comments SET text = '', withdrawn_at = ?
            WHERE public_id = ? AND withdrawn_at IS NULL
            RETURNING id
            """, act.now, comment.publicID
        ) { try $0.key(0) }
        guard let key else { return }
        try ActivityLog(db: db).note(act, "withdrew", "trust comment", key, of: comment.spot.team)
    }

    /// What is said at a spot, in the order it was said.
    func comments(at spot: TrustSpot) throws -> [TrustComment] {
        try db.all(
            """
            SELECT \(Self.columns)
            FROM trust_comments WHERE team_id = ? AND term = ? AND form = ? ORDER BY at, id
            """, spot.team, spot.term, spot.form.rawValue, as: comment)
    }

    /// Whether somebody has said anything on a team's map or set a level there, taken back or not.
    func hasSpoken(_ person: Int64, in team: Int64) throws -> Bool {
        try db.one(
            """
            SELECT 1 FROM trust_comments WHERE team_id = ? AND person_id = ?
            UNION ALL SELECT 1 FROM trust_overrides WHERE team_id = ? AND person_id = ? LIMIT 1
            """, team, person, team, person
        ) { _ in true } ?? false
    }

    func comment(_ publicID: String) throws -> TrustComment? {
        try db.one(
            "SELECT \(Self.columns) FROM trust_comments WHERE public_id = ?", publicID, as: comment)
    }

    private static let columns = "public_id, team_id, form, term, person_id, text, at, withdrawn_at"

    /// Where anything is said that has not been taken back, by term and form, and when the last of it was, in
    /// milliseconds since 1970, UTC.
    func spots(of team: Int64) throws -> [(spot: TrustSpot, at: Int64)] {
        try db.all(
            """
            SELECT team_id, form, term, max(at) FROM trust_comments
            WHERE team_id = ? AND withdrawn_at IS NULL GROUP BY team_id, form, term ORDER BY term, form
            """, team
        ) { (try spot($0, 0, 1, 2), try $0.key(3)) }
    }

    private func comment(_ row: Row) throws -> TrustComment {
        TrustComment(
            publicID: try row.text(0), spot: try spot(row, 1, 2, 3), author: try row.key(4),
            text: try row.text(5), at: try row.key(6), isWithdrawn: row.keyIfAny(7) != nil)
    }

    private func spot(_ row: Row, _ team: Int, _ form: Int, _ term: Int) throws -> TrustSpot {
        guard let known = TrustForm(rawValue: try row.text(form)) else {
            throw StorageError(.damaged, "a comment on the form \(try row.text(form))")
        }
        return TrustSpot(team: try row.key(team), form: known, term: try row.text(term))
    }
}

extension ActivityLog {
    /// Notes what was done in a team's room, also in a programme in which nothing else may be changed.
    func note(_ act: Act, _ verb: String, _ thing: String, _ key: Int64, of team: Int64) throws {
        guard let programme = try TeamStore(db: db).programme(of: team),
            let standing = try ProgrammeStore(db: db).standing(of: programme)
        else { return }
        try note(act, verb, thing, key, programme: programme, organisation: standing.organisation)
    }
}
