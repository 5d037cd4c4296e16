/// What the places that a hat leads to are called and how they are found, for the menu. It decides nothing: two reaches
/// that differ in it alone are the same.
struct Signposts: Sendable, Equatable {
    /// By name.
    var teams: [Sign] = []
    /// Only where the hat is worn for a school.
    var schools: [Sign] = []
    /// Only where the hat is worn for a programme or a school.
    var programmes: [Sign] = []

    struct Sign: Sendable, Equatable {
        let publicID: String
        let words: Sentence
    }

    static func == (one: Signposts, other: Signposts) -> Bool { true }
}

extension [Signposts.Sign] {
    var inOrder: [Signposts.Sign] {
        guard count > 1 else { return self }
        return map { (key: SwedishOrder.sortKey($0.words.sv), sign: $0) }
            .sorted { ($0.key, $0.sign.publicID) < ($1.key, $1.sign.publicID) }.map(\.sign)
    }
}
