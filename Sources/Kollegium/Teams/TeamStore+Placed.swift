import Storage

extension TeamStore {
    /// A team of the schedule with where it stands, so that what may be told of it can be decided.
    struct Placed: Sendable, Equatable {
        let publicID: String
        let name: String
        let school: String
        let schoolID: String
        let place: Place
    }

    /// Teams of a programme by school and name, page by page.
    /// - Parameters:
    ///   - scope: of the list's reader, for a statement that calls the teams `t`.
    ///   - today: the day on which members are counted.
    func placed(
        in programme: Int64, within scope: Scope, today: Day, page: Int = 1, size: Int = 50
    ) throws -> ListPage<Placed> {
        let rows = try db.all(
            """
            WITH listed AS (
                SELECT t.id, t.public_id, t.name, t.sort_key, t.school_id, t.programme_id,
                    s.name AS school, s.public_id AS school_public_id, s.sort_key AS school_sort_key
                FROM teams t JOIN schools s ON s.id = t.school_id
                WHERE t.programme_id = ? AND \(scope.sql)
                ORDER BY s.sort_key, s.id, t.sort_key, t.id LIMIT ? OFFSET ?
            )
            SELECT l.id, l.public_id, l.name, l.school_id, l.school, l.school_public_id, g.id, g.organisation_id,
                CASE WHEN g.origin = 'imported' AND g.taken_over_at IS NULL THEN 1 ELSE 0 END,
                (SELECT count(DISTINCT m.person_id) FROM memberships m JOIN people p ON p.id = m.person_id
                    WHERE m.team_id = l.id AND m.role IN ('teacher', 'conversation-leader', 'team-leader')
                        AND m.starts <= ? AND (m.ends IS NULL OR m.ends > ?) AND p.erased_at IS NULL)
            FROM listed l JOIN programmes g ON g.id = l.programme_id
            ORDER BY l.school_sort_key, l.school_id, l.sort_key, l.id
            """,
            values: [programme.value] + scope.values + [
                Int64(size + 1).value, Int64(ListPage<Placed>.offset(page, size)).value,
                today.description.value, today.description.value,
            ]
        ) { row in
            Placed(
                publicID: try row.text(1), name: try row.text(2), school: try row.text(4),
                schoolID: try row.text(5),
                place: Place(
                    organisation: try row.key(7), programmes: [try row.key(6)], school: try row.key(3),
                    team: try row.key(0), members: try row.integer(9), isImported: try row.integer(8) == 1))
        }
        return ListPage(rows, number: page, size: size)
    }
}
