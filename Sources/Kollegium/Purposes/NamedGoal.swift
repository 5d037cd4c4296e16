/// A goal that a teacher named at the start, as those who group goals read it: under a pseudonym, with the code of the
/// school.
struct NamedGoal: Sendable, Equatable {
    /// The keys by which it is placed.
    let sheet: Int64
    let item: Int64
    /// The person's public id, of which the pseudonym is made.
    let person: String
    /// What it is known by on a form, beside the pseudonym.
    let code: String
    let school: String
    let text: String
    /// The heading that it stands under; nil where it stands under none.
    let heading: String?
}

/// How many of a school's teachers named goals under each heading: those that enough of them named, and whether there is
/// more. Whatever is shown of it is in here, and nothing else is.
struct GoalCounts: Sendable, Equatable {
    let headings: [Heading]
    /// Enough people named something that stands under none of them.
    let hasOthers: Bool

    struct Heading: Sendable, Equatable {
        let words: String
        /// How many people named it; nil where nearly all did, which would tell what each of them named.
        let people: Int?
    }
}
