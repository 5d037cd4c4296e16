import Foundation

/// A questionnaire out of a file, whichever of the two kinds it is.
struct QuestionnaireFileReading: Sendable {
    let questionnaire: Questionnaire
    /// What could not be kept, each by its row.
    let losses: [String]

    /// - Throws: `BundleError` with all that is wrong, each at its line or row.
    init(_ bytes: [UInt8], _ language: Language) throws {
        (questionnaire, losses) =
            bytes.starts(with: [0x50, 0x4B])
            ? try Self.workbook(bytes, language) : (try Self.yaml(bytes), [])
        // A database of PostgreSQL has no place for it, and nobody sees it.
        if questionnaire.texts.contains(where: { $0.contains("\0") }) {
            throw BundleError(.nulByte, file: "")
        }
    }

    private static func workbook(
        _ bytes: [UInt8], _ language: Language
    ) throws -> (Questionnaire, [String]) {
        let path = FileManager.default.temporaryDirectory.path + "/kollegium-\(UUID().uuidString).xlsx"
        defer { unlink(path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let reading = XLSFormReading(try XLSXReading.tables(path: path, name: "xlsx"), language: language)
        guard let questionnaire = reading.questionnaire else { throw BundleError(reading.problems) }
        return (questionnaire, reading.losses.lines(language))
    }

    private static func yaml(_ bytes: [UInt8]) throws -> Questionnaire {
        let problems = Problems()
        guard let node = parseYAML(bytes, file: "yaml", problems: problems),
            let questionnaire = QuestionnaireReading(file: "yaml", problems: problems).questionnaire(node),
            problems.isEmpty
        else {
            throw BundleError(problems)
        }
        return questionnaire
    }
}

extension Questionnaire {
    /// All that somebody wrote in it.
    fileprivate var texts: [String] {
        var titles = [title] + areas.map(\.label)
        var others: [String?] = [code, extra]
        for scale in scales {
            titles += [scale.optOut] + scale.steps.map(\.label)
            others += [scale.code, scale.extra] + scale.steps.map(\.value)
        }
        for area in areas { others += [area.code, area.extra] }
        for part in parts {
            titles += [part.title] + part.items.map(\.label)
            others += [part.code, part.extra] + part.items.flatMap { [$0.code, $0.extra] }
        }
        return (titles.flatMap { [$0.sv, $0.en] } + others).compactMap { $0 }
    }
}
