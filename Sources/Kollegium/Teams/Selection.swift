import Storage

/// Which of a programme's teams a report is read for, and as of which day.
struct Selection: Sendable {
    enum Teams: Sendable, Equatable {
        case all
        case one(Int64)
        /// The programme's teams at one school.
        case school(Int64)
        /// Some teams, as many as a page has room for.
        case page([Int64])
    }

    let teams: Teams
    /// What happened later is not there yet. Nil: everything is there, also what is still going on.
    let through: Day?

    /// The whole programme as it is stored: what the command line reports.
    static let everything = Selection(teams: .all, through: nil)

    /// How many teams stand on a page.
    static let page = 50

    init(teams: Teams, through: Day?) {
        self.teams = teams
        self.through = through
    }

    /// What stands before a column whose index is not to be used, because the teams are named.
    var passing: String { teams == .all ? "" : "+" }

    /// The condition on `teams t` by which a statement reads these of a programme's teams, and its values.
    ///
    /// Where they are named one by one the programme is only a check: by the plus no engine takes its index and goes
    /// through all of the programme's teams.
    func teams(of programme: Int64) -> (sql: String, values: [Value]) {
        let narrowing = narrowing("t.id")
        return (
            passing + "t.programme_id = ?" + narrowing.sql,
            [programme.value] + narrowing.values
        )
    }

    /// What a statement about a programme's teams goes on with where it is to read only these, and its values.
    ///
    /// A page's keys are filled up to a full page with the last of them, so that every page is the same statement.
    func narrowing(_ column: StaticString) -> (sql: String, values: [Value]) {
        switch teams {
        case .all: return ("", [])
        case .one(let team): return (" AND \(column) = ?", [team.value])
        case .school(let school):
            return (" AND \(column) IN (SELECT o.id FROM teams o WHERE o.school_id = ?)", [school.value])
        case .page(let keys):
            guard let last = keys.last else { return (" AND 1 = 0", []) }
            let places = (keys.count + Self.page - 1) / Self.page * Self.page
            let marks = Array(repeating: "?", count: places).joined(separator: ", ")
            let filled = keys + Array(repeating: last, count: places - keys.count)
            return (" AND \(column) IN (\(marks))", filled.map(\.value))
        }
    }

    /// Whether the day has come.
    func includes(_ day: Day) -> Bool {
        through.map { day <= $0 } ?? true
    }
}
