import Storage

/// The people of the demonstration: some are in the five-team study, some are added for the roles that it has not.
struct DemoCast {
    let db: Session
    let programme: Int64
    let organisation: Int64
    /// The day on which the demonstration takes place.
    let today: Day
    let now: Int64

    /// Makes what the study lacks, an account for each, and takes the programme over, so that one can work in it.
    func enter() throws -> [Demo.Member] {
        let start = try ProgrammeStore(db: db).days(of: programme).lowerBound
        let leader = try add("Pia Lindqvist", "programledare@example.org")
        let developer = try add("Disa Holm", "utvecklingsledare@example.org")
        let researcher = try add("Frida Sjö", "forskare@example.org")
        let administrator = try add("Adam Ek", "administrator@example.org")
        try ProgrammeStore(db: db).takeOver(programme, by: Act(person: leader, now: now, today: today))
        try DemoQuestionnaires(db: db, programme: programme).enter()
        let assignments = AssignmentStore(db: db)
        try assignments.give(.programmeLeader, to: leader, at: .programme(programme), from: start)
        try assignments.give(.researcher, to: researcher, at: .programme(programme), from: start)
        try assignments.give(.administrator, to: administrator, at: .organisation, from: start)
        for school in try SchoolStore(db: db).choices(of: programme) where ["s1", "s2"].contains(school.code)
        {
            try assignments.give(.developmentLeader, to: developer, at: .school(school.key), from: start)
        }
        try addConversationLeader("s2-t03@example.org", toTeam: "t2")
        try DemoConsents(db: db, programme: programme, organisation: organisation, now: now, today: today)
            .enter(asking: researcher, from: start)
        try DemoPurposes(db: db, programme: programme, now: now, today: today).enter(
            leader: leader, from: start)
        let cast = try parts.compactMap(member)
        try DemoWaves(db: db, programme: programme, act: Act(person: leader, now: now, today: today))
            .enter(cast.map(\.hat.person))
        return cast
    }

    private func add(_ name: String, _ email: String) throws -> Int64 {
        try PersonStore(db: db).insert(
            PersonDraft.Values(name: name, email: EmailAddress(email), school: nil), programme: programme,
            organisation: organisation)
    }

    /// The study has teachers and supervisors only; one of its teachers leads the conversations too.
    private func addConversationLeader(_ email: String, toTeam code: String) throws {
        guard let person = try person(email),
            let team = try TeamStore(db: db).names(of: programme).first(where: { $0.code == code })
        else { return }
        // From their own first day there.
        guard let day = try TeamStore(db: db).stays(of: person.key, in: team.key, .teacher).first?.from else {
            return
        }
        _ = try TeamStore(db: db).insert(
            MembershipDraft.Values(person: person.key, role: .conversationLeader, from: day), in: team.key,
            programme: programme)
    }

    private func person(_ email: String) throws -> PersonStore.Known? {
        guard let address = EmailAddress(email) else { return nil }
        return try PersonStore(db: db).people(with: address, in: organisation, programme: programme).first
    }

    private func member(_ part: Part) throws -> Demo.Member? {
        guard let person = try person(part.email), let email = EmailAddress(part.email) else { return nil }
        let accounts = AccountStore(db: db)
        let account = try accounts.find(email) ?? accounts.insert(email, language: .sv, now: now)
        try accounts.link(person.key, to: account.id)
        try accounts.join(account.id, now: now)
        return Demo.Member(
            email: email.text, name: person.name ?? email.text, hat: Hat(person: person.key, role: part.role),
            part: part.words, lookFor: part.lookFor)
    }

    private struct Part {
        let email: String
        let role: Role
        let words: Sentence
        let lookFor: Sentence
    }

    private let parts: [Part] = [
        Part(
            email: "s2-t02@example.org", role: .teacher,
            words: Sentence(
                sv: "Lärare i ett lag som det går bra för, på skola 2",
                en: "Teacher in a team that thrives, at school 2"),
            lookFor: Sentence(
                sv: "Lagets sida och tillitskarta: varför är nivåerna höga?",
                en: "The team’s page and its trust map: why are the levels high?")),
        Part(
            email: "s1-t01@example.org", role: .teacher,
            words: Sentence(
                sv: "Lärare i ett lag som har det svårt, på skola 1",
                en: "Teacher in a team that struggles, at school 1"),
            lookFor: Sentence(
                sv: "Tillitskartan: vad talar för, vad emot, och vad skulle ändra den?",
                en: "The trust map: what speaks for, what against, and what would change it?")),
        Part(
            email: "s2-t03@example.org", role: .conversationLeader,
            words: Sentence(
                sv: "Samtalsledare, förstelärare på skola 2",
                en: "Conversation leader, first teacher at school 2"),
            lookFor: Sentence(
                sv: "Nästa träff, lagkoden och hur träffarna har blivit av.",
                en: "The next meeting, the team code and how meetings came about.")),
        Part(
            email: "handledare-1@example.org", role: .supervisor,
            words: Sentence(sv: "Handledare för laget på skola 1", en: "Supervisor of the team at school 1"),
            lookFor: Sentence(
                sv: "Tillitskartan: en handledare kan sätta en annan nivå, med skäl.",
                en: "The trust map: a supervisor can set another level, with a reason.")),
        Part(
            email: "s1-l1@example.org", role: .schoolLeader,
            words: Sentence(sv: "Rektor på skola 1", en: "Principal of school 1"),
            lookFor: Sentence(
                sv: "Vad en ledare ser, och vad som stannar i laget.",
                en: "What a leader sees, and what stays in the team.")),
        Part(
            email: "utvecklingsledare@example.org", role: .developmentLeader,
            words: Sentence(
                sv: "Utvecklingsledare för två av skolorna", en: "Development leader of two of the schools"),
            lookFor: Sentence(
                sv: "Villkoren på skolorna, utan någon rangordning.",
                en: "The conditions at the schools, with no ranking.")),
        Part(
            email: "programledare@example.org", role: .programmeLeader,
            words: Sentence(sv: "Programledare", en: "Programme leader"),
            lookFor: Sentence(
                sv: "Programmet, lagen och utfallet enligt lärarna.",
                en: "The programme, the teams and the outcome according to the teachers.")),
        Part(
            email: "forskare@example.org", role: .researcher,
            words: Sentence(sv: "Forskare som följer studien", en: "Researcher who follows the study"),
            lookFor: Sentence(
                sv: "Statistiken, med osäkerhet och metod.",
                en: "The statistics, with uncertainty and method.")),
        Part(
            email: "administrator@example.org", role: .administrator,
            words: Sentence(sv: "Administratör", en: "Administrator"),
            lookFor: Sentence(
                sv: "Konton och roller, och inget av innehållet.",
                en: "Accounts and roles, and none of the content.")),
    ]
}
