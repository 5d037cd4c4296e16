import Storage

/// The start page of a school's leader: time promised and kept, what is asked of them, their next feedback, and the
/// conditions of the teams' work. Nothing of a team's room.
struct StartSchoolPage: Page {
    static let template = "start-school"
    let heading: PageHeading
    let schools: String
    let time: Time?
    let feedback: String
    let feedbackWords: String
    let hasTasks: Bool
    /// Questionnaires, and studies that wait for a first yes or no.
    let tasks: [StartTask]
    let hasTeams: Bool
    let teams: [Team]

    struct Time: Sendable {
        let kept: String
        let svg: String
        let words: String
    }

    struct Team: Sendable {
        let link: Link
        let conditions: [String]
        let needs: [String]
        let isQuiet: Bool
    }

    static func read(_ db: Session, _ reach: Reach, _ setting: StartSetting) throws -> StartSchoolPage {
        StartSchoolPage(
            try SchoolStart.read(db, reach, today: setting.today), reach, setting,
            asked: try SheetStore(db: db).asked(
                reach.hat.person, on: setting.today, setting.sheetForms),
            awaitsConsent: try StudyInformationStore(db: db).isWaiting(for: reach.hat.person))
    }

    init(
        _ start: SchoolStart, _ reach: Reach, _ setting: StartSetting, asked: [SheetStore.Asked],
        awaitsConsent: Bool
    ) {
        let language = setting.language
        tasks =
            asked.filter { $0.state != .handedIn }.map { StartTask($0, today: setting.today, language) }
            + (awaitsConsent ? [.consent(language)] : [])
        hasTasks = !tasks.isEmpty
        heading = PageHeading(
            title: Sentence(sv: "Start", en: "Start")(language),
            room: RoomBanner(
                .programme,
                Sentence(
                    sv:
                        "Läses av dig, programmets ledning och skolans utvecklingsledare: tid, antal och villkor. Lagens samtal och tillitskartor finns inte här.",
                    en:
                        "Read by you, those who lead the programme and the school’s development leader: time, counts and conditions. The teams’ conversations and trust maps are not here."
                )(
                    language), language))
        let names = reach.signposts.schools.map { $0.words(language) }.joined(separator: ", ")
        schools = names.isEmpty ? Sentence(sv: "Skolan", en: "The school")(language) : names
        time = start.teams.time.flatMap { Time($0, language) }
        let latest = start.teams.feedback
        feedback =
            latest.map {
                Sentence(
                    sv: "Den senaste gavs \(language.weekdayAndDate($0))",
                    en: "The latest was given on \(language.weekdayAndDate($0))")(language)
            }
            ?? Sentence(sv: "Ingen är noterad än", en: "None is noted yet")(language)
        feedbackWords = Sentence(
            sv:
                "Den ger du laget själv, när ni ses eller i ett brev: två meningar om vad du ser, och vad du väntar dig, räcker långt. Här står bara dagen, när den är noterad; själva orden skrivs inte här.",
            en:
                "You give it to the team yourself, when you meet or in a letter: two sentences on what you see, and what you expect, go a long way. Here is only the day, once it is noted; the words are not written here."
        )(language)
        teams = start.teams.map { Team($0, language) }
        hasTeams = !teams.isEmpty
    }
}

extension StartSchoolPage.Time {
    fileprivate init?(_ time: TeamConditions.MeetingTime, _ language: Language) {
        guard time.minutesPlanned > 0 else { return nil }
        let (held, planned) = (
            language.hourCount(minutes: time.minutesHeld), language.hours(minutes: time.minutesPlanned)
        )
        kept = Sentence(sv: "\(held) av \(planned) har hållits", en: "\(held) of \(planned) have been kept")(
            language)
        svg = StartBar.svg(time.minutesHeld, of: time.minutesPlanned)
        let counts = Sentence(
            sv: "\(time.held) av \(time.planned) träffar så här långt i terminen.",
            en: "\(time.held) of \(time.planned) meetings so far this term.")(language)
        let toCome = Sentence(
            sv: " Ytterligare \(language.hours(minutes: time.minutesToCome)) är planerade.",
            en: " Another \(language.hours(minutes: time.minutesToCome)) are planned.")(language)
        words = counts + (time.minutesToCome > 0 ? toCome : "")
    }
}

extension StartSchoolPage.Team {
    fileprivate init(_ entry: SchoolStart.Entry, _ language: Language) {
        link = Link(entry.team.name, .team(entry.team.publicID))
        let words = entry.conditions?.words
        conditions = words?.conditions.map { $0(language) } ?? []
        needs = words?.needs.map { $0(language) } ?? []
        isQuiet = conditions.isEmpty
    }
}

/// A share as a bar; the words beside it say it too.
enum StartBar {
    static func svg(_ part: Int, of whole: Int) -> String {
        let share = whole > 0 ? min(100, part * 100 / whole) : 0
        return "<svg class=\"span\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect width=\"100\" height=\"10\" class=\"running\"/><rect width=\"\(share)\" height=\"10\" class=\"past\"/></svg>"
    }
}
