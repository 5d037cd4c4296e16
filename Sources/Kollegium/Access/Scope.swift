import Storage

/// The part of a statement that keeps a list to what `Access.decide` lets through. A store appends it to its own
/// `WHERE`, with its values in the place that the text has among the statement's:
///
///     let scope = Scope.teamEntries(reach)
///     try db.all("SELECT t.name FROM teams t WHERE t.programme_id = ? AND \(scope.sql)",
///         values: [programme.value] + scope.values) { … }
struct Scope: Sendable, Equatable {
    /// A condition in parentheses, with a `?` for each of `values`.
    let sql: String
    let values: [Value]

    static let nothing = Scope(sql: "(1 = 0)", values: [])
    /// For who asks in nobody's name, such as a command or a list that was decided on as a whole.
    static let everything = Scope(sql: "(1 = 1)", values: [])

    init(sql: String, values: [Value]) {
        self.sql = sql
        self.values = values
    }

    /// A column that has one of some keys. Their number is filled up to a power of two with the last one, so that
    /// few statements differ in their text.
    init(_ column: String, in keys: Set<Int64>) {
        guard let last = keys.max() else {
            self = .nothing
            return
        }
        var places = 1
        while places < keys.count { places *= 2 }
        let filled = keys.sorted() + Array(repeating: last, count: places - keys.count)
        let marks = Array(repeating: "?", count: places).joined(separator: ", ")
        self.init(sql: "(\(column) IN (\(marks)))", values: filled.map(\.value))
    }

    func and(_ other: Scope) -> Scope {
        Scope(sql: "(\(sql) AND \(other.sql))", values: values + other.values)
    }

    func or(_ other: Scope) -> Scope {
        Scope(sql: "(\(sql) OR \(other.sql))", values: values + other.values)
    }

    var not: Scope { Scope(sql: "(NOT \(sql))", values: values) }

    /// The rows for which a statement, which ends where this condition goes on, finds something: it begins with
    /// `SELECT count(*)`. Of an `EXISTS` PostgreSQL would make a table of everybody for a page of fifty.
    func exists(_ statement: String) -> Scope {
        Scope(sql: "(0 < (\(statement) AND \(sql)))", values: values)
    }
}
