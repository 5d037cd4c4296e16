/// The pages of one programme, for the template `programme-tabs`: only those that the person may open.
struct ProgrammeTabs: Sendable {
    let tabs: [Tab]

    struct Tab: Sendable {
        let words: String
        let path: String
        let isHere: Bool
    }

    init(
        _ programme: String, _ place: Place, _ reach: Reach, at here: SiteURL.ProgrammePart,
        _ language: Language
    ) {
        var parts: [(SiteURL.ProgrammePart, Sentence)] = []
        let readsProgramme = reach.may(.read, Thing(.programme, place))
        if readsProgramme {
            parts = [
                (.overview, Sentence(sv: "Översikt", en: "Overview")),
                (.schools, Sentence(sv: "Skolor", en: "Schools")),
                (.teams, Sentence(sv: "Arbetslag", en: "Teams")),
            ]
        }
        if reach.may(.read, Thing(.person, place)) {
            parts.append((.people, Sentence(sv: "Människor", en: "People")))
        }
        if reach.may(.read, Thing(.questionnaire, place)) {
            parts.append((.questionnaires, Sentence(sv: "Enkäter", en: "Questionnaires")))
        }
        if reach.may(.read, Thing(.wave, place)) {
            parts.append((.waves, Sentence(sv: "Omgångar", en: "Waves")))
        }
        let figures: [(SiteURL.ProgrammePart, Thing.Kind, Sentence)] = [
            (.conditions, .conditions, Sentence(sv: "Villkor", en: "Conditions")),
            (.outcome, .programmeOutcome, Sentence(sv: "Utfall", en: "Outcome")),
            (.continuity, .programmeContinuity, Sentence(sv: "Kontinuitet", en: "Continuity")),
            (.statistics, .statistics, Sentence(sv: "Statistik", en: "Statistics")),
        ]
        // Who leads a school may not read the programme's conditions, but has those of the school on the same page.
        let leadsSchool = [.schoolLeader, .developmentLeader].contains(reach.hat.role)
        for (part, kind, words) in figures
        where reach.may(.read, Thing(kind, place)) && (readsProgramme || kind != .conditions)
            || leadsSchool && kind == .conditions
        {
            parts.append((part, words))
        }
        if reach.may(.write, Thing(.studyInformation, place)) {
            parts.append((.information, Sentence(sv: "Information", en: "Information")))
        }
        tabs = parts.map { part, words in
            Tab(words: words(language), path: SiteURL.programme(programme, part).path, isHere: part == here)
        }
    }
}

extension PageHeading {
    /// A page of a programme: below the list of programmes, and below the programme itself unless it is that.
    /// - Parameter isForSchools: whether leaders of schools read it too.
    static func programme(
        _ title: Sentence, _ programme: ProgrammeSummary, _ language: Language, isOverview: Bool = false,
        isForSchools: Bool = false, problems: FormProblems? = nil
    ) -> PageHeading {
        var heading = PageHeading.form(title, problems, language)
        heading.trail = [Link(Sentence(sv: "Program", en: "Programmes")(language), .programmes)]
        if !isOverview {
            heading.trail.append(Link(programme.title(language), .programme(programme.publicID)))
        }
        heading.room = isForSchools ? .schedule(language) : .programme(language)
        return heading
    }
}
