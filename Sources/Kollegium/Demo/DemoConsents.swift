import Storage

/// What the demonstration's people were told of the study, and what they said: nearly all of them yes.
struct DemoConsents {
    let db: Session
    let programme: Int64
    let organisation: Int64
    let now: Int64
    let today: Day

    /// Two who said no to research.
    private let unwilling: Set = ["s2-t05@example.org", "s3-t02@example.org"]
    /// One who has said nothing yet.
    private let silent = "s1-t01@example.org"

    /// - Parameters:
    ///   - asker: a researcher, whom nobody works under.
    ///   - start: the day on which all of it was said.
    func enter(asking asker: Int64, from start: Day) throws {
        guard let study = try StudyStore(db: db).study(ofProgramme: programme),
            let publicID = try StudyInformationStore(db: db).askers(of: programme, on: today)
                .first(where: { $0.key == asker })?.publicID
        else { return }
        let noon = min(now, Int64(start.number) * 86_400_000 + 10 * 3_600_000)
        try StudyInformationStore(db: db).tell(
            InformationDraft(
                asker: publicID,
                purposeSV: """
                    Vi vill förstå vad som gör att lärande samtal får betydelse i ett arbetslag, och när de inte får det.
                    Svaren används i forskning och för att utvärdera programmet.
                    """,
                purposeEN: """
                    We want to understand what makes learning conversations matter in a team, and when they do not.
                    Answers are used in research and to evaluate the programme.
                    """, kept: "\(today.year + 20)-12-31"),
            of: study, organisation: organisation, by: Act(person: asker, now: noon, today: today))
        let told = try StudyInformationStore(db: db).all(of: study.key).first?.key
        for participant in try StudyInformationStore(db: db).participants(of: study)
        where participant.email != silent {
            let isUnwilling = participant.email.map { unwilling.contains($0) } ?? false
            _ = try ConsentStore(db: db).answer(
                [.evaluation: .yes, .research: isUnwilling ? .no : .yes], basis: ConsentStore.basis([], told),
                to: study.key, information: told,
                by: Act(person: participant.person, now: noon, today: today))
        }
    }
}
