import Foundation

/// Questionnaires in our own wording that one can begin from.
enum ReadyMade: String, Sendable, CaseIterable {
    case teacher, leader, exit, empty

    func title(_ language: Language) -> String {
        let title =
            switch self {
            case .teacher: Sentence(sv: "Pedagogenkät", en: "Teacher questionnaire")
            case .leader: Sentence(sv: "Ledarenkät", en: "Leader questionnaire")
            case .exit: Sentence(sv: "Enkät till den som lämnar", en: "Questionnaire for those who leave")
            case .empty: Sentence(sv: "En tom enkät", en: "An empty questionnaire")
            }
        return title(language)
    }

    func words(_ language: Language) -> String {
        let words =
            switch self {
            case .teacher:
                Sentence(
                    sv:
                        "Tre delar: mål och farhågor, 30 frågor om tillit, utfall. Egna ord, ännu inte prövade.",
                    en:
                        "Three parts: goals and concerns, 30 questions about trust, outcome. Our own wording, untested."
                )
            case .leader:
                Sentence(
                    sv: "Tre delar för skolledare: syfte, mål, återblick.",
                    en: "Three parts for school leaders: purpose, goals, looking back.")
            case .exit:
                Sentence(
                    sv: "Några frågor med en personlig länk, på ett par minuter.",
                    en: "Some questions by a personal link, in a few minutes.")
            case .empty:
                Sentence(
                    sv: "Med en skala att svara på, och inga frågor.",
                    en: "With a scale to answer on, and no questions.")
            }
        return words(language)
    }

    /// - Throws: Where the program carries what it cannot read; the tests have seen each of them.
    func questionnaire() throws -> Questionnaire {
        switch self {
        case .teacher: return try Self.read(PackageResources.teacher_yaml)
        case .leader: return try Self.read(PackageResources.leader_yaml)
        case .exit: return try Self.read(PackageResources.exit_yaml)
        case .empty:
            let teacher = try Self.teacher.questionnaire()
            return Questionnaire(
                code: "questionnaire", version: 1, title: Title(sv: "Ny enkät", en: "New questionnaire"),
                audience: "teacher", scales: teacher.scales.filter { $0.code == "agreement" }, areas: [],
                parts: [], extra: nil)
        }
    }

    private static func read(_ bytes: [UInt8]) throws -> Questionnaire {
        let problems = Problems()
        guard let node = parseYAML(bytes, file: "", problems: problems),
            let questionnaire = QuestionnaireReading(file: "", problems: problems).questionnaire(node),
            problems.isEmpty
        else {
            throw BundleError(problems)
        }
        return questionnaire
    }

    /// Puts our thirty questions about trust behind a part's own, with the scale that they are answered on.
    static func addTrustItems(to index: Int, of content: inout Questionnaire) throws {
        let teacher = try Self.teacher.questionnaire()
        let items = teacher.parts.first?.items.filter { $0.form != nil } ?? []
        guard let scale = teacher.scales.first(where: { $0.code == items.first?.scale }) else { return }
        // A scale of that name may be another one here.
        var code = scale.code
        if let there = content.scales.first(where: { $0.code == code }) {
            if there != scale { code = ReadableCode.free(code, among: Set(content.scales.map(\.code))) }
        }
        if !content.scales.contains(where: { $0.code == code }) {
            var own = scale
            own.code = code
            content.scales.append(own)
        }
        let taken = Set(content.parts[index].items.flatMap { $0.answered.map(\.code) })
        content.parts[index].items += items.filter { !taken.contains($0.code) }.map { item in
            var item = item
            item.scale = code
            return item
        }
    }
}
