import Configuration
import Foundation

/// Settings as they are found: the environment goes before the file. Each question gives a sound value or reports what
/// is wrong, under the name of the variable or the line of the file, and never quotes a secret.
final class SettingsReading {
    let problems = Problems()
    private let reader: ConfigReader
    private let environment: [String: String]
    private let file: SettingsFile?

    /// - Parameter environment: A variable that is empty is as good as none.
    init(_ environment: [String: String]) {
        let environment = environment.filter { !$0.value.isEmpty }
        self.environment = environment
        file = environment[SettingKey.fileVariable].map { [problems] in
            SettingsFile(path: $0, problems: problems)
        }
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (key, value) in file?.values ?? [:] where !value.isEmpty {
            values[AbsoluteConfigKey(["kollegium", key.rawValue])] = ConfigValue(
                .string(value), isSecret: key.isSecret)
        }
        reader = ConfigReader(providers: [
            EnvironmentVariablesProvider(environmentVariables: environment), InMemoryProvider(values: values),
        ]).scoped(to: "kollegium")
        let known = Set(SettingKey.allCases.map(\.variable) + [SettingKey.fileVariable])
        for name in environment.keys.sorted()
        where name.hasPrefix("KOLLEGIUM_") && !name.hasPrefix("KOLLEGIUM_TEST_") && !known.contains(name) {
            problems.report(
                SettingsFile.unknown(name.dropFirst(10).lowercased().replacing("_", with: "-")), file: name)
        }
    }

    /// What the process was started with.
    static var surrounding: SettingsReading { SettingsReading(ProcessInfo.processInfo.environment) }

    /// For commands that need no more than the place of the data: with a file that cannot be understood they would work
    /// on another database than the one meant.
    func checkFile() throws {
        guard let file, problems.count(in: file.path) > 0 else { return }
        throw SettingsError(problems: problems.errors)
    }

    func text(_ key: SettingKey) -> String? {
        reader.string(forKey: ConfigKey([key.rawValue]), isSecret: key.isSecret)
    }

    func number(_ key: SettingKey, _ range: ClosedRange<Int>, default usual: Int) -> Int {
        guard let text = text(key) else { return usual }
        guard let number = wholeNumber(Array(text.utf8)), range.contains(number) else {
            refuse(
                key,
                Sentence(
                    sv: "ska vara ett heltal från \(range.lowerBound) till \(range.upperBound)",
                    en: "should be a whole number from \(range.lowerBound) to \(range.upperBound)"))
            return usual
        }
        return number
    }

    /// Reports that the value is not what it should be.
    func refuse(_ key: SettingKey, _ wanted: Sentence) {
        let value = key.isSecret ? nil : text(key)
        let (sv, en) = (
            value.map { ", inte ”\($0.excerpt)”" } ?? "", value.map { ", not “\($0.excerpt)”" } ?? ""
        )
        let isFromEnvironment = environment[key.variable] != nil
        problems.report(
            Sentence(sv: "\(key.rawValue) \(wanted.sv)\(sv)", en: "\(key.rawValue) \(wanted.en)\(en)"),
            file: isFromEnvironment ? key.variable : file?.path ?? key.variable,
            line: isFromEnvironment ? nil : file?.lines[key])
    }
}

/// Settings that the program cannot start with, with every reason.
struct SettingsError: Error, Equatable {
    let problems: ProblemList

    /// `kollegium.yaml:3: port should be …`, or `KOLLEGIUM_PORT: port should be …`
    func lines(_ language: Language) -> [String] { problems.lines(language) }
}
