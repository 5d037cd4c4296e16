import Hummingbird
import NIOCore

/// Takes a small file in from a browser, in memory: first the form's token, and nothing is kept before it is proven.
struct SmallFileReceiving {
    let site: Site
    let caller: Caller

    /// - Throws: `FormRefusal` where no file was chosen, `RequestRefusal` for what is too large or no form of ours,
    ///   `WebError.malformed` for what no browser sends.
    func receive(_ request: Request, upTo limit: Int) async throws -> [UInt8] {
        var (field, token, file, isProven): (String?, [UInt8], [UInt8], Bool) = (nil, [], [], false)
        do {
            var parser = try MultipartParser(contentType: request.headers[.contentType] ?? "")
            for try await piece in request.body {
                for event in try parser.feed(piece.readableBytesView) {
                    switch event {
                    case .field(let name, _):
                        guard isProven || name == FormToken.field else { throw RequestRefusal.formExpired }
                        field = name
                    case .bytes(let bytes):
                        if field == FormToken.field { token += bytes }
                        if field == "file" { file += bytes }
                        guard token.count <= 200 else { throw RequestRefusal.formExpired }
                        guard file.count <= limit else { throw RequestRefusal.tooLarge(limit: limit) }
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
            }
            try parser.finish()
        } catch is MultipartParser.Flaw {
            throw WebError.malformed
        }
        guard isProven else { throw RequestRefusal.formExpired }
        guard !file.isEmpty else {
            throw FormRefusal("file", Sentence(sv: "välj en fil först", en: "choose a file first"))
        }
        return file
    }
}
