/// Who is not in a report: what every page opens with, because those who left or did not answer may see it otherwise.
enum ReportAbsence {
    static func heading(_ language: Language) -> String {
        Sentence(sv: "Vilka som inte är med", en: "Who is missing")(language)
    }

    /// Teams that ended before the study did.
    static func ended(_ endings: [TeamEnding], _ labels: TeamLabels, _ language: Language) -> [String] {
        endings.map { ending in
            Sentence(
                sv: "\(labels.label(ending.team)) avslutade i förtid, \(language.date(ending.day)).",
                en: "\(labels.label(ending.team)) ended early, on \(language.date(ending.day)).")(language)
        }
    }

    /// Whom collegial trust is for, where the study is not published.
    static func privateNotice(_ study: Study, _ language: Language) -> String? {
        guard !study.published else { return nil }
        return Sentence(
            sv:
                "Den kollegiala tilliten är lagets egen sak: visa den bara för laget och dess handledare. Till ledning och programledning hör villkoren, inte omdömen om kollegor.",
            en:
                "Collegial trust is the team's own: show it only to the team and its supervisor. What belongs to leaders and programme staff are the conditions, not verdicts on colleagues."
        )(language)
    }

    /// Where no questionnaire asks about what the report is of.
    static func nothingAsked(_ language: Language) -> String {
        Sentence(
            sv: "Inget lag är med, för att ingen enkät frågar om detta.",
            en: "No team is in it, because no questionnaire asks about this.")(language)
    }

    /// Where no part that asks what the work has meant has closed.
    static func noOutcomeYet(_ language: Language) -> String {
        Sentence(
            sv:
                "Ingen enkät om vad arbetet har betytt har stängt än. Inget av den visas så länge någon kan svara.",
            en:
                "No questionnaire on what the work has meant has closed yet. Nothing of it is shown while anybody can answer."
        )(language)
    }

    /// Where no two parts that ask the same have closed.
    static func noChangeYet(_ language: Language) -> String {
        Sentence(
            sv:
                "Det finns inga två omgångar med samma frågor om tillit som har stängt än. Inget visas så länge någon kan svara.",
            en:
                "No two waves with the same questions on trust have closed yet. Nothing is shown while anybody can answer."
        )(language)
    }

    /// The sentences, or that nobody is missing.
    static func orNobody(_ sentences: [String], _ language: Language) -> [String] {
        sentences.isEmpty ? [Sentence(sv: "Ingen saknas.", en: "Nobody is missing.")(language)] : sentences
    }

    /// Names as a sentence lists them, at most so many.
    static func list(_ names: [String], most: Int = 12) -> String {
        names.prefix(most).joined(separator: ", ") + (names.count > most ? ", …" : "")
    }
}
