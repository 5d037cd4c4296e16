import Storage

/// An assignment as pages tell it: what a person is trusted with, where and when.
struct NamedAssignment: Sendable, Equatable {
    let publicID: String
    let role: Role
    /// The programme's or the school's name; nil where it is the whole organisation's.
    let place: Title?
    let from: Day
    /// The first day it no longer holds; nil while it lasts.
    let to: Day?
}

extension AssignmentStore {
    /// A person's assignments of all times, the latest first.
    /// - Parameter programmes: only those in one of them or at a school that takes part; nil for all.
    func named(of person: Int64, in programmes: Set<Int64>? = nil) throws -> [NamedAssignment] {
        let scope =
            programmes.map {
                Scope("a.programme_id", in: $0).or(
                    Scope("f.programme_id", in: $0).exists(
                        "SELECT count(*) FROM school_profiles f WHERE f.school_id = a.school_id"))
            } ?? .everything
        return try db.all(
            """
            SELECT a.public_id, a.role, p.title_sv, p.title_en, s.name, a.starts, a.ends
            FROM assignments a
            LEFT JOIN programmes p ON p.id = a.programme_id
            LEFT JOIN schools s ON s.id = a.school_id
            WHERE a.person_id = ? AND \(scope.sql) ORDER BY a.starts DESC, a.id DESC
            """, values: [person.value] + scope.values
        ) { row in
            let title = Title(
                sv: row.textIfAny(2) ?? row.textIfAny(4), en: row.textIfAny(3) ?? row.textIfAny(4))
            return NamedAssignment(
                publicID: try row.text(0), role: try Self.role(row, 1),
                place: title.sv == nil && title.en == nil ? nil : title, from: try row.day(5),
                to: try row.dayIfAny(6))
        }
    }
}
