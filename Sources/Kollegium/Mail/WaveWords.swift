/// What a letter says of a questionnaire that somebody is asked to answer: what it is, how long it takes, until when,
/// and who will see the answers.
struct WaveWords: Sendable, Equatable {
    /// What the person is called; nil where that is not known.
    var recipient: String?
    let questionnaire: Sentence
    let part: Sentence
    let minutes: Int
    /// The last day for answers; nil where it is not decided.
    let lastDay: Day?
    /// How many must have answered before anything is shown.
    let minimumGroup: Int
    let isForLeaders: Bool
    /// 0 for the invitation, from 1 for the reminders.
    var reminder = 0
    /// It goes to somebody who has left their team, by a link of their own.
    var isToLeaver = false
    /// It says only that the last day is another than the one told before.
    var isMoved = false

    func to(_ name: String?, reminder: Int) -> WaveWords {
        var words = self
        words.recipient = name
        words.reminder = reminder
        return words
    }

    func toLeaver(_ name: String?) -> WaveWords {
        var words = to(name, reminder: 0)
        words.isToLeaver = true
        return words
    }

    func toMoved(_ name: String?) -> WaveWords {
        var words = to(name, reminder: 0)
        words.isMoved = true
        return words
    }

    var subject: Sentence {
        if isMoved {
            return Sentence(sv: "Ny sista svarsdag: \(part.sv)", en: "A new last day: \(part.en)")
        }
        if isToLeaver {
            return Sentence(
                sv: "Några frågor till dig som har lämnat ditt arbetslag",
                en: "A few questions to you who have left your team")
        }
        return reminder == 0
            ? Sentence(sv: "En enkät till dig: \(part.sv)", en: "A questionnaire for you: \(part.en)")
            : Sentence(
                sv: "Påminnelse om enkäten: \(part.sv)", en: "A reminder of the questionnaire: \(part.en)")
    }

    func body(link: String) -> Sentence {
        if isMoved { return moved(link) }
        return isToLeaver ? leaving(link) : asking(link)
    }

    private func moved(_ link: String) -> Sentence {
        let (sv, en) = (
            lastDay.map { plain(Language.sv.weekdayAndDate($0)) } ?? "",
            lastDay.map { plain(Language.en.weekdayAndDate($0)) } ?? ""
        )
        return Sentence(
            sv: paragraphs([
                recipient.map { "Hej \($0)," } ?? "Hej,",
                "sista svarsdagen för ”\(part.sv)” i \(questionnaire.sv) är ändrad. Nu är den \(sv).",
                "Det du har sparat finns kvar. Här fortsätter du:", link,
                "Vill du inte svara behöver du inte göra något.",
            ]),
            en: paragraphs([
                recipient.map { "Hello \($0)," } ?? "Hello,",
                "the last day for answering “\(part.en)” in \(questionnaire.en) has changed. Now it is \(en).",
                "What you have saved is kept. Go on here:", link,
                "If you do not want to answer, you need not do anything.",
            ]))
    }

    private func asking(_ link: String) -> Sentence {
        Sentence(
            sv: paragraphs([
                recipient.map { "Hej \($0)," } ?? "Hej,", opening.sv,
                "Öppna länken och logga in som du brukar:",
                link, time.sv, audience.sv,
                "Det du skriver sparas efter hand, så du kan göra en paus och fortsätta på en annan enhet.",
                reminder == 0
                    ? "Vill du inte svara behöver du inte säga varför."
                    : "Vill du inte svara behöver du inte göra något. Ingen får veta vem som har svarat.",
            ]),
            en: paragraphs([
                recipient.map { "Hello \($0)," } ?? "Hello,", opening.en,
                "Open the link and sign in as you usually do:", link, time.en, audience.en,
                "What you write is saved as you go, so you can pause and continue on another device.",
                reminder == 0
                    ? "If you do not want to answer, you need not say why."
                    : "If you do not want to answer, you need not do anything. Nobody is told who has answered.",
            ]))
    }

    private var opening: Sentence {
        reminder == 0
            ? Sentence(
                sv: "nu kan du svara på ”\(part.sv)” i \(questionnaire.sv).",
                en: "you can now answer “\(part.en)” in \(questionnaire.en).")
            : Sentence(
                sv: "du har inte lämnat in ”\(part.sv)” i \(questionnaire.sv) än.",
                en: "you have not handed in “\(part.en)” in \(questionnaire.en) yet.")
    }

    private var time: Sentence {
        let until = lastDay.map {
            Sentence(
                sv:
                    " Du kan svara, och ändra dina svar, till och med \(plain(Language.sv.weekdayAndDate($0))).",
                en:
                    " You can answer, and change your answers, until \(plain(Language.en.weekdayAndDate($0)))."
            )
        }
        return Sentence(
            sv: "Det tar omkring \(minutes) \(minutes == 1 ? "minut" : "minuter")." + (until?.sv ?? ""),
            en: "It takes about \(minutes) \(minutes == 1 ? "minute" : "minutes")." + (until?.en ?? ""))
    }

    private var audience: Sentence {
        isForLeaders
            ? Sentence(
                sv: """
                    Ni som leder skolan är få, så era svar kan inte kallas anonyma: det du skriver kan gå att känna
                    igen. Där något visas med ditt namn står det vid frågan.
                    """,
                en: """
                    Those who lead a school are few, so your answers cannot be called anonymous: what you write may be
                    recognised. Where something is shown by your name, the question says so.
                    """)
            : Sentence(
                sv: """
                    Det du svarar ser bara du. När enkäten har stängt får laget, handledaren och ledningen se
                    sammanställningar av minst \(minimumGroup) personers svar. Forskare ser enskilda svar bara av den
                    som har sagt ja till det, och utan namn.
                    """,
                en: """
                    Only you see what you answer. When the questionnaire has closed, the team, its supervisor and
                    leaders see summaries of the answers of at least \(minimumGroup) people. Researchers see single
                    answers only of those who have said yes to that, and without names.
                    """)
    }

    /// Without the no-break spaces that a page would have.
    private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    func paragraphs(_ paragraphs: [String]) -> String { paragraphs.joined(separator: "\n\n") }
}
