import Measures
import Storage

/// What has been said on trust maps, for start pages: that something was, and where; the words stand on the map.
struct TrustNews {
    let db: Session

    struct Comment: Sendable, Equatable {
        let team: Int64
        let form: TrustForm
        let term: String
        /// In milliseconds since 1970, UTC.
        let at: Int64
    }

    /// The latest comments by others on the maps of some teams, since a moment.
    func comments(on teams: Set<Int64>, besides person: Int64, since: Int64, most: Int) throws -> [Comment] {
        let scope = Scope("c.team_id", in: teams)
        return try db.all(
            """
            SELECT c.team_id, c.form, c.term, c.at FROM trust_comments c
            WHERE \(scope.sql) AND c.person_id <> ? AND c.at >= ? AND c.withdrawn_at IS NULL
            ORDER BY c.at DESC, c.id DESC LIMIT ?
            """, values: scope.values + [person.value, since.value, most.value]
        ) { row in
            guard let form = TrustForm(rawValue: try row.text(1)) else {
                throw StorageError(.damaged, "a comment is on the form \(try row.text(1))")
            }
            return Comment(team: try row.key(0), form: form, term: try row.text(2), at: try row.key(3))
        }
    }

    /// A level that a supervisor set, or took back.
    struct Ruling: Sendable, Equatable {
        let team: Int64
        let form: TrustForm
        let term: String
        let isTakenBack: Bool
        /// In milliseconds since 1970, UTC.
        let at: Int64
    }

    /// What others than this person set or took back on the maps of some teams since a moment: the latest at each spot.
    func rulings(on teams: Set<Int64>, besides person: Int64, since: Int64, most: Int) throws -> [Ruling] {
        let scope = Scope("o.team_id", in: teams)
        return try db.all(
            """
            SELECT o.team_id, o.form, o.term, o.withdrawn_at, coalesce(o.withdrawn_at, o.at)
            FROM trust_overrides o
            WHERE \(scope.sql) AND coalesce(o.person_id, 0) <> ? AND coalesce(o.withdrawn_at, o.at) >= ?
                AND NOT EXISTS (
                    SELECT 1 FROM trust_overrides n
                    WHERE n.team_id = o.team_id AND n.form = o.form AND n.term = o.term AND n.id > o.id)
            ORDER BY o.at DESC, o.id DESC LIMIT ?
            """, values: scope.values + [person.value, since.value, most.value]
        ) { row in
            guard let form = TrustForm(rawValue: try row.text(1)) else {
                throw StorageError(.damaged, "a supervisor's level is on the form \(try row.text(1))")
            }
            return Ruling(
                team: try row.key(0), form: form, term: try row.text(2), isTakenBack: row.keyIfAny(3) != nil,
                at: try row.key(4))
        }
    }

    /// Somebody's own words, which stay theirs after they have left.
    struct OwnWords: Sendable, Equatable {
        let team: String
        let text: String
        let at: Int64
    }

    func words(of person: Int64, most: Int) throws -> [OwnWords] {
        try db.all(
            """
            SELECT t.name, c.text, c.at FROM trust_comments c JOIN teams t ON t.id = c.team_id
            WHERE c.person_id = ? AND c.withdrawn_at IS NULL ORDER BY c.at DESC, c.id DESC LIMIT ?
            """, person, most
        ) { OwnWords(team: try $0.text(0), text: try $0.text(1), at: try $0.key(2)) }
    }
}
