/// What a team's people answered about one form of trust in one round of a questionnaire.
public struct AnswerRound: Sendable, Equatable {
    public struct Person: Sendable, Equatable {
        /// Who, by a number that is the same in all rounds.
        public let key: Int64
        /// All answers on the form; at least one.
        public let all: PersonMean
        /// The answers on each facet; a facet without any is missing.
        public let facets: [TrustFacet: PersonMean]

        public init(key: Int64, all: PersonMean, facets: [TrustFacet: PersonMean]) {
            self.key = key
            self.all = all
            self.facets = facets
        }
    }

    /// What the round is called, such as the code of its part.
    public let name: String
    /// How many questions on the form it asks, also those of no facet. Only questions with five steps count.
    public let items: Int
    public let facetItems: [TrustFacet: Int]
    /// How many were asked: the members on the day it opened, and whoever answered.
    public let asked: Int
    public let people: [Person]

    public init(
        name: String, items: Int, facetItems: [TrustFacet: Int], asked: Int, people: [Person]
    ) {
        self.name = name
        self.items = items
        self.facetItems = facetItems
        self.asked = asked
        self.people = people
    }

    /// Those who answered at least half of the questions on the form.
    var counted: [Person] { people.filter { $0.all.answers * 2 >= items } }
}
