import Foundation
import Yams

/// The settings that a file has: YAML, or JSON, which is YAML too; one value to a name.
struct SettingsFile: Sendable {
    let path: String
    private(set) var values: [SettingKey: String] = [:]
    private(set) var lines: [SettingKey: Int] = [:]

    /// Reads the file. What is wrong with it goes into `problems`, with its line.
    init(path: String, problems: Problems) {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path) else {
            problems.report(
                Sentence(
                    sv:
                        "filen finns inte eller får inte läsas; \(SettingKey.fileVariable) ska ange en fil med inställningar",
                    en:
                        "the file is not there or may not be read; \(SettingKey.fileVariable) should name a file of settings"
                ),
                file: path)
            return
        }
        guard let node = parseYAML(Array(data), file: path, problems: problems),
            let mapping = CheckedMapping(node, file: path, problems: problems, name: path)
        else { return }
        for (name, value) in mapping.pairs {
            let text = name.string ?? ""
            guard let key = SettingKey(rawValue: text) else {
                problems.report(Self.unknown(text), file: path, line: name.line)
                continue
            }
            lines[key] = name.line
            if let scalar = value.scalar {
                values[key] = scalar.string
            } else if let list = value.sequence, list.allSatisfy({ $0.scalar != nil }) {
                values[key] = list.compactMap(\.string).joined(separator: ",")
            } else {
                problems.report(
                    Sentence(
                        sv: "”\(text)” ska ha ett enda värde, eller en lista",
                        en: "“\(text)” should have one value, or a list"),
                    file: path, line: name.line)
            }
        }
    }

    static func unknown(_ name: String) -> Sentence {
        let known = SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
        return Sentence(
            sv: "”\(name.excerpt)” är ingen inställning; de som finns är \(known)",
            en: "“\(name.excerpt)” is no setting; those there are: \(known)")
    }
}
