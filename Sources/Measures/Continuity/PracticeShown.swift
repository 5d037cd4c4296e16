/// Whether practice has become visible in a team: since when, and by how many.
public struct PracticeShown: Sendable, Equatable {
    /// The first day on which somebody showed theirs; nil where nobody has.
    public let first: Int?
    /// How many different people have.
    public let people: Int

    /// Looks at everything up to and with the last day.
    public init(_ showings: [TeamCourse.Showing], upTo last: Int) {
        let soFar = showings.filter { $0.day <= last }
        first = soFar.map(\.day).min()
        people = Set(soFar.map(\.person)).count
    }
}
