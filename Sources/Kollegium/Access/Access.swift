/// Who may do what, and why. Routes, pages, exports and reports ask `decide`; nobody checks a second time.
///
/// `docs/access.md` has the matrix in words, and each choice made where the rules are silent.
enum Access {
    /// Who acts.
    enum Actor: Sendable, Equatable {
        case person(Reach)
        /// Whoever runs the program at the command line.
        case `operator`
        /// What happens by itself when its time has come.
        case clock
        case nobody
    }

    static func decide(_ action: Action, _ thing: Thing, by actor: Actor) -> Decision {
        guard thing.kind.actions.contains(action) else { return .refuse(.nothingToDo) }
        switch actor {
        case .nobody: return .refuse(.notSignedIn)
        case .clock: return .refuse(.notTheClock)
        case .operator: return atTheServer(action, thing.kind)
        case .person(let reach): return decide(action, thing, reach)
        }
    }

    private static func decide(_ action: Action, _ thing: Thing, _ reach: Reach) -> Decision {
        let verdict = isOwnWords(action, thing, reach) ? .allow(.yourOwn) : row(action, thing, reach)
        guard verdict.isAllowed, let obstacle = obstacle(action, thing, reach, verdict.because) else {
            return verdict
        }
        return .refuse(obstacle)
    }

    /// What one wrote stays one's own to read, to take along and to withdraw, also after leaving and in any hat.
    private static func isOwnWords(_ action: Action, _ thing: Thing, _ reach: Reach) -> Bool {
        guard thing.kind.isWords, action == .read || action == .withdraw else { return false }
        return thing.place.owner == reach.hat.person
    }

    /// The operator's part by the program; what the server's keeper could read by other means is told in plain words.
    private static func atTheServer(_ action: Action, _ kind: Thing.Kind) -> Decision {
        switch kind {
        case .upload, .systemCopy, .account, .assignment: .allow(.keepsServer)
        case .ownAccount, .ownSession, .draft, .sheet, .consent, .helpRequest, .subgroupNote, .team, .meeting,
            .agenda, .trustMap, .trustComment, .trustOverride, .teamOutcome, .teamContinuity, .teamChange,
            .processReport, .release, .schoolAgreement, .programme, .phase, .school, .schoolProfile,
            .teamEntry, .teamCode, .person, .membership, .invitation, .programmeOutcome, .programmeContinuity,
            .conditions, .questionnaire, .wave, .waveStatus, .statistics, .researchMaterial,
            .studyInformation, .paperSheet, .purposeStatement, .purposeAnswer, .purposeMirror, .goalHeading:
            .refuse(.notTheOperator)
        }
    }

    /// The row of the table: which hat leads to which thing.
    private static func row(_ action: Action, _ thing: Thing, _ reach: Reach) -> Decision {
        let place = thing.place
        return switch thing.kind {
        case .ownAccount, .ownSession: place.account == reach.account ? .allow(.yourOwn) : .refuse(.notYours)
        case .draft, .sheet, .consent:
            place.owner == reach.hat.person ? .allow(.yourOwn) : .refuse(.notYours)
        case .helpRequest: pair(action, place, reach)
        case .subgroupNote: smallGroup(action, place, reach)
        case .team, .meeting, .trustMap, .teamOutcome, .teamContinuity, .teamChange:
            action == .override ? ruling(place, reach) : teamRoom(place, reach)
        case .agenda: agenda(action, place, reach)
        case .trustComment: action == .withdraw ? .refuse(.notYours) : teamRoom(place, reach)
        case .trustOverride: action == .withdraw ? ruling(place, reach) : teamRoom(place, reach)
        case .processReport: supervision(action, place, reach)
        case .release: airlock(action, place, reach)
        case .schoolAgreement: schoolRoom(action, place, reach)
        case .purposeStatement, .purposeMirror: purpose(action, place, reach)
        case .purposeAnswer: purposeAnswer(action, place, reach)
        case .programme: programme(action, place, reach)
        case .phase: action == .read ? schedule(place, reach) : leadership(place, reach)
        case .school where isUnplaced(place, reach): .allow(.unplaced)
        case .school, .schoolProfile, .teamEntry:
            action == .read ? ownSchool(place, reach) : leadership(place, reach)
        case .programmeOutcome, .programmeContinuity, .waveStatus: ownSchool(place, reach)
        case .conditions: conditions(place, reach)
        case .person where isUnplaced(place, reach), .invitation where isUnplaced(place, reach):
            .allow(.unplaced)
        case .person, .membership, .invitation: leadership(place, reach)
        case .questionnaire: action == .read ? asking(place, reach) : leadership(place, reach)
        case .wave: leadership(place, reach)
        case .studyInformation: asking(place, reach)
        case .teamCode: teamCode(place, reach)
        case .upload: upload(place, reach)
        case .systemCopy: .refuse(.notThisRole)
        case .statistics, .paperSheet, .goalHeading: research(place, reach)
        case .researchMaterial: place.isConsented ? research(place, reach) : .refuse(.notYours)
        case .account, .assignment: accounts(place, reach)
        }
    }
}
