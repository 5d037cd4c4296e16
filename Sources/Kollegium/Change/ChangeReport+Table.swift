import Measures

extension ChangeReport {
    /// For people at a terminal: a table for each two waves, opening with who is not in it.
    func table(_ console: Console) -> String {
        let language = console.language
        var lines = console.heading(
            Sentence(
                sv: "Förändring i tillit enligt dem som svarade två gånger",
                en: "Change in trust according to those who answered twice")(language)
                + " · " + study.title(language))
        guard !steps.isEmpty else {
            return (lines + [""] + wrapped(Self.nothingTwice(language))).joined(separator: "\n")
        }
        let labels = TeamLabels(teams)
        for waves in waves {
            lines += [""] + console.heading(waves.title(language))
            let of = entries.filter { waves.contains(steps[$0.step]) }
            lines += wrapped(absence(waves, labels, language))
            guard of.contains(where: { $0.change != nil }) else { continue }
            lines += [""] + table(of, labels, language)
        }
        return (lines + [""] + wrapped(explanation(language))).joined(separator: "\n")
    }

    /// Two parts that people answered one after the other.
    struct Waves: Sendable, Equatable {
        let from: ChangeStore.Part
        let to: ChangeStore.Part
        /// Whether the questionnaire must be named, because others ask too.
        let namesQuestionnaire: Bool

        static func == (one: Waves, other: Waves) -> Bool {
            one.from.key == other.from.key && one.to.key == other.to.key
        }

        func contains(_ step: Step) -> Bool { step.from.key == from.key && step.to.key == to.key }

        func title(_ language: Language) -> String {
            let waves = "\(from.name.heading(language)) → \(to.name.heading(language))"
            return namesQuestionnaire ? "\(from.name.questionnaireHeading(language)) · \(waves)" : waves
        }
    }

    /// Each two waves once, in the order of the steps.
    var waves: [Waves] {
        let areSeveral = hasSeveralQuestionnaires
        return steps.reduce(into: []) { waves, step in
            let next = Waves(from: step.from, to: step.to, namesQuestionnaire: areSeveral)
            if !waves.contains(next) { waves.append(next) }
        }
    }

    /// Each team once, in the order of the entries.
    var teams: [TeamStore.Name] {
        entries.filter { $0.step == 0 }.map(\.team)
    }

    private func table(_ entries: [Entry], _ labels: TeamLabels, _ language: Language) -> [String] {
        var table = TextTable([
            .init(heading: Sentence(sv: "Lag", en: "Team")(language), side: .left, most: 22),
            .init(heading: Sentence(sv: "Tillit", en: "Trust")(language), side: .left),
            .init(heading: "n", side: .right),
            .init(heading: Sentence(sv: "Från", en: "From")(language), side: .right),
            .init(heading: Sentence(sv: "Till", en: "To")(language), side: .right),
            .init(heading: Sentence(sv: "Skillnad", en: "Change")(language), side: .right),
            .init(heading: Sentence(sv: "95\u{A0}%", en: "95%")(language), side: .right),
            .init(heading: Sentence(sv: "Upp", en: "Up")(language), side: .right),
            .init(heading: Sentence(sv: "Lika", en: "Same")(language), side: .right),
            .init(heading: Sentence(sv: "Ned", en: "Down")(language), side: .right),
        ])
        for entry in entries {
            guard let change = entry.change else { continue }
            table.add([
                labels.label(entry.team), steps[entry.step].form.word(language),
                language.grouped(change.people), language.decimal(change.meanFrom),
                language.decimal(change.meanTo), language.signed(change.difference),
                change.interval.map { language.interval($0.lower, $0.upper) } ?? "–",
                language.grouped(change.up), language.grouped(change.same), language.grouped(change.down),
            ])
        }
        return table.lines()
    }
}

extension TrustForm {
    /// Its name beside the word “trust”.
    func word(_ language: Language) -> String {
        switch self {
        case .process: Sentence(sv: "process", en: "process")(language)
        case .collegial: Sentence(sv: "kollegial", en: "collegial")(language)
        case .collective: Sentence(sv: "kollektiv", en: "collective")(language)
        }
    }
}
