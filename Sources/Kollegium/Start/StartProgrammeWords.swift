/// How a programme leader's start page tells what is known.
struct StartProgrammeWords {
    let start: ProgrammeStart
    let setting: StartSetting

    private var language: Language { setting.language }
    private var programme: ProgrammeSummary { start.programme }

    var held: StartProgrammePage.Held? {
        guard let meetings = start.term?.meetings, meetings.planned > 0 else { return nil }
        return StartProgrammePage.Held(
            share: language.percent(meetings.held * 100 / meetings.planned),
            counts: Sentence(
                sv: "\(language.grouped(meetings.held)) av \(language.grouped(meetings.planned))",
                en: "\(language.grouped(meetings.held)) of \(language.grouped(meetings.planned))")(language))
    }

    var invited: String {
        guard start.invited >= ProgrammeStart.mostInvited else { return language.grouped(start.invited) }
        let most = language.grouped(ProgrammeStart.mostInvited - 1)
        return Sentence(sv: "fler än \(most)", en: "more than \(most)")(language)
    }

    var bands: StartProgrammePage.Bands? {
        guard let term = start.term, term.meetings.planned > 0 else { return nil }
        return StartProgrammePage.Bands(
            term: language.term(term.period.code),
            rows: MeetingsOverall.Band.allCases.map { band in
                StartProgrammePage.Band(
                    words: band.words(language), teams: language.grouped(term.meetings.teams[band] ?? 0))
            })
    }

    var attention: [StartProgrammePage.Attention] {
        var found: [StartProgrammePage.Attention] = []
        if let silent = start.silent, silent.teams.count > 0 {
            let count = language.grouped(silent.teams.count)
            found.append(
                attention(
                    silent.teams,
                    Sentence(
                        sv: "\(count) lag utan hållen träff på sex veckor",
                        en: silent.teams.count == 1
                            ? "1 team without a meeting for six weeks"
                            : "\(count) teams without a meeting for six weeks"),
                    Sentence(
                        sv: "Fråga skolan om tiden finns kvar i schemat.",
                        en: "Ask the school whether the time is still in the timetable."),
                    Sentence(
                        sv: "sedan \(language.weekdayAndDate(silent.since))",
                        en: "since \(language.weekdayAndDate(silent.since))")))
        }
        if start.unsupervised.count > 0 {
            let count = language.grouped(start.unsupervised.count)
            found.append(
                attention(
                    start.unsupervised,
                    Sentence(
                        sv: "\(count) lag utan handledare",
                        en: start.unsupervised.count == 1
                            ? "1 team without a supervisor" : "\(count) teams without a supervisor"),
                    Sentence(
                        sv: "En handledare läggs till på lagets medlemssida.",
                        en: "A supervisor is added on the team’s page of members."),
                    Sentence(sv: "i dag", en: "today")))
        }
        return found
    }

    private func attention(
        _ teams: SomeTeams, _ words: Sentence, _ about: Sentence, _ badge: Sentence
    ) -> StartProgrammePage.Attention {
        let rest = teams.count - teams.first.count
        return StartProgrammePage.Attention(
            words: words(language), about: about(language), badge: badge(language),
            teams: teams.first.map {
                StartProgrammePage.Team(link: Link($0.name, .team($0.publicID)), school: $0.school)
            },
            rest: rest > 0
                ? Sentence(
                    sv: "och \(language.grouped(rest)) till", en: "and \(language.grouped(rest)) more")(
                        language)
                : nil)
    }

    /// The next days on which terms begin or end, and the programme's own.
    var coming: [StartMoment] {
        let begins = programme.terms.map { (day: $0.from, words: self.begins($0.code)) }
        let ends = programme.terms.map { (day: $0.to, words: self.ends($0.code)) }
        let last = (
            day: programme.days.upperBound,
            words: Sentence(sv: "Programmets sista dag", en: "The programme’s last day")(language)
        )
        let all = begins + ends + [last] + start.waves.flatMap { days(of: $0) }
        return all.filter { $0.day >= setting.today }.sorted { $0.day < $1.day }.prefix(3).map {
            StartMoment(when: language.weekdayAndDate($0.day), words: $0.words, link: nil)
        }
    }

    /// When a wave opens, and the last day on which it takes answers.
    private func days(of wave: Wave) -> [(day: Day, words: String)] {
        let (sv, en) = (wave.name.heading(.sv), wave.name.heading(.en))
        let opens = wave.openedAt == nil ? wave.opens : nil
        return [
            opens.map { ($0, Sentence(sv: "”\(sv)” öppnar", en: "“\(en)” opens")(language)) },
            wave.lastDay.map {
                (
                    $0,
                    Sentence(sv: "Sista svarsdag för ”\(sv)”", en: "Last day for answering “\(en)”")(language)
                )
            },
        ].compactMap(\.self)
    }

    private func begins(_ term: String) -> String {
        let name = language.term(term)
        return Sentence(sv: "\(name) börjar", en: "\(name) begins")(language)
    }

    private func ends(_ term: String) -> String {
        let name = language.term(term)
        return Sentence(sv: "\(name) slutar", en: "\(name) ends")(language)
    }

    var links: [Link] {
        // In a programme that nobody has taken over nothing can be entered.
        let open = programme.isOpen
        let paste = Link(
            Sentence(sv: "Klistra in människor och lag", en: "Paste people and teams")(language),
            .programme(programme.publicID, .paste))
        let edit = Link(
            Sentence(sv: "Ändra programmet", en: "Change the programme")(language),
            .programme(programme.publicID, .edit))
        return (open ? [paste] : []) + [
            Link(
                Sentence(sv: "Enkäternas omgångar", en: "Waves of the questionnaires")(language),
                .programme(programme.publicID, .waves)),
            Link(
                Sentence(sv: "Utfallet enligt lärarna", en: "The outcome according to the teachers")(
                    language),
                .programme(programme.publicID, .outcome)),
            Link(
                Sentence(sv: "Kontinuiteten i lagen", en: "Continuity in the teams")(language),
                .programme(programme.publicID, .continuity)),
            Link(
                Sentence(sv: "Villkoren, lag för lag", en: "The conditions, team by team")(language),
                .programme(programme.publicID, .conditions)),
            Link(Sentence(sv: "Läs in ett studiepaket", en: "Import a study bundle")(language), .uploads),
        ] + (open ? [edit] : [])
    }
}

extension MeetingsOverall.Band {
    fileprivate var words: Sentence {
        switch self {
        case .most: Sentence(sv: "minst 85 % av träffarna hållna", en: "at least 85% of the meetings held")
        case .many: Sentence(sv: "65–84 % hållna", en: "65–84% held")
        case .few: Sentence(sv: "färre än 65 % hållna", en: "fewer than 65% held")
        case .none: Sentence(sv: "inga träffar planerade", en: "no meetings planned")
        }
    }
}
