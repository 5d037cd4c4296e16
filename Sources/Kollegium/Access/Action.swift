/// What somebody wants to do with a thing.
enum Action: String, Sendable, CaseIterable {
    /// See it, list it, download it.
    case read
    /// Make it, change it, end it.
    case write
    /// Say something beside it, without changing it.
    case comment
    /// Set a level other than the rules', with a reason.
    case override
    /// Suggest to the team that it is released.
    case propose
    /// Give one's own yes to a release.
    case release
    /// Take it back: one's own words, or from a release what concerns oneself.
    case withdraw
    /// Begin a programme and appoint who leads it, without seeing what comes to be in it.
    case found
}
