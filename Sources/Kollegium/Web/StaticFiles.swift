import Crypto
import HTTPTypes
import Hummingbird

/// A file that pages refer to. It is in the program itself, so that none can be missing where it runs.
enum StaticFile: String, CaseIterable, Sendable {
    // Named as `PackageResources` names them, so that one finds the other.
    case app_css = "app.css"
    case icon_svg = "icon.svg"
    case renewal_js = "renewal.js"
    case paper_css = "paper.css"
    case report_css = "report.css"
    case sheet_css = "sheet.css"
    case sheet_js = "sheet.js"

    fileprivate var bytes: [UInt8] {
        switch self {
        case .app_css: PackageResources.app_css
        case .icon_svg: PackageResources.icon_svg
        case .renewal_js: PackageResources.renewal_js
        case .paper_css: PackageResources.paper_css
        case .report_css: PackageResources.report_css
        case .sheet_css: PackageResources.sheet_css
        case .sheet_js: PackageResources.sheet_js
        }
    }
}

/// The static files, each under an address that holds its digest: a browser keeps it for a year and never asks again,
/// and a new version has a new address.
enum StaticFiles {
    /// `/static/report.0123456789abcdef.css`
    static func url(_ file: StaticFile) -> String { kept.addresses[file] ?? "" }

    /// Where they are asked for.
    static func addRoutes(to router: some RouterMethods<some RequestContext>) {
        router.get("static/:file") { request, context in
            guard let file = response(to: request, file: try context.parameters.require("file")) else {
                throw HTTPError(.notFound)
            }
            return file
        }
    }

    /// The answer to somebody who asks for a file of that name; nil for one that there is not.
    static func response(to request: Request, file: String) -> Response? {
        guard let packing = kept.files[file] else { return nil }
        let isPacked =
            packing.gzipped != nil && AcceptEncoding(request.headers[values: .acceptEncoding]).prefersGzip
        let tag = "\"" + packing.digest + (isPacked ? "-gzip\"" : "\"")
        var headers: HTTPFields = [
            .contentType: packing.type, .eTag: tag, .vary: "Accept-Encoding",
            .cacheControl: "public, max-age=31536000, immutable",
        ]
        if isKnown(tag, request.headers[values: .ifNoneMatch]) {
            return Response(status: .notModified, headers: headers)
        }
        if isPacked { headers[.contentEncoding] = "gzip" }
        let bytes = isPacked ? packing.gzipped ?? packing.plain : packing.plain
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// Whether the client says that it has the file with this tag. Weak or strong is no matter here.
    private static func isKnown(_ tag: String, _ fields: [String]) -> Bool {
        fields.joined(separator: ",").split(separator: ",").contains { field in
            let known = field.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
            return known == "*" || known == tag || known == "W/" + tag
        }
    }

    /// Packed once, when the first one is asked for.
    private static let kept = Kept()

    private struct Packing: Sendable {
        let digest: String
        let type: String
        let plain: ByteBuffer
        let gzipped: ByteBuffer?
    }

    private struct Kept: Sendable {
        /// By the last part of the address.
        let files: [String: Packing]
        let addresses: [StaticFile: String]

        init() {
            var files: [String: Packing] = [:]
            var addresses: [StaticFile: String] = [:]
            for file in StaticFile.allCases {
                let bytes = file.bytes
                let digest = SHA256.hash(data: bytes).prefix(8).hexadecimal
                let parts = file.rawValue.split(separator: ".", maxSplits: 1)
                let name = "\(parts[0]).\(digest).\(parts[1])"
                let plain = ByteBuffer(bytes: bytes)
                let gzipped = Gzip.compress(plain.readableBytesView, level: Gzip.thorough)
                files[name] = Packing(
                    digest: digest, type: StaticFiles.type(of: parts[1]), plain: plain,
                    gzipped: gzipped.flatMap { $0.readableBytes < bytes.count * 9 / 10 ? $0 : nil })
                addresses[file] = "/static/" + name
            }
            self.files = files
            self.addresses = addresses
        }
    }

    private static func type(of ending: some StringProtocol) -> String {
        switch ending {
        case "css": "text/css; charset=utf-8"
        case "js", "mjs": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "ico": "image/vnd.microsoft.icon"
        case "woff2": "font/woff2"
        case "webmanifest": "application/manifest+json"
        case "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
