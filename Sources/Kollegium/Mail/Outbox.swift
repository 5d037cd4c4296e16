import Foundation

/// A folder in which messages end instead of going out, each a file `….eml` that mail programs open.
struct Outbox: Sendable {
    let folder: String

    /// Puts a message in. The file appears whole, and once however often it is put in: its name is the message's.
    func send(_ mail: MailFormat) -> MailOutcome {
        let path = "\(folder)/\(mail.id).eml"
        let draft = "\(folder)/.\(PublicID.make())"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            return .notNow("the outbox folder cannot be made")
        }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return .notNow("the outbox cannot be written to: \(Self.reason)") }
        defer { unlink(draft) }
        let isWritten = Self.write(mail.bytes(), to: descriptor) && fsync(descriptor) == 0
        let reason = Self.reason
        close(descriptor)
        guard isWritten else { return .notNow("the outbox cannot be written to: \(reason)") }
        // A second name for the file fails where there is such a file, unlike moving it there.
        guard link(draft, path) == 0 || errno == EEXIST else {
            return .notNow("the outbox cannot be written to: \(Self.reason)")
        }
        return .sent
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// What lies in an outbox, as the demonstration shows it.
struct OutboxLetter: Sendable, Equatable {
    /// The file's name without `.eml`.
    let name: String
    let recipient: String
    let subject: String
    let body: String
    /// When it was put in, by the clock of the machine, and made, by that of the site: milliseconds since 1970.
    let at: Int64
    let madeAt: Int64
}

extension Outbox {
    /// The letters, the newest first; none where there is no folder. Only what `send` wrote is understood.
    func letters() throws -> [OutboxLetter] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return try names.filter { $0.hasSuffix(".eml") && !$0.hasPrefix(".") }.map { name in
            let path = folder + "/" + name
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let at = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            let lines = text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
            let headers = lines.prefix { !$0.isEmpty }
            let body = Array(lines.dropFirst(headers.count + 1))
            return OutboxLetter(
                name: String(name.dropLast(4)),
                recipient: Self.header("To", headers).trimmingCharacters(
                    in: CharacterSet(charactersIn: "<>")),
                subject: EncodedWord.read(Self.header("Subject", headers)),
                body: QuotedPrintable.text(body).trimmingCharacters(in: .newlines), at: Int64(at * 1000),
                madeAt: MailFormat.time(ofDate: Self.header("Date", headers)) ?? 0)
        }.sorted { ($0.at, $0.name) > ($1.at, $1.name) }
    }

    private static func header(_ name: String, _ lines: ArraySlice<String>) -> String {
        guard let first = lines.firstIndex(where: { $0.hasPrefix(name + ": ") }) else { return "" }
        let folded = lines[(first + 1)...].prefix { $0.hasPrefix(" ") }
        return ([String(lines[first].dropFirst(name.count + 2))] + folded.map { String($0.dropFirst()) })
            .joined(separator: " ")
    }
}

extension EncodedWord {
    /// The text behind what `text` wrote.
    static func read(_ header: String) -> String {
        guard header.hasPrefix("=?utf-8?B?") else { return header }
        return header.split(separator: " ").map { word in
            let coded = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            return Data(base64Encoded: String(coded)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }.joined()
    }
}
