/// Where a person's roles lead on one day, in the hat they wear: the one value that the decision about a single thing
/// and the SQL scopes of lists are both made from.
struct Reach: Sendable, Equatable {
    let account: Int64
    let hat: Hat
    /// Who runs the work that the hat is worn in.
    let organisation: Int64
    /// The person's name there.
    let name: String
    /// All hats that the person could wear today, in any organisation.
    let hats: [Hat]
    /// Teams in which the person has the hat's role today.
    let teams: Set<Int64>
    /// Schools that the hat leads to: where one teaches or leads, or which one develops.
    let schools: Set<Int64>
    /// Programmes that the hat leads to, through a team or by an assignment.
    let programmes: Set<Int64>
    /// Schools where the person sets others' pay today, whatever hat they wear.
    let leads: Set<Int64>
    /// By which names the menu leads there.
    var signposts = Signposts()
}
