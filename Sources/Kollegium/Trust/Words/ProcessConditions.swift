import Measures

/// What leaders and programme staff learn of a team's term: conditions, needs and reasons in the process, in words.
/// Nothing in it is a verdict on colleagues, rests on answers, or comes from what is coded of collegial or collective
/// trust. It has no levels.
struct ProcessConditions: Sendable, Equatable {
    /// How things are: meetings, feedback, organisation, frame.
    let conditions: [Sentence]
    /// What the work needs, and from whom.
    let needs: [Sentence]

    init(_ term: TrustMap.Term) {
        guard case .judged(let assessment) = term.standing else {
            conditions = [TrustWords.frozen]
            needs = []
            return
        }
        let process = assessment.findings.process
        let caps = Set(assessment.verdict(on: .process)?.caps.map(\.cap) ?? [])
        conditions =
            [Self.meetings(process), Self.feedback(process)]
            + (caps.contains(.organisationUnresolved) ? [Self.unresolved] : [])
            + (process.standing.contains { $0.kind == .split } ? [Self.split] : [])
            + (process.standing.contains { $0.kind != .split } ? [Self.frame] : [])
        needs = Self.needs(process, caps)
    }

    /// Of a team that has ended: it needs nothing more.
    init(ended day: Day) {
        conditions = [
            Sentence(
                sv: "Laget avslutade programmet \(Language.sv.date(day)).",
                en: "The team ended the programme on \(Language.en.date(day)).")
        ]
        needs = []
    }

    private static func meetings(_ process: TermProcess) -> Sentence {
        guard process.planned > 0 else {
            return Sentence(
                sv: "Inga träffar är planerade i terminen så här långt.",
                en: "No meetings are planned in the term so far.")
        }
        return Sentence(
            sv: "\(process.held) av \(process.planned) planerade träffar har hållits.",
            en: "\(process.held) of \(process.planned) planned meetings have been held.")
    }

    private static func feedback(_ process: TermProcess) -> Sentence {
        switch process.leaderFeedback {
        case 0:
            Sentence(
                sv: "Ingen återkoppling från ledningen är noterad i terminen.",
                en: "No feedback from leaders is noted in the term.")
        case 1:
            Sentence(
                sv: "Ledningen har gett återkoppling en gång i terminen.",
                en: "Leaders have given feedback once in the term.")
        case let times:
            Sentence(
                sv: "Ledningen har gett återkoppling \(times) gånger i terminen.",
                en: "Leaders have given feedback \(times) times in the term.")
        }
    }

    private static let unresolved = Sentence(
        sv: "Hur arbetet ska organiseras är inte löst.", en: "How the work is to be organised is not settled."
    )
    private static let split = Sentence(
        sv: "Laget arbetar delat.", en: "The team works divided in parts.")
    /// One sentence for both kinds: a sentence about an exemption would be about one person.
    private static let frame = Sentence(
        sv: "Ramen för vilka som deltar och hur mycket är ändrad utan gemensam överenskommelse.",
        en: "The frame of who takes part and how much has been changed without a joint agreement.")

    private static func needs(_ process: TermProcess, _ caps: Set<TrustCap>) -> [Sentence] {
        var needs: [Sentence] = []
        if process.planned > 0, process.held * 100 < process.planned * 85 {
            needs.append(
                Sentence(
                    sv: "Tiden för träffarna behöver skyddas.",
                    en: "The time for meetings needs to be protected."))
        }
        // A team that has not met yet has done nothing that could be answered.
        if process.leaderFeedback == 0, process.held > 0 {
            needs.append(
                Sentence(
                    sv: "Laget behöver återkoppling från ledningen på sitt arbete.",
                    en: "The team needs feedback from leaders on its work."))
        }
        if caps.contains(.purposeDisputed) {
            needs.append(
                Sentence(
                    sv: "Syftet med arbetet behöver redas ut mellan ledning och lag.",
                    en: "The purpose of the work needs to be worked out between leaders and team."))
        }
        if caps.contains(.organisationUnresolved) {
            needs.append(
                Sentence(
                    sv: "Organiseringen behöver ett besked.", en: "The organisation needs to be decided."))
        }
        if process.standing.contains(where: { $0.kind != .split }) {
            needs.append(
                Sentence(
                    sv:
                        "Vilka som deltar, och hur mycket, behöver lag och ledning komma överens om gemensamt.",
                    en: "Team and leaders need to agree jointly on who takes part, and how much."))
        }
        return needs
    }
}
