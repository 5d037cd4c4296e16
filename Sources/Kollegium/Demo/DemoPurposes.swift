import Storage

/// Why the demonstration's leaders want the work, and what teachers of three schools said to it in the terms that are
/// over; the goals from the start under headings. All of it is made up; the study has nothing of the kind.
struct DemoPurposes {
    let db: Session
    let programme: Int64
    let now: Int64
    let today: Day

    /// - Parameters:
    ///   - leader: who leads the programme.
    ///   - start: the day on which both leaders said it.
    func enter(leader: Int64, from start: Day) throws {
        let said = Act(person: leader, now: moment(start), today: today)
        try PurposeStatementStore(db: db).state(
            PurposeStatementDraft(
                text: """
                    Jag vill att lärare ska slippa vara ensamma med det svåra i klassrummet. Det tar tid, och den tiden \
                    ska finnas i schemat i två år.
                    Vi mäter inte er. Vi vill veta om arbetet är till nytta.
                    """), for: nil, in: programme, by: said)
        let schools = try SchoolStore(db: db).choices(of: programme)
        for (code, answers) in Self.answers {
            guard let school = schools.first(where: { $0.code == code }) else { continue }
            if code == "s1" { try stateForSchool(school.key, start) }
            try answer(answers, code, at: school.key)
        }
        try PurposeTermStore(db: db).closeEnded(now: now, today: today)
        try placeGoals(by: Act(person: leader, now: now, today: today))
    }

    /// What the teachers of a school said, in the order of their addresses, term after term; of more terms the last.
    private static let answers: [(school: String, terms: [[PurposeAnswer]])] = [
        (
            "s1",
            [
                [.partly, .yes, .no, .partly, .no, .no, .partly, .no, .yes],
                [.partly, .yes, .no, .partly, .partly, .no, .partly, .no, .yes],
            ]
        ),
        (
            "s2",
            [
                [.yes, .partly, .yes, .no, .partly, .no, .yes, .yes, .partly],
                [.yes, .yes, .yes, .partly, .yes, .no, .yes, .yes, .partly],
            ]
        ),
        ("s3", [[.yes, .yes, .partly, .yes, .yes, .no, .yes]]),
    ]

    /// The headings under which the goals of the first questionnaire are put, by how a goal begins.
    private static let headings = [
        ("Lugnare", "Arbetsro och bemötande"), ("Bättre bemötande", "Arbetsro och bemötande"),
        ("Tätare samarbete", "Arbeta tillsammans i laget"), ("Gemensamt", "Arbeta tillsammans i laget"),
        ("Tryggare", "Arbeta tillsammans i laget"), ("Bättre relation", "Hemmen"),
        ("Fler elever", "Elevernas resultat"),
    ]

    private func placeGoals(by act: Act) throws {
        guard let study = try StudyStore(db: db).study(ofProgramme: programme) else { return }
        let store = GoalHeadingStore(db: db)
        for goal in try store.goals(of: study, on: today, size: 500).rows {
            guard let heading = Self.headings.first(where: { goal.text.hasPrefix($0.0) }) else { continue }
            try store.place(goal, under: heading.1, in: programme, by: act)
        }
    }

    private func stateForSchool(_ school: Int64, _ start: Day) throws {
        guard let principal = try people(["s1-l1@example.org"]).first else { return }
        try PurposeStatementStore(db: db).state(
            PurposeStatementDraft(
                text: """
                    Våra elever möter olika vuxna på olika lektioner. Jag vill att ni får se varandras undervisning och \
                    prata om den i lugn och ro.
                    Jag lovar att träffarna får ligga kvar, också när vikarierna är få.
                    """), for: school, in: programme,
            by: Act(person: principal, now: moment(start), today: today))
    }

    /// Enters what was said in the middle of each term that is over.
    private func answer(_ terms: [[PurposeAnswer]], _ code: String, at school: Int64) throws {
        guard let first = terms.first else { return }
        let teachers = try people((1...first.count).map { "\(code)-t0\($0)@example.org" })
        for (index, term) in try over().enumerated() {
            let answers = terms[min(index, terms.count - 1)]
            guard let day = Day(number: (term.from.number + term.to.number) / 2) else { continue }
            for (person, answer) in zip(teachers, answers) {
                try PurposeAnswerStore(db: db).say(
                    answer, in: term.code, at: school, of: programme,
                    by: Act(person: person, now: moment(day), today: day))
            }
        }
    }

    /// The terms that are over and in which there were teams.
    private func over() throws -> [StudyDocument.Period] {
        try ProgrammeStore(db: db).terms(of: programme).filter { $0.to < today }.dropFirst().map(\.self)
    }

    private func people(_ addresses: [String]) throws -> [Int64] {
        let organisation = try ProgrammeStore(db: db).organisation()
        return try addresses.compactMap { address in
            guard let email = EmailAddress(address) else { return nil }
            return try PersonStore(db: db).people(with: email, in: organisation, programme: programme).first?
                .key
        }
    }

    /// Ten in the morning, and never in the future.
    private func moment(_ day: Day) -> Int64 {
        min(now, Int64(day.number) * 86_400_000 + 10 * 3_600_000)
    }
}
