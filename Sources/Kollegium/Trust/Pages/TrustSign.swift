import Measures

/// A level as a page shows it: its shape, and the word that stands beside it.
struct TrustSign: Sendable, Hashable {
    let shape: String
    let word: String
    /// What is to be known beside the level, in a word or two.
    let remark: String?

    /// The level of a form in a term; nil where the term has none because the team was too small.
    init(_ verdict: FormVerdict?, _ language: Language) {
        guard let verdict else {
            self.init(.resting, language)
            return
        }
        let isDivided = verdict.isDivided && verdict.level == .enough
        self.init(
            isDivided ? .divided : verdict.level.map(TrustShape.Mark.level) ?? .insufficient,
            isPreliminary: verdict.isPreliminary && verdict.level != nil,
            // Where another source or a cap gives a low level, that is the level; the views are divided all the same.
            isBesideDivided: verdict.isDivided && !isDivided, language)
    }

    init(
        _ mark: TrustShape.Mark, isPreliminary: Bool = false, isBesideDivided: Bool = false,
        _ language: Language
    ) {
        shape = TrustShape.svg(mark, isPreliminary: isPreliminary)
        word = Self.word(mark)(language)
        let remarks =
            (isPreliminary ? [Sentence(sv: "preliminär", en: "preliminary")] : [])
            + (isBesideDivided ? [Self.divided] : [])
        remark = remarks.isEmpty ? nil : remarks.map { $0(language) }.joined(separator: ", ")
    }

    /// `låg, preliminär`
    var told: String { remark.map { "\(word), \($0)" } ?? word }

    private static let divided = Sentence(sv: "delade meningar", en: "divided views")

    private static func word(_ mark: TrustShape.Mark) -> Sentence {
        switch mark {
        case .level(let level): TrustWords.level(level)
        case .divided: divided
        case .insufficient: TrustWords.level(nil)
        case .resting: Sentence(sv: "vilar", en: "resting")
        }
    }
}

extension Language {
    /// `VT 2014`, `spring 2014`; a term that is called something else is called that.
    func shortTerm(_ code: String) -> String {
        let (half, year) = (code.prefix(2), code.dropFirst(2))
        guard half == "VT" || half == "HT", year.utf8.count == 4, wholeNumber(Array(year.utf8)) != nil else {
            return code
        }
        return half == "VT"
            ? Sentence(sv: "VT\u{A0}\(year)", en: "spring\u{A0}\(year)")(self)
            : Sentence(sv: "HT\u{A0}\(year)", en: "autumn\u{A0}\(year)")(self)
    }
}

extension String {
    /// With a capital letter, for the beginning of a line.
    var capitalFirst: String { prefix(1).uppercased() + dropFirst() }
}
