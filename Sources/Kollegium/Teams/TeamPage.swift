import Storage

/// A team's own page, in its room: the next meeting, the term so far, and who is in it.
struct TeamPage: Page {
    static let template = "team"
    let heading: PageHeading
    let name: String
    let summary: String
    let tabs: TeamTabs
    /// Too few to tell of anybody what only few can be: a sentence that says so.
    let resting: String?
    let next: TeamMeetings.Row?
    let hasNoNext: Bool
    let term: String
    let tally: String?
    let hasNoMeetings: Bool
    let recent: [TeamMeetings.Row]
    let hasEarlier: Bool
    let earlier: [TeamMeetings.Row]
    let hasComing: Bool
    let coming: [TeamMeetings.Row]
    /// Said to whom the term's beginning is not shown.
    let sinceJoining: String?
    let trust: Link
    let members: [Member]
    let supervisors: [Member]
    let hasNoSupervisor: Bool
    let hasFormer: Bool
    let formerCount: Int
    let former: [Member]
    /// Where somebody who may opens the door at a meeting.
    let code: Link?
    /// Who leads the programme, and so plans meetings and looks after memberships; nil where nobody does.
    let leaders: String?
    /// Said to who supervises or leads the conversations, and may not change who is in the team.
    let mending: String?

    struct Member: Sendable {
        let name: String
        let words: String
    }

    /// - Parameters:
    ///   - meetings: from `TeamPage.firstDay` on.
    ///   - leaders: the names of those who lead the programme.
    init(
        _ room: TeamRoom, _ meetings: [MeetingStore.Counted], term: StudyDocument.Period?, leaders: [String],
        for reach: Reach, today: Day, _ language: Language
    ) {
        let members = room.stays.filter { $0.role.isMember && $0.lasts(on: today) }
        let isFrozen = room.place.isFrozen
        let told = TeamMeetings(meetings, today: today, term: term, isFrozen: isFrozen, language)
        let supervisors = room.stays.filter { $0.role == .supervisor && $0.lasts(on: today) }
        let former = room.stays.filter { stay in
            stay.role != .schoolLeader && stay.to.map { $0 <= today } ?? false
        }
        heading = PageHeading(title: room.name, room: Self.banner(room, reach, language))
        name = room.name
        summary = room.summary(language)
        tabs = TeamTabs(room.publicID, name: room.name, at: .overview, language)
        resting = isFrozen ? Self.restingWords(language) : nil
        next = told.next
        hasNoNext = told.next == nil
        self.term = term.map { language.term($0.code) } ?? Sentence(sv: "Träffar", en: "Meetings")(language)
        tally = isFrozen ? nil : told.tally
        recent = told.recent
        earlier = told.earlier
        hasEarlier = !told.earlier.isEmpty
        hasNoMeetings = told.recent.isEmpty
        coming = told.coming
        hasComing = !told.coming.isEmpty
        sinceJoining = Self.joined(room, reach, today).flatMap { Self.joiningWords($0, term, language) }
        trust = Link(
            Sentence(sv: "Se tillitskartan, och varför", en: "See the trust map, and why")(language),
            .team(room.publicID, .trust))
        self.members = Self.rows(members, language, today)
        self.supervisors = Self.rows(supervisors, language, today)
        hasNoSupervisor = supervisors.isEmpty
        hasFormer = !former.isEmpty
        formerCount = Set(former.map(\.person)).count
        self.former = Self.rows(former, language, today)
        code =
            reach.may(.write, Thing(.teamCode, room.place))
            ? Link(
                Sentence(sv: "Visa lagkoden", en: "Show the team code")(language), .team(room.publicID, .code)
            ) : nil
        let names = language.list(leaders)
        self.leaders =
            leaders.isEmpty
            ? nil
            : Sentence(
                sv: "Programmet leds av \(names).", en: "The programme is led by \(names).")(language)
        mending =
            reach.hat.role == .teacher
            ? nil
            : [Self.mendingWords(language), self.leaders].compactMap(\.self).joined(separator: " ")
    }

    /// A row for each person, whatever number of roles or times they have.
    private static func rows(_ stays: [TeamRoom.Stay], _ language: Language, _ today: Day) -> [Member] {
        var rows: [Member] = []
        var last: Int64?
        for stay in stays {
            let words = stay.words(language, today: today)
            if stay.person == last, let row = rows.popLast() {
                rows.append(Member(name: row.name, words: row.words + ", " + words))
            } else {
                rows.append(Member(name: stay.name(language), words: words))
            }
            last = stay.person
        }
        return rows
    }
}

extension TeamPage {
    /// From when a reader is told of meetings: the term's beginning, and for who is newer the day of joining.
    static func firstDay(_ room: TeamRoom, _ term: StudyDocument.Period?, for reach: Reach, today: Day) -> Day
    {
        let term = term?.from ?? Day(number: today.number - 180) ?? today
        return max(term, joined(room, reach, today) ?? term)
    }

    /// The day on which the reader's present time in the team began.
    private static func joined(_ room: TeamRoom, _ reach: Reach, _ today: Day) -> Day? {
        room.stays.filter { $0.person == reach.hat.person && $0.lasts(on: today) }.map(\.from).min()
    }

    private static func joiningWords(_ day: Day, _ term: StudyDocument.Period?, _ language: Language)
        -> String?
    {
        guard let term, day > term.from else { return nil }
        return Sentence(
            sv: "Du ser laget från och med \(language.date(day)), då du kom med.",
            en: "You see the team from \(language.date(day)) on, when you joined.")(language)
    }

    private static func mendingWords(_ language: Language) -> String {
        Sentence(
            sv:
                "Stämmer inte listan? Den som leder programmet lägger till, ändrar och avslutar medlemskap; det gör varken handledaren eller laget.",
            en:
                "Is the list not right? Whoever leads the programme adds, changes and ends memberships; neither the supervisor nor the team does."
        )(language)
    }

    private static func restingWords(_ language: Language) -> String {
        Sentence(
            sv:
                "Laget har färre än tre medlemmar och vilar: inga nivåer och inga antal visas förrän någon fler är med.",
            en:
                "The team has fewer than three members and rests: no levels and no counts are shown until more have joined."
        )(language)
    }

    private static func banner(_ room: TeamRoom, _ reach: Reach, _ language: Language) -> RoomBanner {
        let count = language.grouped(room.place.members ?? 0)
        let words =
            reach.hat.role == .supervisor
            ? Sentence(
                sv:
                    "Det som skrivs här läser de \(count) i laget och du som handleder. Rektor kommer inte hit.",
                en:
                    "What is written here is read by the \(count) in the team and you who supervise. The principal does not come here."
            )
            : Sentence(
                sv: "Det som skrivs här läser ni \(count) i laget och er handledare. Rektor kommer inte hit.",
                en:
                    "What is written here is read by the \(count) of you in the team and your supervisor. The principal does not come here."
            )
        return RoomBanner(.team, for: reach.hat.role, words(language), language)
    }
}
