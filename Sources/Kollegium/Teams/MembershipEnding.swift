/// That somebody leaves a team, as it is typed. Fields: `lastDay`, `reason`, `ownWords`.
struct MembershipEnding: Sendable, Equatable {
    /// The last day in the team; from the next its room is closed to them.
    var lastDay = ""
    /// A `LeavingReason`, or empty: nobody has to say why.
    var reason = ""
    /// Where the reason is `other`.
    var ownWords = ""

    struct Values: Sendable, Equatable {
        /// The first day no longer in the team.
        let ends: Day
        /// What is kept: the reason's id, or own words.
        let reason: String?
    }

    /// - Parameter starts: the membership's first day.
    func examined(starts: Day) -> Examined<Values> {
        var form = FormReading()
        let last = form.day("lastDay", lastDay, missing: .membershipLastDayMissing)
        if let last, last < starts { form.report("lastDay", .leavesBeforeJoining(starts)) }
        var why: String?
        let typed = TypedText(reason).text
        if let reason = LeavingReason(rawValue: typed) {
            why =
                reason == .other
                ? form.text("ownWords", ownWords, most: 100, missing: .ownWordsMissing) : reason.rawValue
            if let why, PersonalNumber.isIn(why) { form.report("ownWords", .personalNumber) }
        } else if !typed.isEmpty {
            form.report("reason", .unknownReason)
        }
        return Examined(form) {
            last.flatMap { Day(number: $0.number + 1) }.map { Values(ends: $0, reason: why) }
        }
    }
}

/// Why somebody left a team.
enum LeavingReason: String, Sendable, CaseIterable {
    case changedTeam = "changed-team"
    case changedRole = "changed-role"
    case leftSchool = "left-school"
    case otherTraining = "other-training"
    case programmeEnded = "programme-ended"
    case parentalLeave = "parental-leave"
    case leave
    case retired
    case other

    var words: Sentence {
        switch self {
        case .changedTeam: Sentence(sv: "bytte arbetslag", en: "changed team")
        case .changedRole: Sentence(sv: "fick en annan roll", en: "took another role")
        case .leftSchool: Sentence(sv: "slutade på skolan", en: "left the school")
        case .otherTraining: Sentence(sv: "gick en annan utbildning", en: "took part in other training")
        case .programmeEnded: Sentence(sv: "laget lämnade programmet", en: "the team left the programme")
        case .parentalLeave: Sentence(sv: "föräldraledig", en: "parental leave")
        case .leave: Sentence(sv: "tjänstledig", en: "leave of absence")
        case .retired: Sentence(sv: "gick i pension", en: "retired")
        case .other: Sentence(sv: "annat, med egna ord", en: "something else, in own words")
        }
    }

    /// What a stored reason says to people: ours in their language, others' as they wrote it.
    static func words(_ stored: String) -> Sentence {
        LeavingReason(rawValue: stored)?.words ?? Sentence(sv: stored, en: stored)
    }
}

extension Sentence {
    fileprivate static let membershipLastDayMissing = Sentence(
        sv: "sista dagen saknas; skriv som 2014-06-13", en: "the last day is missing; write it as 2014-06-13")
    fileprivate static let ownWordsMissing = Sentence(
        sv: "skriv orsaken med några ord, eller välj en i listan",
        en: "write the reason in a few words, or choose one from the list")
    fileprivate static let unknownReason = Sentence(
        sv: "orsaken finns inte i listan; välj en, eller skriv med egna ord",
        en: "the reason is not in the list; choose one, or use your own words")

    fileprivate static func leavesBeforeJoining(_ starts: Day) -> Sentence {
        Sentence(
            sv: "dagen är före den första i laget, \(Language.sv.date(starts)); skriv en senare dag",
            en: "the day is before the first in the team, \(Language.en.date(starts)); give a later one")
    }
}
