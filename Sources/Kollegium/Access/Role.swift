/// What somebody is in the work, for a while and in one place. One person may have several roles, and wears one at
/// a time.
enum Role: String, Sendable, CaseIterable {
    case teacher
    case conversationLeader = "conversation-leader"
    case teamLeader = "team-leader"
    case supervisor
    case supervisorOfSupervisors = "supervisor-of-supervisors"
    case schoolLeader = "school-leader"
    case programmeLeader = "programme-leader"
    case developmentLeader = "development-leader"
    case researcher
    case guest
    case administrator

    /// The hat that somebody wears who has not chosen, and the order in which hats are offered. Whoever leads a
    /// school begins as its leader, because the pay rule closes most of what their other hats would open; then
    /// what a person does in a team, the more active first; then what they do for teams; then what stands beside.
    static let inOrder: [Role] = [
        .schoolLeader, .conversationLeader, .teamLeader, .teacher, .supervisor, .programmeLeader,
        .supervisorOfSupervisors, .developmentLeader, .researcher, .administrator, .guest,
    ]

    /// The roles that make up a team. Supervisors and school leaders stand beside it.
    static let members: [Role] = [.teacher, .conversationLeader, .teamLeader]
}

/// The role that a person acts in now.
struct Hat: Sendable, Hashable {
    let person: Int64
    let role: Role
}
