/// One column of a research file.
struct ResearchVariable: Sendable {
    let name: String
    /// In the language of the file.
    let label: String
    let kind: Kind
    /// Whether it tells opted out and not asked apart; what is ours is always there.
    var isAnswer = true
    /// What opting out is called.
    var optedOut = ""
    var about = About()

    enum Kind: Sendable {
        /// A code of ours, at most so many bytes.
        case word(Int)
        /// A number and the words that stand for it, the lowest first.
        case number([Step])
        /// Somebody's own words.
        case text
    }

    struct Step: Sendable, Equatable {
        let number: Int
        let words: String
    }

    /// What the codebook tells besides.
    struct About: Sendable {
        var item = ""
        var type = ""
        var form = ""
        var facet = ""
        var area = ""
        /// The waves in which it is asked, in their order.
        var waves: [Int] = []
    }

    /// The columns that every file has.
    enum Own: String, CaseIterable {
        case person, school, team, wave, part, month, entry, quotable
        /// “What has changed for me?”
        case reflection
    }

    /// The numbers that stand for the two kinds of nothing, as user-missing values in SPSS and in files that know no
    /// missing values.
    static let optedOutNumber = -8
    static let notAskedNumber = -9
}

/// What stands in one cell.
enum ResearchValue: Sendable, Equatable {
    /// Nobody answered.
    case nothing
    /// Somebody saw the question and chose not to answer.
    case optedOut
    /// The question was not in the part.
    case notAsked
    case number(Int)
    case text(String)
}
