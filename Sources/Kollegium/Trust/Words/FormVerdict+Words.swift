import Measures

extension FormVerdict {
    /// Which source alone gives a preliminary level, and whether that it is alone has lowered it.
    var alone: Sentence {
        let (source, own): (Sentence, TrustLevel?) =
            if answers.level != nil {
                (Sentence(sv: "svaren", en: "the answers"), answers.level)
            } else if coded.level != nil {
                (Sentence(sv: "de kodade beläggen", en: "the coded evidence"), coded.level)
            } else {
                (Sentence(sv: "processen", en: "the process"), process?.level)
            }
        let told = Sentence(
            sv: "Preliminär: bara \(source.sv) säger något, så nivån vilar på en enda källa.",
            en: "Preliminary: only \(source.en) has something to say, so the level rests on a single source.")
        guard own == .high else { return told }
        return Sentence(
            sv: told.sv + " En källa ensam ger aldrig hög nivå.",
            en: told.en + " One source alone never gives a high level.")
    }
}
