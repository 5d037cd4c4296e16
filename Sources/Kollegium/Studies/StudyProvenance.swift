import Storage
import Yams

/// Which of a study's figures are published and which are made up, as `provenance` in its `study.yaml` says. Whoever
/// reads a page of it must know what is nobody's word.
struct StudyProvenance: Sendable {
    let synthetic: [String]

    static func read(_ db: Session, _ study: Study) throws -> StudyProvenance {
        let document = try StudyStore(db: db).document(of: study.key)
        // Most studies have none, and reading YAML takes longer than a page.
        guard document.contains("provenance") else { return StudyProvenance(synthetic: []) }
        let named = try Yams.compose(yaml: document)?.mapping?["provenance"]?.mapping?["synthetic"]
        let texts =
            named?.sequence?.compactMap { $0.scalar?.string } ?? named?.scalar.map { [$0.string] } ?? []
        return StudyProvenance(synthetic: texts)
    }

    /// nil where nothing is made up.
    func words(_ language: Language) -> String? {
        guard !synthetic.isEmpty else { return nil }
        let parts = synthetic.joined(separator: "; ")
        return Sentence(
            sv:
                "Påhittat i den här studien, så att den kan visas: \(parts). Det är inte någons ord, och statistiken på det säger inget om verkliga lag.",
            en:
                "Made up in this study, so that it can be shown: \(parts). That is nobody's word, and statistics of it say nothing of real teams."
        )(
            language)
    }
}
