/// What has come of a wave that is closed, and where it is to be seen.
struct WaveResults: Sendable {
    let words: String
    let link: Link

    /// Nil while it takes answers, and where it asked others than those in teams.
    /// - Parameter programme: its public id.
    init?(_ wave: Wave, _ state: WaveState, _ asked: AskedPart, _ programme: String, _ language: Language) {
        guard state == .closed, wave.asks == .members, !wave.name.asksLeaders else { return nil }
        if asked.questions.contains(where: { $0.area != nil }) {
            words = Sentence(
                sv: "Vad arbetet har betytt enligt lärarna visas för lag där tillräckligt många har svarat.",
                en:
                    "What the work has meant according to the teachers is shown for teams in which enough have answered."
            )(
                language)
            link = Link(
                Sentence(sv: "Se utfallet", en: "See the outcome")(language), .programme(programme, .outcome))
        } else {
            words = Sentence(
                sv:
                    "Den här delen frågar om mål och tillit, inte om utfall. Varje lag ser sina svar i tillitskartan; du ser vilka villkor de har att arbeta under.",
                en:
                    "This part asks about goals and trust, not about outcome. Each team sees its answers in its trust map; you see the conditions under which they work."
            )(language)
            link = Link(
                Sentence(sv: "Se villkoren", en: "See the conditions")(language),
                .programme(programme, .conditions))
        }
    }
}
