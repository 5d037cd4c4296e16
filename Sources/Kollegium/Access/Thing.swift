/// What somebody wants to do something with: its kind, and where it stands.
struct Thing: Sendable, Equatable {
    let kind: Kind
    let place: Place

    init(_ kind: Kind, _ place: Place) {
        self.kind = kind
        self.place = place
    }

    enum Kind: String, Sendable, CaseIterable {
        // Mine.
        case ownAccount, ownSession, draft, sheet, consent, purposeAnswer
        // Two named people, or a named few.
        case helpRequest, subgroupNote
        // The team's room. `team` is its page; an agenda is what a guest of one meeting sees.
        case team, meeting, agenda, trustMap, trustComment, trustOverride
        case teamOutcome, teamContinuity, teamChange
        // A supervisor's process report.
        case processReport
        // What a team lets its leaders see, and what it lets the school see.
        case release, schoolAgreement
        // Why leaders want the work, and what a school's teachers say to it together.
        case purposeStatement, purposeMirror
        // The programme's room. `teamEntry` is the team as the schedule has it, and nothing of its content.
        case programme, phase, school, schoolProfile, teamEntry, teamCode
        case person, membership, invitation, upload
        case programmeOutcome, programmeContinuity, conditions
        // What is asked, and when.
        case questionnaire, wave, waveStatus
        // Everything at once, for another system or as a backup.
        case systemCopy
        // Research.
        case statistics, researchMaterial, studyInformation, goalHeading
        /// What is typed in from paper: written, and read by nobody but whom it is of.
        case paperSheet
        // Accounts.
        case account, assignment
    }
}

extension Thing.Kind {
    var room: Room {
        switch self {
        case .ownAccount, .ownSession, .draft, .sheet, .consent, .purposeAnswer: .mine
        case .helpRequest: .pair
        case .subgroupNote: .smallGroup
        case .team, .meeting, .agenda, .trustMap, .trustComment, .trustOverride, .teamOutcome,
            .teamContinuity, .teamChange:
            .team
        case .processReport: .supervision
        case .release, .purposeStatement, .purposeMirror: .airlock
        case .schoolAgreement: .school
        case .programme, .phase, .school, .schoolProfile, .teamEntry, .teamCode, .person, .membership,
            .invitation, .upload, .programmeOutcome, .programmeContinuity, .conditions, .questionnaire, .wave,
            .waveStatus, .systemCopy:
            .programme
        case .statistics, .researchMaterial, .studyInformation, .paperSheet, .goalHeading: .research
        case .account, .assignment: .accounts
        }
    }

    /// What can be done with it at all, by anybody. What is computed is written by nobody.
    var actions: Set<Action> {
        switch self {
        case .team, .teamOutcome, .teamContinuity, .teamChange, .programmeOutcome, .programmeContinuity,
            .conditions, .waveStatus, .statistics, .researchMaterial, .purposeMirror:
            [.read]
        case .trustMap: [.read, .comment, .override]
        case .trustComment, .trustOverride: [.read, .withdraw]
        case .ownAccount, .ownSession, .draft, .sheet, .consent, .meeting, .agenda, .phase, .school,
            .schoolProfile, .teamEntry, .teamCode, .person, .membership, .invitation, .upload, .questionnaire,
            .wave, .studyInformation, .account, .assignment, .purposeAnswer, .goalHeading:
            [.read, .write]
        case .helpRequest, .subgroupNote, .schoolAgreement, .purposeStatement: [.read, .write, .withdraw]
        case .processReport: [.read, .write, .comment, .withdraw]
        case .release: [.read, .write, .propose, .release, .withdraw]
        case .programme: [.read, .write, .found]
        case .systemCopy, .paperSheet: [.write]
        }
    }

    /// What stays as the study has it while an imported programme has not been taken over.
    var isOfStudy: Bool {
        switch self {
        case .subgroupNote, .team, .meeting, .agenda, .trustMap, .trustComment, .trustOverride, .teamOutcome,
            .teamContinuity, .teamChange, .processReport, .release, .schoolAgreement, .phase, .school,
            .schoolProfile, .teamEntry, .teamCode, .person, .membership, .programmeOutcome,
            .programmeContinuity, .conditions, .statistics, .researchMaterial, .sheet, .questionnaire, .wave,
            .waveStatus, .paperSheet, .purposeStatement, .purposeAnswer, .purposeMirror, .goalHeading:
            true
        case .ownAccount, .ownSession, .draft, .consent, .helpRequest, .programme, .invitation, .upload,
            .systemCopy, .studyInformation, .account, .assignment:
            false
        }
    }

    /// Somebody's own words: the place has their owner, who reads and withdraws them also after leaving.
    var isWords: Bool {
        switch self {
        case .trustComment, .trustOverride, .helpRequest, .subgroupNote, .processReport, .release,
            .schoolAgreement, .purposeStatement:
            true
        case .ownAccount, .ownSession, .draft, .sheet, .consent, .team, .meeting, .agenda, .trustMap,
            .teamOutcome, .teamContinuity, .teamChange, .programme, .phase, .school, .schoolProfile,
            .teamEntry, .teamCode, .person, .membership, .invitation, .upload, .programmeOutcome,
            .programmeContinuity, .conditions, .questionnaire, .wave, .waveStatus, .systemCopy, .statistics,
            .researchMaterial, .studyInformation, .paperSheet, .account, .assignment, .purposeAnswer,
            .purposeMirror, .goalHeading:
            false
        }
    }

    /// Levels and counts of people who work together. They say too much where there are fewer than three.
    var isMeasured: Bool {
        switch self {
        case .trustMap, .trustOverride, .teamOutcome, .teamContinuity, .teamChange, .programmeOutcome,
            .programmeContinuity,
            .conditions, .waveStatus, .statistics, .purposeMirror:
            true
        case .ownAccount, .ownSession, .draft, .sheet, .consent, .helpRequest, .subgroupNote, .team, .meeting,
            .agenda, .trustComment, .processReport, .release, .schoolAgreement, .programme, .phase, .school,
            .schoolProfile, .teamEntry, .teamCode, .person, .membership, .invitation, .upload,
            .questionnaire, .wave, .systemCopy, .researchMaterial, .studyInformation, .paperSheet, .account,
            .assignment, .purposeStatement, .purposeAnswer, .goalHeading:
            false
        }
    }
}
