/// Where everything has its address. Pages and routes take addresses from here, never from a text of their own.
enum SiteURL: Sendable, Hashable {
    case start
    case signIn
    case oneTimeCode
    case signInLink(String)
    case invitation(String)
    case join
    case joinWith(String)
    case joining(String)
    case address(String)
    case account
    case accountPart(String)
    case session(String)
    case hat
    case language
    case outbox
    case programmes
    case newProgramme
    case programme(String, ProgrammePart = .overview)
    /// A report of a programme's teams as a file; `after` as for the page that it has the figures of.
    case programmeFile(String, ProgrammePart, String, ReportFile, after: String?)
    case questionnaire(String)
    case questionnaireFile(String, QuestionnaireFile)
    /// A questionnaire's draft: one of its parts or scales, and what is in it; a new one where none is named.
    case draft(String, DraftPart = .overview, part: String = "", item: String = "", type: String = "")
    case school(String)
    case schoolPart(String, String)
    case team(String, TeamPart = .overview)
    case teamFile(String, TeamPart, ReportFile)
    case teamGoalsFile(String, ReportFile)
    case trustLevel(team: String, form: String, term: String)
    case person(String)
    case personPart(String, String)
    case membership(String)
    /// Somebody's time in a team, as `TeamStore.membership` finds it: the role, and the first day.
    case teamMember(team: String, person: String, role: String, from: String)
    case teamMemberRole(team: String, person: String, role: String, from: String)
    case sheets
    case sheet(String, SheetPart = .overview)
    case wave(String)
    case wavePart(String, WavePart)
    /// What has come of a wave as a file; `after` as for the page that it has the figures of.
    case waveResultsFile(String, ReportFile, after: String?)
    case exit(String)
    /// What those who left have answered, as a file.
    case exitResultsFile(String, ReportFile)
    case uploads
    case upload(String)
    case uploadCancellation(String)
    case accounts
    case accountEntry(String)
    case accountRole(String, String)
    case participation
    case participationIn(String)
    case consentReceipt(String)
    case researchFile(String)
    case researchFileContent(String)
    case researchFileCancellation(String)

    /// What there is to see and do of a programme.
    enum ProgrammePart: String, Sendable, CaseIterable {
        case overview = ""
        case edit, schools, teams, people, paste, outcome, continuity, conditions, takeover
        case newSchool = "schools/new"
        case newTeam = "teams/new"
        case newPerson = "people/new"
        case pasted = "paste/receipt"
        case invitations
        case statistics
        case information, research, goals
        case questionnaires
        case questionnaireFile = "questionnaires/file"
        case waves
        case newWave = "waves/new"
        case waveSettings = "waves/settings"
        case exits
    }

    /// What is done with a wave.
    enum WavePart: String, Sendable, CaseIterable {
        case days, opening, closing, removal, results, paper
        case paperForm = "paper-form"
    }

    /// What there is to see and do of a questionnaire's draft.
    enum DraftPart: String, Sendable, CaseIterable {
        case overview = ""
        case heading, part, question, scale, area, order, removal, publication, discarding, file, preview
        case partHeading = "part/heading"
        case trustItems = "trust-items"
    }

    /// What there is to see and do of a team.
    enum TeamPart: String, Sendable, CaseIterable {
        case overview = ""
        case edit, members, trust, outcome, continuity, change, purpose, code
    }

    /// What there is to see and do of one's own sheet of a wave.
    enum SheetPart: Sendable, Hashable {
        case overview, lookBack, review, handingIn, paperForm
        /// From 1.
        case section(Int)

        fileprivate var path: String {
            switch self {
            case .overview: ""
            case .lookBack: "look-back"
            case .review: "review"
            case .handingIn: "handing-in"
            case .paperForm: "paper-form"
            case .section(let number): "sections/\(number)"
            }
        }
    }

