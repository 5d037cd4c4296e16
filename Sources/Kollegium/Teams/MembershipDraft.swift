/// Somebody's place in a team, as it is typed. Fields: `person`, `role`, `from`.
struct MembershipDraft: Sendable, Equatable {
    /// The public id of a person of the organisation.
    var person = ""
    /// A `TeamRole`.
    var role = TeamRole.teacher.rawValue
    /// The first day; it may have passed long ago.
    var from = ""

    struct Values: Sendable, Equatable {
        let person: Int64
        let role: TeamRole
        let from: Day
    }

    /// - Parameters:
    ///   - person: who `person` stands for, nil where there is nobody.
    ///   - days: the programme's.
    func examined(person: Int64?, days: ClosedRange<Day>) -> Examined<Values> {
        var form = FormReading()
        if person == nil { form.report("person", .personNotChosen) }
        let role = form.choice("role", role, of: TeamRole.self, missing: .roleMissing)
        let from = form.day("from", from, missing: .membershipFromMissing)
        if let from, !days.contains(from) { form.report("from", .outsideProgramme(days)) }
        return Examined(form) {
            guard let person, let role, let from else { return nil }
            return Values(person: person, role: role, from: from)
        }
    }
}

/// What somebody can be in a team, or beside it.
enum TeamRole: String, Sendable, CaseIterable {
    case teacher
    case conversationLeader = "conversation-leader"
    case teamLeader = "team-leader"
    case supervisor
    case schoolLeader = "school-leader"

    /// Whether they make up the team; supervisors and school leaders stand beside it.
    var isMember: Bool { self != .supervisor && self != .schoolLeader }
}

extension Sentence {
    fileprivate static let personNotChosen = Sentence(
        sv: "personen saknas; välj en i listan eller lägg till någon ny",
        en: "the person is missing; choose one from the list or add somebody new")
    static let roleMissing = Sentence(
        sv: "rollen saknas; välj lärare, samtalsledare, arbetslagsledare, handledare eller skolledare",
        en:
            "the role is missing; choose teacher, conversation leader, team leader, supervisor or school leader"
    )
    fileprivate static let membershipFromMissing = Sentence(
        sv: "första dagen saknas; skriv som 2013-08-19",
        en: "the first day is missing; write it as 2013-08-19")

    static func outsideProgramme(_ days: ClosedRange<Day>) -> Sentence {
        Sentence(
            sv: "dagen ligger utanför programmet, som pågår \(Language.sv.span(days))",
            en: "the day lies outside the programme, which lasts \(Language.en.span(days))")
    }
}
