import Foundation
import Subprocess

/// A command of the system that takes messages on its standard input, as sendmail, Postfix, Exim, msmtp and others do.
struct Sendmail: Sendable {
    /// The program and its arguments, as `/usr/sbin/sendmail -i -t`.
    let command: [String]

    func send(_ mail: MailFormat) async -> MailOutcome {
        guard let program = command.first else { return .notNow("no sendmail command is set") }
        switch await MailProgram.run(program, Array(command.dropFirst()), input: mail.bytes(newline: "\n")) {
        case .cannotStart(let why): return .notNow("\(program) cannot be run: \(why)")
        case .tookTooLong: return .uncertain("\(program) did not end in time")
        case .killed(let signal): return .uncertain("\(program) was ended by signal \(signal)")
        case .ended(0, _, _): return .sent
        case .ended(let status, _, let errors):
            // sysexits.h: the address or the message is at fault, and will be tomorrow too.
            let isFinal = [65, 67, 68].contains(status)
            let why = "\(program) ended with \(status): \(errors.printable.prefix(200))"
            return isFinal ? .refused(why) : .notNow(why)
        }
    }
}

/// Runs a program that takes a message, and waits for it no longer than is good.
enum MailProgram {
    enum Ending: Sendable, Equatable {
        case ended(Int, output: String, errors: String)
        case killed(Int)
        case cannotStart(String)
        case tookTooLong
    }

    /// Well under a message's lease.
    static let patience: Duration = .seconds(90)

    static func run(
        _ program: String, _ arguments: [String], input: [UInt8], patience: Duration = patience
    ) async -> Ending {
        await withTaskGroup(of: Ending?.self) { group in
            group.addTask { await run(program, arguments, input) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let first = await group.next() ?? nil
            // Cancelling kills the program.
            group.cancelAll()
            return first ?? .tookTooLong
        }
    }

    private static func run(_ program: String, _ arguments: [String], _ input: [UInt8]) async -> Ending {
        guard let descriptor = file(holding: input) else {
            return .cannotStart("no temporary file can be made")
        }
        do {
            let executable: Executable = program.contains("/") ? .path(.init(program)) : .name(program)
            let result = try await Subprocess.run(
                executable, arguments: Arguments(arguments),
                input: .fileDescriptor(.init(rawValue: descriptor), closeAfterSpawningProcess: true),
                output: .string(limit: 65_536), error: .string(limit: 65_536))
            switch result.terminationStatus {
            case .exited(let status):
                return .ended(Int(status), output: result.standardOutput, errors: result.standardError)
            case .signaled(let signal): return .killed(Int(signal))
            }
        } catch let error as SubprocessError where isStart(error) {
            return .cannotStart("\(error)".printable.prefix(200).description)
        } catch {
            return .killed(0)
        }
    }

    /// A file whose name is gone again. A pipe would end us by a signal where the program does not read it.
    private static func file(holding bytes: [UInt8]) -> Int32? {
        let path = NSTemporaryDirectory() + "kollegium-mail-" + PublicID.make()
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        guard write(descriptor, bytes, bytes.count) == bytes.count, lseek(descriptor, 0, SEEK_SET) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private static func isStart(_ error: SubprocessError) -> Bool {
        switch error.code {
        case .executableNotFound, .spawnFailed: true
        default: false
        }
    }
}
