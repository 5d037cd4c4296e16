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
}

/// The role that a person acts in now.
struct Hat: Sendable, Hashable {
    let person: Int64
    let role: Role
}
