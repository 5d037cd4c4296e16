/// Forms about waves.
extension EntryPage {
    static func newWave(
        _ part: String, _ days: WaveDays, _ parts: [WaveStore.PartWithoutWave],
        in programme: ProgrammeSummary,
        problems: FormProblems?, _ language: Language
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let title = Sentence(sv: "Planera en omgång", en: "Plan a wave")
        let back = SiteURL.programme(programme.publicID, .waves)
        var heading = PageHeading.programme(title, programme, language, problems: problems)
        heading.trail.append(Link(Sentence(sv: "Omgångar", en: "Waves")(language), back))
        let choices = parts.map {
            ($0.value, "\($0.name.questionnaireHeading(language)): \($0.name.heading(language))")
        }
        return EntryPage(
            title, heading, basis: nil, to: .programme(programme.publicID, .newWave), back: back, fields,
            [
                EntryGroup(fields: [
                    fields.choice(
                        "part", Sentence(sv: "Vilken del", en: "Which part"),
                        [ChoiceField.nothingChosen] + choices,
                        part)
                ]), Self.days(days, fields, isOpen: false),
            ])
    }

    static func waveDays(
        _ days: WaveDays, _ here: WaveInHand, isOpen: Bool, problems: FormProblems?, _ language: Language
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let title = Sentence(sv: "Flytta dagarna", en: "Move the days")
        return EntryPage(
            title, here.heading(title, language, problems: problems), basis: days.basis ?? "",
            to: .wavePart(here.wave.publicID, .days), back: .wave(here.wave.publicID), fields,
            [Self.days(days, fields, isOpen: isOpen)])
    }

    private static func days(_ days: WaveDays, _ fields: EntryFields, isOpen: Bool) -> EntryGroup {
        let last = fields.text(
            "lastDay", Sentence(sv: "Sista svarsdag", en: "Last day for answers"), days.lastDay,
            hint: Sentence(
                sv: "Den stänger av sig själv efter den dagen. Lämna tomt, så stänger någon den för hand.",
                en: "It closes by itself after that day. Leave it empty, and somebody closes it by hand."))
        guard !isOpen else { return EntryGroup(fields: [last]) }
        let first = fields.text(
            "opens", Sentence(sv: "Öppnar", en: "Opens"), days.opens,
            hint: Sentence(
                sv:
                    "Till exempel 2013-09-03. Den öppnar av sig själv den dagen. Lämna tomt, så öppnar någon den för hand.",
                en:
                    "For example 2013-09-03. It opens by itself on that day. Leave it empty, and somebody opens it by hand."
            ))
        return EntryGroup(fields: [first, last])
    }

    static func waveSettings(
        _ draft: WaveFormDraft, in programme: ProgrammeSummary, problems: FormProblems?, _ language: Language
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        let title = Sentence(sv: "Hur enkäterna ställs", en: "How questionnaires are put")
        let back = SiteURL.programme(programme.publicID, .waves)
        var heading = PageHeading.programme(title, programme, language, problems: problems)
        heading.trail.append(Link(Sentence(sv: "Omgångar", en: "Waves")(language), back))
        func options<Choice: CaseIterable & RawRepresentable<String>>(
            _ type: Choice.Type, _ words: (Choice) -> Sentence
        ) -> [(String, String)] {
            type.allCases.map { ($0.rawValue, words($0)(language).capitalFirst) }
        }
        return EntryPage(
            title, heading, basis: draft.basis ?? "", to: .programme(programme.publicID, .waveSettings),
            back: back, fields,
            [
                EntryGroup(
                    hint: Sentence(
                        sv:
                            "Gäller omgångar som öppnar efter det här. En öppen omgång har kvar det den öppnade med.",
                        en: "Holds for waves that open after this. An open wave keeps what it opened with.")(
                            language),
                    fields: [
                        fields.choice(
                            "trustItems", Sentence(sv: "Frågor om tillit", en: "Questions about trust"),
                            options(WaveForm.TrustItems.self, \.words), draft.trustItems),
                        fields.choice(
                            "lookBack",
                            Sentence(
                                sv: "Egna tidigare svar på skattningar visas",
                                en: "One’s earlier answers to ratings are shown"),
                            options(WaveForm.LookBackTime.self, \.words), draft.lookBack),
                        fields.choice(
                            "paging", Sentence(sv: "Enkäten visas", en: "The questionnaire is shown"),
                            options(WaveForm.Paging.self, \.words), draft.paging),
                    ])
            ])
    }
}
