import Measures

/// How a start page tells what is known of somebody's teams.
struct StartTeamWords {
    let start: TeamStart
    let reach: Reach
    let setting: StartSetting

    private var language: Language { setting.language }

    init(_ start: TeamStart, _ reach: Reach, _ setting: StartSetting) {
        self.start = start
        self.reach = reach
        self.setting = setting
    }

    /// Only who leads the conversations or supervises opens the door to a team.
    private var isSupervisor: Bool { reach.hat.role == .supervisor }

    /// Whether the reader shows the team's code to those who are new; nobody joins a programme that is only read.
    private func opensDoors(_ room: TeamStore.OpenRoom) -> Bool {
        room.isOpen && [.conversationLeader, .teamLeader, .supervisor].contains(reach.hat.role)
    }

    /// With one team there is no need to say which.
    private func inTeam(_ team: Int64, _ before: String) -> String {
        guard start.rooms.count > 1, let room = start.room(team) else { return "" }
        return before + room.name
    }

    var next: StartTeamPage.Next? {
        guard let near = start.coming(on: setting.today).first, let room = start.room(near.team) else {
            return start.rooms.first.map(withoutMeeting)
        }
        let page = Link(
            Sentence(sv: "Till lagets sida", en: "To the team’s page")(language), .team(room.publicID))
        let code = Link(
            Sentence(sv: "Visa lagkoden", en: "Show the team code")(language), .team(room.publicID, .code))
        let kind = near.meeting.kind.words(language) + inTeam(near.team, ", ")
        return StartTeamPage.Next(
            eyebrow: Sentence(sv: "Nästa träff", en: "Next meeting")(language),
            heading: language.moment(near.meeting.starts, lasting: near.meeting.plannedMinutes),
            words: opensDoors(room)
                ? Sentence(
                    sv: "\(kind). Är någon ny? Visa lagkoden i början, så går de med själva.",
                    en:
                        "\(kind). Is anybody new? Show the team code at the beginning, and they join by themselves."
                )(
                    language)
                : Sentence(
                    sv: "\(kind). Du behöver inte ha med dig något.",
                    en: "\(kind). You need not bring anything.")(
                        language),
            link: page, second: opensDoors(room) ? code : nil)
    }

    private func withoutMeeting(_ room: TeamStore.OpenRoom) -> StartTeamPage.Next {
        StartTeamPage.Next(
            eyebrow: Sentence(
                sv: "En sak att göra · ungefär en minut", en: "One thing to do · about a minute")(language),
            heading: isSupervisor
                ? Sentence(sv: "Se arbetslaget \(room.name)", en: "See the team \(room.name)")(language)
                : Sentence(sv: "Se ditt arbetslag", en: "See your team")(language),
            words: Sentence(
                sv:
                    "Ingen träff är planerad de närmaste månaderna. På lagets sida står de träffar som har varit, och vilka \(isSupervisor ? "som är med" : "ni är").",
                en:
                    "No meeting is planned for the next months. The team’s page has the meetings that have been, and who \(isSupervisor ? "is in it" : "you are")."
            )(
                language),
            link: Link(
                Sentence(sv: "Till lagets sida", en: "To the team’s page")(language), .team(room.publicID)),
            second: nil)
    }

    var tasks: [StartTask] {
        start.asked.filter { $0.state != .handedIn }.map { StartTask($0, today: setting.today, language) }
            + purposes + maps + (start.awaitsConsent ? [.consent(language)] : [])
    }

    private var purposes: [StartTask] {
        start.purposes.map { waiting in
            StartTask(
                Link(
                    Sentence(
                        sv: "Säg om du delar ledningens syfte",
                        en: "Say whether you share the leaders’ purpose")(
                            language) + (start.purposes.count > 1 ? ": " + waiting.name : ""),
                    .schoolPart(waiting.school, "purpose")),
                Sentence(
                    sv: "\(language.term(waiting.term)). Ett tryck räcker, och bara du ser vad du svarar.",
                    en:
                        "\(language.term(waiting.term)). One press is enough, and only you see what you answer."
                )(
                    language),
                badge: Sentence(sv: "ingen brådska", en: "no hurry")(language))
        }
    }

    private var maps: [StartTask] {
        start.mapsToSee(on: setting.today).map { room, term in
            StartTask(
                Link(
                    Sentence(sv: "Se lagets tillitskarta", en: "See the team’s trust map")(language)
                        + inTeam(room.key, ": "), .team(room.publicID, .trust)),
                term.to >= setting.today
                    ? Sentence(
                        sv: "\(language.term(term.code)) går mot sitt slut. Titta på kartan tillsammans.",
                        en: "\(language.term(term.code)) is coming to its end. Look at the map together.")(
                            language)
                    : Sentence(
                        sv: "\(language.term(term.code)) är slut, och kartan har en termin till.",
                        en: "\(language.term(term.code)) is over, and the map has one term more.")(language),
                badge: Sentence(sv: "ingen brådska", en: "no hurry")(language))
        }
    }

    /// The latest first, of what others did in the teams and of meetings.
    var past: [StartMoment] {
        let meetings = start.past(on: setting.today).filter { $0.meeting.status != .planned }.compactMap {
            near in
            Day(String(near.day)).map { (day: $0, moment: self.happened(near, on: $0)) }
        }
        let comments = start.comments.map { comment in
            let day = setting.day(of: comment.at)
            return (day: day, moment: said(comment, on: day))
        }
        let rulings = start.rulings.map { ruling in
            let day = setting.day(of: ruling.at)
            return (day: day, moment: ruled(ruling, on: day))
        }
        let arrivals = start.arrivals.map { arrival in
            let day = setting.day(of: arrival.at)
            return (day: day, moment: came(arrival, on: day))
        }
        return (arrivals + rulings + comments + meetings).sorted { $0.day > $1.day }.prefix(5).map(\.moment)
    }

