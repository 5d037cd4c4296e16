/// How visible practice has become between the colleagues of a team. It is shown beside the map, as itself; no level
/// comes of it, and a no is never counted.
public enum VisibilityLadder: Sendable, Equatable {
    /// The rungs, from the lowest.
    public enum Rung: String, Sendable, CaseIterable {
        case told, material, clip, conversation, visit
    }

    /// Before the team's third term nothing is made of it.
    case tooEarly
    case seen(Seen)

    public struct Seen: Sendable, Equatable {
        /// On which days filming was offered. An offer is no rung, and what became of it is nobody's figure.
        public let offered: [Int]
        /// How many different people have shown something, and when first and last; nobody is nil.
        public let shown: Shown?
    }

    public struct Shown: Sendable, Equatable {
        public let people: Int
        public let first: Int
        public let last: Int
        /// The rungs that it may have been. What is noted says that practice was shown and not how, so it is a clip
        /// or a whole conversation, and never one of the two.
        public let rungs: [Rung]
    }

    /// - Parameters:
    ///   - number: Which of the team's own terms it is, from 1.
    ///   - showings: All up to the day that is spoken of, also from earlier terms.
    public init(term number: Int, showings: [TeamCourse.Showing], offered: [Int]) {
        guard number >= ThreeSources.visibilityTerm else {
            self = .tooEarly
            return
        }
        let days = showings.map(\.day)
        let shown = days.min().flatMap { first in
            days.max().map { last in
                Shown(
                    people: Set(showings.map(\.person)).count, first: first, last: last,
                    rungs: [.clip, .conversation])
            }
        }
        self = .seen(Seen(offered: offered.sorted(), shown: shown))
    }
}
