import Foundation
import Subprocess

/// How another program ended.
public struct Ending: Sendable {
    public let status: Int
    public let output: String
    public let errors: String

    public var lines: [String] { output.split(separator: "\n").map(String.init) }
    public var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
}

public struct Failed: Error, CustomStringConvertible {
    public let program: String
    public let message: String
    public var description: String { "\(program): \(message)" }

    public init(program: String, message: String) {
        self.program = program
        self.message = message
    }
}

/// Runs a program to its end, in a neutral English environment unless told otherwise.
public func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String = ""
) async throws -> Ending {
    var settings: [Environment.Key: String?] = ["LC_ALL": "C.UTF-8", "NO_COLOR": "1"]
    for (name, value) in environment { settings[Environment.Key(rawValue: name) ?? "NO_COLOR"] = value }
    let result = try await Subprocess.run(
        .name("env"), arguments: Arguments([program] + arguments), environment: .inherit.updating(settings),
        input: .string(input), output: .string(limit: 1 << 28), error: .string(limit: 1 << 24))
    let status: Int =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): -Int(signal)
        }
    return Ending(status: status, output: result.standardOutput, errors: result.standardError)
}

/// The program under test, beside the tests that run.
public let kollegiumPath: String = {
    let own = (CommandLine.arguments[0] as NSString).deletingLastPathComponent
    let candidates = [
        own, own + "/..", own + "/../..", FileManager.default.currentDirectoryPath + "/.build/debug",
    ]
    return candidates.map { $0 + "/kollegium" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        ?? "kollegium"
}()

/// Runs `kollegium` to its end.
public func kollegium(_ arguments: String..., environment: [String: String] = [:]) async throws -> Ending {
    try await kollegium(arguments, environment: environment)
}

public func kollegium(_ arguments: [String], environment: [String: String] = [:]) async throws -> Ending {
    try await run(
        kollegiumPath, arguments,
        environment: environment.merging(["KOLLEGIUM_DATABASE": "", "KOLLEGIUM_DATA": ""]) { own, _ in own })
}
