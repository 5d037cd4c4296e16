/// A study that is held: the research view of one programme.
struct Study: Sendable {
    let key: Int64
    let programme: Int64
    let code: String
    let title: Title
    let minimumGroup: Int
    let minimumForSingleItems: Int
    let published: Bool
}

/// Whether a study can be seen. What is arriving or leaving is seen by nobody but the import that moves it.
enum StudyState: String {
    case arriving, held, leaving
}
