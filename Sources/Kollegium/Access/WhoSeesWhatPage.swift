/// The promise that everything else stands on: who reads what, in plain words, for anybody to read.
struct WhoSeesWhatPage: Page {
    static let template = "who-sees-what"
    let heading: PageHeading
    let rooms: [RoomCard]
    /// Rooms that no page leads to yet, by their names.
    let empty: [String]
    let fewest: Int

    struct RoomCard: Sendable {
        let kind: String
        let sign: String
        let name: String
        let contents: String
    }

    init(_ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Vem ser vad", en: "Who sees what")(language))
        rooms = Room.allCases.filter(\.isInUse).map { room in
            let banner = RoomBanner(room, room.contents(language), language)
            return RoomCard(
                kind: banner.kind, sign: banner.sign, name: banner.name, contents: banner.explanation)
        }
        empty = Room.allCases.filter { !$0.isInUse }.map { $0.readers(language) }
        fewest = Frozen.fewestMembers
    }
}

extension Room {
    /// Whether anything can be in it by now. A promise about an empty room could not be tried.
    fileprivate var isInUse: Bool {
        switch self {
        case .mine, .team, .airlock, .programme, .research, .accounts: true
        case .pair, .smallGroup, .supervision, .school: false
        }
    }

    /// What lives there.
    fileprivate var contents: Sentence {
        switch self {
        case .mine:
            Sentence(
                sv:
                    "Det du svarar i enkäter, nu och förr, och vad du har sagt ja och nej till. Din startsida och ditt konto: hur du loggar in, och var du är inloggad.",
                en:
                    "What you answer in questionnaires, now and before, and what you have said yes and no to. Your start page and your account: how you sign in, and where you are signed in."
            )
        case .team:
            Sentence(
                sv:
                    "Lagets träffar, tillitskartan med era kommentarer, och lagets egna siffror. Rektor kommer inte hit.",
                en:
                    "The team’s meetings, the trust map with your comments, and the team’s own figures. The principal does not come here."
            )
        case .airlock:
            Sentence(
                sv:
                    "Varför skolans och programmets ledning vill arbetet, med namn, och en enda siffra för om skolans lärare delar det. Vad var och en svarar ser bara den själv.",
                en:
                    "Why the leaders of the school and the programme want the work, by name, and a single figure for whether the school’s teachers share it. What each answers only they see themselves."
            )
        case .programme:
            Sentence(
                sv:
                    "Skolor, lag och vilka som är med, hållna träffar, villkor och behov, och utfall för tillräckligt många. Skolans ledare läser om sin skola. Aldrig ett omdöme om kollegor, och ingen rangordning.",
                en:
                    "Schools, teams and who is in them, meetings held, conditions and needs, and outcome for enough people. A school’s leaders read of their school. Never a verdict on colleagues, and no ranking."
            )
        case .research:
            Sentence(
                sv:
                    "Sammanställda siffror lag för lag, med koder i stället för namn. Enskilda svar under pseudonym, bara av dem som har sagt ja till forskning.",
                en:
                    "Summed figures team by team, with codes in place of names. Single answers under pseudonyms, only of those who have said yes to research."
            )
        case .accounts:
            Sentence(
                sv: "Namn, adress och uppdrag. Administratören ser inget av innehållet.",
                en: "Names, addresses and appointments. The administrator sees none of the content.")
        // Said when they are in use.
        case .pair, .smallGroup, .supervision, .school: Sentence(sv: "", en: "")
        }
    }
}