    private func happened(_ near: MeetingStore.Near, on day: Day) -> StartMoment {
        let meeting = near.meeting
        let tells = meeting.known >= AttendanceTally.fewestKnown && !(start.room(near.team)?.isFrozen ?? true)
        let place = inTeam(near.team, Sentence(sv: " i ", en: " in ")(language))
        let kind = meeting.kind.words(language)
        let words =
            meeting.status == .cancelled
            ? Sentence(sv: "\(kind)\(place) ställdes in.", en: "\(kind)\(place) was cancelled.")
            : tells
                ? Sentence(
                    sv: "\(kind)\(place) hölls, \(meeting.present) av \(meeting.known) var med.",
                    en: "\(kind)\(place) was held, \(meeting.present) of \(meeting.known) were there.")
                : Sentence(sv: "\(kind)\(place) hölls.", en: "\(kind)\(place) was held.")
        return StartMoment(when: language.weekdayAndDate(day), words: words(language), link: nil)
    }

    private func said(_ comment: TrustNews.Comment, on day: Day) -> StartMoment {
        let form = TrustWords.form(comment.form)
        let place = inTeam(comment.team, Sentence(sv: " i ", en: " in ")(language))
        return StartMoment(
            when: language.weekdayAndDate(day),
            words: Sentence(
                sv: "En ny kommentar på tillitskartan\(place), om \(form.sv.lowercased()).",
                en: "A new comment on the trust map\(place), on \(form.en.lowercased()).")(language),
            link: start.room(comment.team).map {
                Link(
                    Sentence(sv: "Läs", en: "Read")(language),
                    .trustLevel(team: $0.publicID, form: comment.form.rawValue, term: comment.term))
            })
    }

    private func ruled(_ ruling: TrustNews.Ruling, on day: Day) -> StartMoment {
        let form = TrustWords.form(ruling.form)
        let place = inTeam(ruling.team, Sentence(sv: " i ", en: " in ")(language))
        let words =
            ruling.isTakenBack
            ? Sentence(
                sv: "Handledaren har tagit tillbaka sin nivå på \(form.sv.lowercased())\(place).",
                en: "The supervisor has taken back a level of their own on \(form.en.lowercased())\(place).")
            : Sentence(
                sv: "Handledaren har satt en egen nivå på \(form.sv.lowercased())\(place).",
                en: "The supervisor has set a level of their own on \(form.en.lowercased())\(place).")
        return StartMoment(
            when: language.weekdayAndDate(day), words: words(language),
            link: start.room(ruling.team).map {
                Link(
                    Sentence(sv: "Läs", en: "Read")(language),
                    .trustLevel(team: $0.publicID, form: ruling.form.rawValue, term: ruling.term))
            })
    }

    private func came(_ arrival: TeamStore.Arrival, on day: Day) -> StartMoment {
        let name = arrival.name ?? ""
        let from =
            arrival.from == day
            ? Sentence(sv: "den här dagen", en: "this day")
            : Sentence(sv: Language.sv.date(arrival.from), en: Language.en.date(arrival.from))
        let team = inTeam(arrival.team, " ")
        let place = team.isEmpty ? Sentence(sv: " laget", en: " the team")(language) : team
        let words =
            arrival.role == .supervisor
            ? Sentence(
                sv: "\(name) är handledare för\(place) från och med \(from.sv).",
                en: "\(name) supervises\(place) from \(from.en) on.")
            : Sentence(
                sv: "\(name) är med i\(place) från och med \(from.sv).",
                en: "\(name) is in\(place) from \(from.en) on.")
        return StartMoment(
            when: language.weekdayAndDate(day), words: words(language),
            link: start.room(arrival.team).map {
                Link(
                    Sentence(sv: "Till lagets sida", en: "To the team’s page")(language), .team($0.publicID))
            })
    }

    /// Said where nothing has happened; whoever is new has not been there long enough to be told of months.
    var nothing: String {
        start.isOld(on: setting.today)
            ? Sentence(
                sv:
                    "Inget på ett par månader. Här står träffar som har hållits, vilka som har kommit med, och det nya på tillitskartan.",
                en:
                    "Nothing for a couple of months. Meetings that were held stand here, who has joined, and what is new on the trust map."
            )(language)
            : Sentence(
                sv:
                    "Inget sedan du kom med. Här står träffar som har hållits, vilka som har kommit med, och det nya på tillitskartan.",
                en:
                    "Nothing since you joined. Meetings that were held stand here, who has joined, and what is new on the trust map."
            )(language)
    }

    func moment(_ near: MeetingStore.Near) -> StartMoment {
        StartMoment(
            when: language.moment(near.meeting.starts),
            words: near.meeting.kind.words(language) + inTeam(near.team, ", "), link: nil)
    }

    func team(_ room: TeamStore.OpenRoom) -> StartTeamPage.Team {
        let next = start.coming(on: setting.today).first { $0.team == room.key }
        return StartTeamPage.Team(
            link: Link(room.name, .team(room.publicID)), school: room.school,
            meeting: next.map { language.moment($0.meeting.starts) }
                ?? Sentence(sv: "ingen planerad", en: "none planned")(language),
            trust: Link(
                Sentence(sv: "Tillitskartan", en: "The trust map")(language), .team(room.publicID, .trust)))
    }

    var code: Link? {
        guard start.rooms.count == 1, let room = start.rooms.first, opensDoors(room) else { return nil }
        return Link(
            Sentence(sv: "Visa lagkoden", en: "Show the team code")(language), .team(room.publicID, .code))
    }
}
