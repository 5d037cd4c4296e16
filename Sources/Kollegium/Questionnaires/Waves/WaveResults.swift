/// What has come of a wave that is closed, and where it is to be seen.
struct WaveResults: Sendable {
    let words: String
    let link: Link

    /// Nil while it takes answers; of leavers there may be something before.
    /// - Parameter programme: its public id.
    init?(_ wave: Wave, _ state: WaveState, _ programme: String, _ language: Language) {
        if wave.asks == .leavers {
            guard wave.openedAt != nil else { return nil }
            words = Sentence(
                sv:
                    "Svaren visas halvår för halvår, när ett halvår är slut och tillräckligt många har svarat.",
                en: "The answers are shown by half-years, once one is over and enough have answered.")(
                    language)
            link = Link(
                Sentence(sv: "Se vad de som lämnat har svarat", en: "See what those who left answered")(
                    language), .programme(programme, .exits))
            return
        }
        guard state == .closed else { return nil }
        words = Sentence(
            sv: "Nådda mål och övriga frågor, och var resten visas.",
            en: "Goals reached and other questions, and where the rest is shown.")(language)
        link = Link(
            Sentence(sv: "Se vad det har blivit", en: "See what has come of it")(language),
            .wavePart(wave.publicID, .results))
    }
}
