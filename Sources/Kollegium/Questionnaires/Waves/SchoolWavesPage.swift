import Storage

/// How many of a school's own have handed in, for those who lead it: counts of its teams, and of no other school's.
struct SchoolWavesPage: Page {
    static let template = "school-waves"
    let heading: PageHeading
    let school: String
    let waves: [Row]
    let isEmpty: Bool

    struct Row: Sendable {
        let title: String
        let questionnaire: String
        let standing: String
        let status: WaveStatusView?
        let noStatus: String?
    }

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, today: Day, _ language: Language
    ) throws -> SchoolWavesPage {
        let here = try SchoolInHand(db, id, reach, .read)
        try reach.require(.read, Thing(.waveStatus, here.place))
        guard let study = try StudyStore(db: db).study(ofProgramme: here.programme.key) else {
            throw WebError.notFound
        }
        let names = try TeamStore(db: db).names(of: here.programme.key, .everything, .byName)
            .filter { $0.schoolCode == here.school.code }
        var heading = PageHeading.programme(
            Sentence(sv: "Enkäter på skolan", en: "Questionnaires at the school"), here.programme, language,
            isForSchools: true)
        heading.trail.append(Link(here.school.name, .school(id)))
        // Leaders are few at each school, and have no count by school.
        let waves = try WaveStore(db: db).waves(of: here.programme.key).filter {
            $0.openedAt != nil && !$0.isFromElsewhere && $0.asks == .members && !$0.name.asksLeaders
        }
        let teams = Set(names.map(\.key))
        let newest = waves.sorted { ($0.openedAt ?? 0, $0.part) > ($1.openedAt ?? 0, $1.part) }
            .prefix(Self.most)
        return SchoolWavesPage(
            heading: heading, school: here.school.name,
            waves: try newest.map { wave in
                let status = try WaveStatus.read(
                    AskedPeople(db: db, wave: wave), minimumGroup: study.minimumGroup, today: today,
                    teams: teams)
                return Row(
                    title: wave.name.heading(language),
                    questionnaire: wave.name.questionnaireHeading(language),
                    standing: wave.standing(on: today, language),
                    status: status.map {
                        WaveStatusView(
                            $0, names, minimum: study.minimumGroup, page: 1, of: .schoolPart(id, "waves"),
                            language)
                    },
                    noStatus: status == nil
                        ? Sentence(
                            sv: "Antalen visas från dagen efter den första, och ändras en gång om dagen.",
                            en: "The counts are shown from the day after the first, and move once a day.")(
                                language) : nil)
            }, isEmpty: waves.isEmpty)
    }

    /// The newest waves: earlier ones are seen in the outcome.
    private static let most = 4
}
