import ArgumentParser
import Glibc

/// The program: one command for each thing that people do with it.
public struct KollegiumCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "kollegium",
        abstract: "Follows how teachers' teams learn together, and whether it takes hold.",
        discussion: """
            Example: kollegium study import Examples/five-schools
                     kollegium report outcome five-schools
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, DemoCommand.self, StudyCommand.self, ReportCommand.self, AccountCommand.self,
            CheckCommand.self, BackupCommand.self, RestoreCommand.self,
        ])

    public init() {}

    /// Runs the command that the program was called with, and ends the program as it ended.
    public static func start() async {
        // What is written here is about people: it is for the account that runs the program, and no other.
        umask(0o077)
        await main(nil)
    }
}
