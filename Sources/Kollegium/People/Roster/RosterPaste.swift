/// People and teams pasted from a spreadsheet, as a form holds them. Fields: `text`, `from`, `team`.
struct RosterPaste: Sendable, Equatable {
    var text = ""
    /// The first day in the team for rows that don't say one; empty is today, or the programme's first day where that is
    /// still to come. It may have passed long ago: a programme can be entered in its middle.
    var from = ""
    /// The public id of the team for rows that name none; empty where each row names its own.
    var team = ""
}

/// What a paste would do, row by row, and nothing done yet.
struct RosterPreview: Sendable, Equatable {
    enum Step: Sendable, Equatable {
        case newSchool, newTeam, newPerson, knownPerson, newMembership, nothingNew
    }

    /// A row as it was read, and what will happen.
    struct Row: Sendable, Equatable {
        /// Where it stands in what was pasted, from 1.
        let line: Int
        let name: String
        let email: String
        let school: String
        let team: String
        /// nil where the row is about no membership.
        let role: TeamRole?
        let from: Day?
        /// Empty where there is a mistake: then nothing of the row happens.
        let steps: [Step]
        let mistakes: [Sentence]
        let warnings: [Sentence]
    }

    struct Totals: Sendable, Equatable {
        var schools = 0
        var teams = 0
        var people = 0
        var memberships = 0
        /// Rows of which all is there already.
        var unchanged = 0
        /// Rows with a mistake.
        var mistaken = 0

        /// Whether anything would be made.
        var isNothing: Bool { schools + teams + people + memberships == 0 }
    }

    let rows: [Row]
    let totals: Totals
    /// Words for roles that were taken for another word's.
    let roles: [RoleReading]
    /// About the sheet as a whole: columns that nobody reads, a heading that is not there.
    let warnings: [Sentence]
    /// Stands for all that the preview was made from and all that would happen. Applying takes it, and refuses where
    /// either is another by then.
    let digest: String
}

/// Why nothing of a paste can be shown or done.
enum RosterRefusal: Error, Equatable {
    /// Mistakes in the form or the sheet; the draft is worth keeping.
    case form(FormProblems)
    /// It is about pupils, or holds identity numbers. Nothing of it may be kept, not even as a draft.
    case pupilData(Sentence)
    /// Something has changed since the preview was made; here is what would happen now.
    case changed(RosterPreview)
    /// Rows have mistakes, and nobody said that they be left out.
    case mistaken(RosterPreview)
}

extension Sentence {
    static func pupilColumn(_ heading: String) -> Sentence {
        Sentence(
            sv:
                "Kolumnen ”\(heading.excerpt)” ser ut att handla om elever. Här ska bara lärare och de som leder och handleder dem stå. Inget har sparats.",
            en:
                "The column “\(heading.excerpt)” seems to be about pupils. Only teachers and those who lead and supervise them belong here. Nothing has been saved."
        )
    }

    static func pupilRow(_ line: Int) -> Sentence {
        Sentence(
            sv:
                "Rad \(line) ser ut att handla om en elev. Här ska bara lärare och de som leder och handleder dem stå. Inget har sparats.",
            en:
                "Line \(line) seems to be about a pupil. Only teachers and those who lead and supervise them belong here. Nothing has been saved."
        )
    }

    static func personalNumbers(_ line: Int) -> Sentence {
        Sentence(
            sv:
                "Rad \(line) ser ut att innehålla ett personnummer. Ta bort sådana ur kalkylbladet och klistra in på nytt. Inget har sparats.",
            en:
                "Line \(line) seems to hold a personal identity number. Take them out of the spreadsheet and paste again. Nothing has been saved."
        )
    }
}
