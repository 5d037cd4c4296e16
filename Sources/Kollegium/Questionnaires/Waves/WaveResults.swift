/// What has come of a wave that is closed, and where it is to be seen.
struct WaveResults: Sendable {
    let words: String
    let link: Link

    /// Nil while it takes answers.
    init?(_ wave: Wave, _ state: WaveState, _ language: Language) {
        guard state == .closed, wave.asks == .members else { return nil }
        words = Sentence(
            sv: "Nådda mål och övriga frågor, och var resten visas.",
            en: "Goals reached and other questions, and where the rest is shown.")(language)
        link = Link(
            Sentence(sv: "Se vad det har blivit", en: "See what has come of it")(language),
            .wavePart(wave.publicID, .results))
    }
}