    var path: String {
        switch self {
        case .start: "/"
        case .signIn: "/sign-in"
        case .oneTimeCode: "/sign-in/code"
        case .signInLink(let secret): "/sign-in-links/\(secret)"
        case .invitation(let secret): "/invitations/\(secret)"
        case .join: "/join"
        case .joinWith(let code): "/join/\(code)"
        case .joining(let secret): "/joinings/\(secret)"
        case .address(let secret): "/addresses/\(secret)"
        case .account: "/account"
        case .accountPart(let part): "/account/\(part)"
        case .session(let id): "/account/sessions/\(id)"
        case .hat: "/hat"
        case .language: "/language"
        case .outbox: "/outbox"
        case .programmes: "/programmes"
        case .newProgramme: "/programmes/new"
        case .programme(let id, let part): Self.joined("/programmes/\(id)", part.rawValue)
        case .programmeFile(let id, let part, let report, let format, let after):
            "/programmes/\(id)/\(part.rawValue)/\(report).\(format.rawValue)"
                + (after.map { "?after=" + $0.percentEncoded } ?? "")
        case .questionnaire(let id): "/questionnaires/\(id)"
        case .questionnaireFile(let id, let file): "/questionnaires/\(id)/\(file.rawValue)"
        case .draft(let id, let draftPart, let part, let item, let type):
            Self.joined("/questionnaires/\(id)/draft", draftPart.rawValue)
                + Self.query([("part", part), ("item", item), ("type", type)])
        case .school(let id): "/schools/\(id)"
        case .schoolPart(let id, let part): "/schools/\(id)/\(part)"
        case .team(let id, let part): Self.joined("/teams/\(id)", part.rawValue)
        case .teamFile(let id, let part, let format): "/teams/\(id)/\(part.rawValue)/\(format.rawValue)"
        case .teamGoalsFile(let id, let format): "/teams/\(id)/outcome/goals/\(format.rawValue)"
        case .trustLevel(let team, let form, let term):
            "/teams/\(team)/trust/\(form)/\(term.percentEncoded)"
        case .person(let id): "/people/\(id)"
        case .personPart(let id, let part): "/people/\(id)/\(part)"
        case .membership(let id): "/memberships/\(id)"
        case .teamMember(let team, let person, let role, let from):
            "/teams/\(team)/members/\(person)/\(role)/\(from)"
        case .teamMemberRole(let team, let person, let role, let from):
            Self.teamMember(team: team, person: person, role: role, from: from).path + "/role"
        case .sheets: "/sheets"
        case .sheet(let wave, let part): Self.joined("/sheets/\(wave)", part.path)
        case .wave(let id): "/waves/\(id)"
        case .wavePart(let id, let part): "/waves/\(id)/\(part.rawValue)"
        case .waveResultsFile(let id, let format, let after):
            Self.wavePart(id, .results).path + "/\(format.rawValue)" + Self.query([("after", after ?? "")])
        case .exitResultsFile(let id, let format): "/programmes/\(id)/exits/\(format.rawValue)"
        case .exit(let secret): "/exits/\(secret)"
        case .uploads: "/uploads"
        case .upload(let id): "/uploads/\(id)"
        case .uploadCancellation(let id): "/uploads/\(id)/cancellation"
        case .accounts: "/accounts"
        case .accountEntry(let id): "/accounts/\(id)"
        case .accountRole(let id, let assignment): "/accounts/\(id)/roles/\(assignment)"
        case .participation: "/participation"
        case .participationIn(let study): "/participation/\(study)"
        case .consentReceipt(let number): "/participation/receipts/\(number)"
        case .researchFile(let id): "/research-files/\(id)"
        case .researchFileContent(let id): "/research-files/\(id)/content"
        case .researchFileCancellation(let id): "/research-files/\(id)/cancellation"
        }
    }

    private static func query(_ pairs: [(String, String)]) -> String {
        let asked = pairs.filter { !$0.1.isEmpty }.map { $0.0 + "=" + $0.1.percentEncoded }
        return asked.isEmpty ? "" : "?" + asked.joined(separator: "&")
    }

    private static func joined(_ path: String, _ part: String) -> String {
        part.isEmpty ? path : "\(path)/\(part)"
    }
}
