import Storage

/// What narrows a list of a programme's teams, and where its page begins.
struct TeamFilter: Sendable, Equatable {
    /// The school's public id.
    var school: String?
    /// Part of a team's or a school's name, as somebody typed it.
    var search = ""
    /// The public id of the last team of the page before.
    var after: String?

    /// What somebody may narrow a list by. To researchers teams are codes: schools and names would tell which is which.
    func read(by reader: ReportReader) -> TeamFilter {
        reader == .researcher ? TeamFilter(after: after) : self
    }
}

/// A page of a programme's teams in the order of their names.
struct TeamListPage: Sendable {
    let teams: [Int64]
    /// The last team's public id, where more come after it.
    let next: String?

    /// Whether it is the whole list.
    var isWhole = false

    var selection: Selection.Teams { .page(teams) }

    /// A list that goes on keeps the order of names by which its next page is found.
    var order: TeamStore.Order { isWhole ? .bySchool : .byName }
}

extension TeamStore {
    /// At most so many teams as stand on a page, found by name without going through those before.
    ///
    /// - Parameter school: Only teams of this school, whatever the filter says of schools.
    func page(of programme: Int64, _ filter: TeamFilter, school: Int64?) throws -> TeamListPage {
        var conditions = ""
        var values = [programme.value]
        if let school {
            conditions += " AND t.school_id = ?"
            values.append(school.value)
        } else if let school = filter.school {
            conditions += " AND t.school_id = (SELECT o.id FROM schools o WHERE o.public_id = ?)"
            values.append(school.value)
        }
        let wanted = SwedishOrder.searchKey(filter.search.filter { $0 != "\0" })
        if !wanted.isEmpty {
            // Whatever was typed is looked for as it stands.
            let pattern =
                "%" + wanted.replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
                + "%"
            conditions += " AND (t.search_key LIKE ? ESCAPE '!' OR s.search_key LIKE ? ESCAPE '!')"
            values += [pattern.value, pattern.value]
        }
        if let after = filter.after {
            conditions +=
                " AND (t.sort_key, t.id) > (SELECT l.sort_key, l.id FROM teams l WHERE l.public_id = ? AND l.programme_id = ?)"
            values += [after.value, programme.value]
        }
        let found = try db.all(
            """
            SELECT t.id, t.public_id FROM teams t JOIN schools s ON s.id = t.school_id
            WHERE t.programme_id = ?\(conditions)
            ORDER BY t.sort_key, t.id LIMIT \(Selection.page + 1)
            """, values: values
        ) { (key: try $0.key(0), id: try $0.text(1)) }
        let shown = found.prefix(Selection.page)
        let next = found.count > shown.count ? shown.last?.id : nil
        return TeamListPage(
            teams: shown.map(\.key), next: next, isWhole: next == nil && filter.after == nil)
    }
}
