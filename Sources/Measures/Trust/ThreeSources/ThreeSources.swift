/// The rules `three-sources/1`: each form of trust is judged term by term from what people answered, from coded
/// evidence and from the process itself; the three are combined and then capped. A level is never a weighted score.
///
/// Source: the product's own, after the study of five teams; no study has validated them.
public enum ThreeSources {
    public static let name = "three-sources/1"

    /// Before the team's third term nothing is made of whether practice is visible: no team of the study filmed in its
    /// first.
    public static let visibilityTerm = 3

    public static func assess(_ findings: TermFindings) -> TermAssessment {
        TermAssessment(findings: findings, verdicts: TrustForm.allCases.map { FormVerdict($0, findings) })
    }
}

/// All that is known of a team in one term, up to the term's last day or today.
public struct TermFindings: Sendable, Equatable {
    /// Which of the team's own terms it is, from 1.
    public let number: Int
    /// A form that was not asked about in the term is missing.
    public var answers: [TrustForm: AnswersReading]
    /// As from `CodedStatement.standing`.
    public var statements: [CodedStatement]
    public var process: TermProcess

    public init(
        number: Int, answers: [TrustForm: AnswersReading] = [:], statements: [CodedStatement] = [],
        process: TermProcess = TermProcess()
    ) {
        self.number = number
        self.answers = answers
        self.statements = statements
        self.process = process
    }
}

/// The levels of a team's three forms of trust in one term, and what follows from them together.
public struct TermAssessment: Sendable, Equatable {
    public let findings: TermFindings
    /// In the order of reports: process, collegial, collective.
    public let verdicts: [FormVerdict]

    public func verdict(on form: TrustForm) -> FormVerdict? {
        verdicts.first { $0.form == form }
    }

    public func level(of form: TrustForm) -> TrustLevel? { verdict(on: form)?.level }

    /// As in `TrustAssessment`: conditions that teams had, and nothing foretold. Divided views count as high enough for
    /// endurance and as no high for learning.
    public var endurance: Bool? {
        TrustAssessment.endurance(process: level(of: .process), collective: level(of: .collective))
    }

    public var deepenedLearning: Bool? {
        TrustAssessment.deepenedLearning(collegial: level(of: .collegial), endurance: endurance)
    }

    /// The conditions that the teams which completed had, the last of them for learning to deepen.
    public var conditions: [Condition] {
        [
            Condition(form: .process, least: .enough, level: level(of: .process)),
            Condition(form: .collective, least: .enough, level: level(of: .collective)),
            Condition(form: .collegial, least: .high, level: level(of: .collegial)),
        ]
    }

    /// A form's level at least so high, and whether it is there; nil where the level is not known.
    public struct Condition: Sendable, Equatable {
        public let form: TrustForm
        public let least: TrustLevel
        public let isThere: Bool?

        init(form: TrustForm, least: TrustLevel, level: TrustLevel?) {
            self.form = form
            self.least = least
            isThere = level.map { $0 >= least }
        }
    }
}
