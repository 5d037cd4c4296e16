import Measures

/// The outlook in words: conditions, and never that a team will fail.
enum TrustConditions {
    static let heading = Sentence(
        sv: "Villkoren som de lag som fullföljde hade",
        en: "The conditions that the teams which completed had")

    /// To stand under the conditions, so that nobody reads more into them than there is.
    static let reach = Sentence(
        sv:
            "Villkoren kommer ur en studie av fem lag, där ”tillräckligt hög” delvis betyder just att laget höll ut. De säger vad som finns på plats och vad som saknas, inte hur det kommer att gå.",
        en:
            "The conditions come from a study of five teams, in which “high enough” partly means just that the team lasted. They say what is there and what is missing, not how it will go."
    )
}

extension TermAssessment.Condition {
    var words: Sentence {
        let name = TrustWords.form(form)
        let wanted =
            least == .high
            ? Sentence(sv: "hög, för att lärandet ska fördjupas", en: "high, for learning to deepen")
            : Sentence(sv: "minst tillräckligt hög", en: "at least high enough")
        let there =
            switch isThere {
            case true: Sentence(sv: "finns", en: "there")
            case false: Sentence(sv: "saknas", en: "missing")
            default: Sentence(sv: "inte känt", en: "not known")
            }
        return Sentence(
            sv: "\(name.sv), \(wanted.sv): \(there.sv)", en: "\(name.en), \(wanted.en): \(there.en)")
    }
}
