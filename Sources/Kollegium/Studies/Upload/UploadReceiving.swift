import Foundation
import Hummingbird
import NIOCore

/// Takes a bundle in from a browser and lays it down: first the form's token, and not a byte is kept before it is proven;
/// then what begins as a zip does, up to the limit.
struct UploadReceiving {
    let site: Site
    let caller: Caller

    struct Received: Sendable, Equatable {
        let publicID: String
        let name: String
        let bytes: Int64
    }

    /// - Throws: `FormRefusal` for what is no bundle, `RequestRefusal` for what is too large or no form of ours,
    ///   `WebError.malformed` for what no browser sends. Nothing is left behind then.
    func receive(_ request: Request) async throws -> Received {
        let limit = site.settings.largestUpload
        var reception = Reception(site: site, caller: caller, limit: limit)
        do {
            var parser = try MultipartParser(contentType: request.headers[.contentType] ?? "")
            for try await piece in request.body {
                for event in try parser.feed(piece.readableBytesView) { try reception.take(event) }
            }
            try parser.finish()
            return try reception.received()
        } catch is MultipartParser.Flaw {
            reception.abandon()
            throw WebError.malformed
        } catch {
            reception.abandon()
            throw error
        }
    }
}

/// What of a form has arrived so far.
private struct Reception {
    let site: Site
    let caller: Caller
    let limit: Int
    private let publicID = PublicID.make()
    private var field: String?
    private var token: [UInt8] = []
    private var isProven = false
    private var name: String?
    private var beginning: [UInt8] = []
    private var bytes = 0
    private var file: Int32 = -1

    init(site: Site, caller: Caller, limit: Int) {
        self.site = site
        self.caller = caller
        self.limit = limit
    }

    private var path: String { Upload.path(publicID, in: site.folder) }

    mutating func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .field(let name, let fileName):
            guard isProven || name == FormToken.field && fileName == nil else {
                throw RequestRefusal.formExpired
            }
            field = name
            guard name == "bundle" else { return }
            guard self.name == nil, let fileName else { throw WebError.malformed }
            self.name = Upload.cleaned(fileName)
        case .bytes(let piece):
            if field == FormToken.field {
                token += piece
                guard token.count <= 200 else { throw RequestRefusal.formExpired }
            } else if field == "bundle" {
                try keep(piece)
            }
        case .fieldEnd:
            if field == FormToken.field {
                let given = String(decoding: token, as: UTF8.self)
                guard site.formTokens.verify(given, for: caller.tokenSubject) else {
                    throw RequestRefusal.formExpired
                }
                isProven = true
            }
            field = nil
        }
    }

    private mutating func keep(_ piece: [UInt8]) throws {
        bytes += piece.count
        guard bytes <= limit else { throw RequestRefusal.tooLarge(limit: limit) }
        if file >= 0 { return try write(piece) }
        beginning += piece
        guard beginning.count >= 4 else { return }
        // A local file header, or the end of a zip with nothing in it.
        let zip: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]
        guard zip.contains(where: beginning.starts(with:)) else { throw FormRefusal("bundle", .noZip) }
        try FileManager.default.createDirectory(
            atPath: site.folder + "/uploads", withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FormRefusal("", .noRoom) }
        try write(beginning)
        beginning = []
    }

    private func write(_ piece: [UInt8]) throws {
        var rest = piece[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FormRefusal("", .noRoom) }
            rest = rest.dropFirst(count)
        }
    }

    mutating func received() throws -> UploadReceiving.Received {
        guard isProven else { throw RequestRefusal.formExpired }
        guard let name, bytes > 0 else { throw FormRefusal("bundle", .noFile) }
        guard file >= 0 else { throw FormRefusal("bundle", .noZip) }
        guard close(file) == 0 else { throw FormRefusal("", .noRoom) }
        file = -1
        return UploadReceiving.Received(publicID: publicID, name: name, bytes: Int64(bytes))
    }

    mutating func abandon() {
        if file >= 0 { close(file) }
        file = -1
        unlink(path)
    }
}

extension Sentence {
    fileprivate static let noFile = Sentence(
        sv: "välj en zip-fil först", en: "choose a zip file first")
    fileprivate static let noZip = Sentence(
        sv: "filen är ingen zip; packa mappen med studien i en zip-fil och skicka den",
        en: "the file is no zip; pack the study's folder into a zip file and send that")
    fileprivate static let noRoom = Sentence(
        sv: "filen gick inte att lägga undan, troligen är disken full; säg till den som sköter servern",
        en: "the file could not be kept, the disk is probably full; tell whoever keeps the server")
}
