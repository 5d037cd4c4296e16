/// What a page ends with for who wants to check it: how sure the figures are and how well the questions measure.
struct ReportAppendix: Sendable {
    let heading: String
    let lead: [String]
    let chapters: [Chapter]

    struct Chapter: Sendable {
        let heading: String
        let paragraphs: [String]
        let tables: [ReportTable]

        /// Itself without the tables that have no rows; nil where none has any.
        var withoutEmptyTables: Chapter? {
            let filled = tables.filter { !$0.rows.isEmpty }
            return filled.isEmpty ? nil : Chapter(heading: heading, paragraphs: paragraphs, tables: filled)
        }
    }

    /// - Returns: nil where there is nothing to check.
    init?(_ chapters: [Chapter], _ language: Language) {
        guard !chapters.isEmpty else { return nil }
        heading = Sentence(sv: "För den som granskar", en: "For reviewers")(language)
        lead = [
            Sentence(
                sv:
                    "Här står hur osäkra siffrorna är och hur väl frågorna mäter. Formler, källor och räkneexempel finns i Kollegiums dokumentation av måtten. Inget prov på slumpen är bättre än de svar det bygger på, och med så få personer kan stora skillnader vara slump och verkliga skillnader bli osynliga.",
                en:
                    "This section tells how uncertain the figures are and how well the questions measure. Formulas, sources and worked examples are in Kollegium's documentation of its measures. No test of chance is better than the answers it rests on, and with so few people large differences may be chance and real ones may not be seen."
            )(language)
        ]
        self.chapters = chapters
    }
}
