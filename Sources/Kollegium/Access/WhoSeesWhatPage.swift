/// The promise that everything else stands on: who reads what, in plain words, for anybody to read.
struct WhoSeesWhatPage: Page {
    static let template = "who-sees-what"
    let heading: PageHeading
    let rooms: [RoomCard]
    let fewest: Int

    struct RoomCard: Sendable {
        let kind: String
        let sign: String
        let name: String
        let contents: String
    }

    init(_ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Vem ser vad", en: "Who sees what")(language))
        rooms = Room.allCases.map { room in
            let banner = RoomBanner(room, room.contents(language), language)
            return RoomCard(
                kind: banner.kind, sign: banner.sign, name: banner.name, contents: banner.explanation)
        }
        fewest = Frozen.fewestMembers
    }
}

extension Room {
    /// What lives there.
    fileprivate var contents: Sentence {
        switch self {
        case .mine:
            Sentence(
                sv: "Utkast, dina egna svar i enkäter, ditt konto.",
                en: "Drafts, your own answers to questionnaires, your account.")
        case .pair:
            Sentence(
                sv: "En fråga om hjälp, ett besök, ett samtal om att filma. Ni två läser.",
                en: "A request for help, a visit, a talk about filming. The two of you read it.")
        case .smallGroup:
            Sentence(
                sv: "Det en mindre grupp i laget arbetar med. De som är nämnda läser.",
                en: "What a smaller group of the team works on. Those who are named read it.")
        case .team:
            Sentence(
                sv: "Träffar, det ni kommer fram till, lagets tillitskarta. Rektor kommer inte hit.",
                en: "Meetings, what you arrive at, the team’s trust map. The principal does not come here.")
        case .supervision:
            Sentence(
                sv: "Handledarens rapporter om processen, innan de släpps.",
                en: "The supervisor’s reports on the process, before they are released.")
        case .airlock:
            Sentence(
                sv:
                    "Det laget har släppt till skolans ledning, och ledningens svar. Alla i laget har då fått läsa det i förväg.",
                en:
                    "What the team has released to the school’s leaders, and their answers. Everybody in the team has been able to read it beforehand."
            )
        case .school:
            Sentence(
                sv: "Överenskommelser och begrepp som ett lag har släppt till kollegorna.",
                en: "Agreements and concepts that a team has released to colleagues.")
        case .programme:
            Sentence(
                sv:
                    "Schema, antal, villkor och behov, och utfall för tillräckligt många. Aldrig ett omdöme om kollegor, och ingen rangordning.",
                en:
                    "Schedule, counts, conditions and needs, and outcome for enough people. Never a verdict on colleagues, and no ranking."
            )
        case .research:
            Sentence(
                sv: "Svar från dem som har sagt ja till forskning, under pseudonym.",
                en: "Answers of those who said yes to research, under pseudonyms.")
        case .accounts:
            Sentence(
                sv: "Namn, adress och uppdrag. Administratören ser inget av innehållet.",
                en: "Names, addresses and appointments. The administrator sees none of the content.")
        }
    }
}
