/// What in a page of questions is somebody's own. All else is the same for everybody, is made once, and is kept.
enum QuestionSlot: Sendable, Hashable {
    /// ` checked` at a step; the step 0 is opting out.
    case mark(Int, step: Int)
    /// What is written, escaped; a ranking's texts have places.
    case text(Int, place: Int)
    /// ` selected` at what a ranking offers.
    case rank(Int, place: Int, step: Int)
    /// What only this person can put in a place of a ranking: their own words of earlier parts.
    case ownRanks(Int, place: Int)
    /// From here to the end only where there are such words.
    case ifOwnRanks(Int)
    /// From here to the end only where this place is taken.
    case ifRank(Int, place: Int)
    /// Of the value that stands there.
    case basis(Int)
    /// What is wrong with it, or that another window has answered it.
    case flaw(Int)
    /// The earlier self.
    case earlier(Int)
    /// The goal of the part before that it is about, escaped.
    case goal(Int)
    /// From here to the end only where there is such a goal.
    case ifGoal(Int)
    case end

    /// Parts slots from what stands around them. No escaped text keeps this character.
    static let sign: Character = "\u{1C}"

    /// As it stands in a page that is yet to be filled in.
    var mark: String {
        let words: [String] =
            switch self {
            case .mark(let question, let step): ["m", "\(question)", "\(step)"]
            case .text(let question, let place): ["t", "\(question)", "\(place)"]
            case .rank(let question, let place, let step): ["r", "\(question)", "\(place)", "\(step)"]
            case .ownRanks(let question, let place): ["o", "\(question)", "\(place)"]
            case .ifOwnRanks(let question): ["w", "\(question)"]
            case .ifRank(let question, let place): ["p", "\(question)", "\(place)"]
            case .basis(let question): ["b", "\(question)"]
            case .flaw(let question): ["f", "\(question)"]
            case .earlier(let question): ["e", "\(question)"]
            case .goal(let question): ["g", "\(question)"]
            case .ifGoal(let question): ["i", "\(question)"]
            case .end: ["x"]
            }
        return "\(Self.sign)\(words.joined(separator: " "))\(Self.sign)"
    }

    /// Whether it opens what not everybody has.
    var isOpening: Bool {
        switch self {
        case .ifGoal, .ifOwnRanks, .ifRank: true
        default: false
        }
    }

    /// - Parameter mark: what stands between two signs.
    init?(_ mark: Substring) {
        let words = mark.split(separator: " ")
        let numbers = words.dropFirst().compactMap { Int($0) }
        switch (words.first, numbers.count) {
        case ("m", 2): self = .mark(numbers[0], step: numbers[1])
        case ("t", 2): self = .text(numbers[0], place: numbers[1])
        case ("r", 3): self = .rank(numbers[0], place: numbers[1], step: numbers[2])
        case ("o", 2): self = .ownRanks(numbers[0], place: numbers[1])
        case ("w", 1): self = .ifOwnRanks(numbers[0])
        case ("p", 2): self = .ifRank(numbers[0], place: numbers[1])
        case ("b", 1): self = .basis(numbers[0])
        case ("f", 1): self = .flaw(numbers[0])
        case ("e", 1): self = .earlier(numbers[0])
        case ("g", 1): self = .goal(numbers[0])
        case ("i", 1): self = .ifGoal(numbers[0])
        case ("x", 0): self = .end
        default: return nil
        }
    }
}
