import Measures

/// A team's meetings as its page tells them: the next one, those of the term, and those to come.
struct TeamMeetings: Sendable {
    let next: Row?
    /// The latest of the term, latest first.
    let recent: [Row]
    /// The rest of the term.
    let earlier: [Row]
    let coming: [Row]
    /// How many of the planned were held so far; nil where none were planned.
    let tally: String?

    /// One meeting in a list.
    struct Row: Sendable, Hashable {
        /// By which the style tells it apart.
        let status: String
        let when: String
        let what: String
        let state: String
        let tone: String
        /// How many came, where that may be told.
        let count: String
    }

    /// - Parameters:
    ///   - meetings: from the first day that is told of on, the earliest first.
    ///   - isFrozen: no counts of people.
    init(
        _ meetings: [MeetingStore.Counted], today: Day, term: StudyDocument.Period?, isFrozen: Bool,
        _ language: Language
    ) {
        let day = today.description
        let isComing = { (one: MeetingStore.Counted) in one.status == .planned && one.starts >= day }
        let coming = meetings.filter(isComing)
        let last = term.map { max($0.to, today).description + "~" }
        let past = meetings.filter { one in !isComing(one) && last.map { one.starts < $0 } ?? true }
        next = coming.first.map { Row($0, isNext: true, isFrozen: isFrozen, language) }
        self.coming = coming.dropFirst().prefix(3).map { Row($0, isFrozen: isFrozen, language) }
        let rows = past.reversed().map { Row($0, isFrozen: isFrozen, language) }
        recent = Array(rows.prefix(4))
        earlier = Array(rows.dropFirst(4))
        let held = past.count { $0.status == .held }
        tally =
            past.isEmpty
            ? nil
            : Sentence(
                sv: "\(held) av \(past.count) planerade träffar har hållits.",
                en: "\(held) of \(past.count) planned meetings have been held.")(language)
    }
}

extension TeamMeetings.Row {
    fileprivate init(
        _ meeting: MeetingStore.Counted, isNext: Bool = false, isFrozen: Bool, _ language: Language
    ) {
        status = meeting.status.rawValue
        when =
            isNext
            ? language.moment(meeting.starts, lasting: meeting.plannedMinutes)
            : language.moment(meeting.starts)
        what = meeting.kind.words(language)
        switch meeting.status {
        case .held: (state, tone) = (Sentence(sv: "hållen", en: "held")(language), "badge")
        case .cancelled: (state, tone) = (Sentence(sv: "inställd", en: "cancelled")(language), "badge warn")
        case .planned:
            // Of a past one nobody has said what became.
            (state, tone) = (Sentence(sv: "inget besked", en: "not told")(language), "badge warn")
        }
        count =
            meeting.status == .held && !isFrozen && meeting.known >= AttendanceTally.fewestKnown
            ? Sentence(
                sv: "\(meeting.present) av \(meeting.known) var med",
                en: "\(meeting.present) of \(meeting.known) were there")(language) : ""
    }
}
