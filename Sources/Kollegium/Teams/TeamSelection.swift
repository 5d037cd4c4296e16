/// Which teams a statement reads: one, or all of a programme. One text of the statement serves both.
enum TeamSelection: Sendable {
    case team(Int64)
    case programme(Int64)

    /// The column of `teams` that the key is looked for in.
    var column: String {
        switch self {
        case .team: "id"
        case .programme: "programme_id"
        }
    }

    var key: Int64 {
        switch self {
        case .team(let key), .programme(let key): key
        }
    }
}
