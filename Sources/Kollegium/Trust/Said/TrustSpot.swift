import Measures

/// One form of trust in one term of a team: where a level stands, what the team says of it, and what its supervisor
/// sets beside it.
struct TrustSpot: Sendable, Hashable {
    /// The team's key.
    let team: Int64
    let form: TrustForm
    /// The term's code.
    let term: String
}
