/// What people are told of a study before they say yes or no to it: who asks, what for, and how long answers are kept.
struct StudyInformation: Sendable, Equatable {
    let key: Int64
    /// Who asks; nil for somebody who is there no longer.
    let asker: Asker?
    let purpose: Title
    let keptUntil: Day
    /// In milliseconds since 1970, UTC.
    let madeAt: Int64

    struct Asker: Sendable, Equatable {
        let key: Int64
        let publicID: String
        let name: String
    }
}
