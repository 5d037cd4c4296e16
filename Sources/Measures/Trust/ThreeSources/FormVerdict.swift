/// One form's level in one term by the rules `three-sources/1`, with everything it rests on.
public struct FormVerdict: Sendable, Equatable {
    public enum Combination: String, Sendable, CaseIterable {
        case medianOfThree = "median-of-three"
        case lowerOfTwo = "lower-of-two"
        case oneAlone = "one-alone"
        case noSource = "no-source"
    }

    public let form: TrustForm
    /// Nil: insufficient evidence.
    public let level: TrustLevel?
    public let combination: Combination
    /// One source alone gave the level.
    public let isPreliminary: Bool
    /// Sources of the coded evidence disagree.
    public let isDivided: Bool
    public let answers: AnswersReading
    public let coded: CodedReading
    /// Nil for collegial trust, which has none.
    public let process: ProcessReading?
    /// What the sources give together before the caps.
    public let beforeCaps: TrustLevel?
    /// All that hold in the term, also where the level is no higher anyway.
    public let caps: [FiredCap]

    /// The caps without which the level would be higher than they leave it.
    public var lowering: [FiredCap] {
        guard let beforeCaps else { return [] }
        return caps.filter { $0.cap.most < beforeCaps }
    }

    /// The ids of all rules that fired, in the order in which they are read.
    public var rules: [String] {
        [answers.reason.rawValue, coded.reason.rawValue] + (process.map { [$0.reason.rawValue] } ?? [])
            + [combination.rawValue] + caps.map(\.cap.rawValue)
    }

    init(_ form: TrustForm, _ findings: TermFindings) {
        let answers = findings.answers[form] ?? .insufficient(.noRound)
        let coded = CodedReading(
            form, findings.statements, countsPractice: findings.number >= ThreeSources.visibilityTerm)
        let process = ProcessReading(form, findings.process)
        let levels = [answers.level, coded.level, process?.level ?? nil].compactMap(\.self)
        let caps = FiredCap.all(form, findings)
        let (combination, together) = Self.combined(levels)
        // Where somebody speaks of low trust there is no high, whatever the other sources say.
        let beforeCaps = coded.isDoubted ? together.map { min($0, .enough) } : together
        self.form = form
        self.combination = combination
        self.beforeCaps = beforeCaps
        level = beforeCaps.map { caps.map(\.cap.most).reduce($0, min) }
        isPreliminary = combination == .oneAlone
        isDivided = coded.isDivided
        self.answers = answers
        self.coded = coded
        self.process = process
        self.caps = caps
    }

    static func combined(_ levels: [TrustLevel]) -> (Combination, TrustLevel?) {
        let sorted = levels.sorted()
        switch sorted.count {
        case 0: return (.noSource, nil)
        case 1: return (.oneAlone, min(sorted[0], .enough))
        case 2: return (.lowerOfTwo, sorted[0])
        default: return (.medianOfThree, sorted[1])
        }
    }
}
