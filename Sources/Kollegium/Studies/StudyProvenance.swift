import Storage
import Yams

/// Which of a study's figures are published and which are made up, as `provenance` in its `study.yaml` says. Whoever
/// reads a page of it must know what is nobody's word.
struct StudyProvenance: Sendable {
    let synthetic: [Title]

    static func read(_ db: Session, _ study: Study) throws -> StudyProvenance {
        let document = try StudyStore(db: db).document(of: study.key)
        // Most studies have none, and reading YAML takes longer than a page.
        guard document.contains("provenance") else { return StudyProvenance(synthetic: []) }
        let named = try Yams.compose(yaml: document)?.mapping?["provenance"]?.mapping?["synthetic"]
        let parts = named?.sequence.map(Array.init) ?? named.map { [$0] } ?? []
        return StudyProvenance(synthetic: parts.compactMap(Self.title))
    }

    /// A text for both languages, or one for each.
    private static func title(_ node: Node) -> Title? {
        if let text = node.scalar?.string { return Title(sv: text, en: text) }
        guard let both = node.mapping else { return nil }
        let title = Title(sv: both["sv"]?.scalar?.string, en: both["en"]?.scalar?.string)
        return title(.sv).isEmpty ? nil : title
    }

    /// nil where nothing is made up.
    func words(_ language: Language) -> String? {
        guard !synthetic.isEmpty else { return nil }
        let (sv, en) = (
            synthetic.map { $0(.sv) }.joined(separator: "; "),
            synthetic.map { $0(.en) }.joined(separator: "; ")
        )
        return Sentence(
            sv:
                "Påhittat i den här studien, så att den kan visas: \(sv). Det är inte någons ord, och statistiken på det säger inget om verkliga lag.",
            en:
                "Made up in this study, so that it can be shown: \(en). That is nobody's word, and statistics of it say nothing of real teams."
        )(
            language)
    }
}
