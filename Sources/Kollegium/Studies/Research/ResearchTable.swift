import Foundation

/// Takes the rows of a research file, one by one, and keeps none.
protocol ResearchTable: AnyObject {
    func row(_ values: [ResearchValue]) throws
    /// Completes the file; before that it is none.
    func close() throws
}

/// In which form a researcher wants the answers.
enum ResearchFormat: String, Sendable, CaseIterable {
    case csv, sav, dta, json

    /// A table goes with its codebook, so it is a zip of two.
    var ending: String { self == .csv ? "zip" : rawValue }

    var contentType: String {
        switch self {
        case .csv: "application/zip"
        case .sav: "application/x-spss-sav"
        case .dta: "application/x-stata-dta"
        case .json: "application/json"
        }
    }

    var name: Sentence {
        switch self {
        case .csv:
            Sentence(sv: "CSV med kodbok (zip)", en: "CSV with a codebook (zip)")
        case .sav: Sentence(sv: "SPSS (.sav)", en: "SPSS (.sav)")
        case .dta: Sentence(sv: "Stata (.dta)", en: "Stata (.dta)")
        case .json: Sentence(sv: "JSON", en: "JSON")
        }
    }

    /// Whether the file says beforehand how long its texts are, so that they are read twice.
    var needsWidths: Bool { self == .sav || self == .dta }

    /// How many bytes of text fit into one column.
    var longestText: Int {
        switch self {
        case .sav: 255
        case .dta: 2_045
        case .csv, .json: .max
        }
    }

    /// - Parameters:
    ///   - target: gets a file of the questionnaire's name, or two.
    ///   - rooms: what the texts of each column need, where the format has to know.
    ///   - now: milliseconds since 1970, UTC, for formats that tell when a file was made.
    func table(
        _ plan: ResearchPlan, to target: any BundleTarget, rooms: [TextRoom], now: Int64
    ) throws -> any ResearchTable {
        switch self {
        case .csv: try ResearchCSV(plan, to: target)
        case .json: try ResearchJSON(plan, to: target)
        case .sav, .dta:
            try StatisticalFile(plan, as: self, to: target, rooms: rooms, madeAt: now / 1_000)
        }
    }

    /// Where a file of this format alone is written to, readable by us alone.
    func target(at path: String) throws -> any BundleTarget {
        guard self == .csv else { return try LoneFile(path: path) }
        let zip = try ZipTarget(path: path)
        chmod(path, 0o600)
        return zip
    }
}

/// What the texts of a column need.
struct TextRoom: Sendable {
    /// The bytes of the longest piece.
    var width = 0
    /// How many columns the longest text goes on in.
    var pieces = 1

    mutating func take(_ text: String, most: Int) {
        let count = text.utf8.count
        width = max(width, min(count, most))
        if count > most { pieces = max(pieces, text.pieces(of: most).count) }
    }
}

/// One file, written in large pieces.
final class LoneFile: BundleTarget {
    private let path: String
    private var descriptor: Int32
    private var pieces: [UInt8] = []
    private static let size = 262_144

    init(path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BundleError(.unwritable(errno), file: path) }
        pieces.reserveCapacity(Self.size * 2)
    }

    deinit {
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    /// There is but one, under the name that it has already.
    func begin(_ file: String) throws {}

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        pieces.append(contentsOf: bytes)
        if pieces.count >= Self.size { try flush() }
    }

    func close() throws {
        try flush()
        let result = Foundation.close(descriptor)
        descriptor = -1
        guard result == 0 else { throw BundleError(.unwritable(errno), file: path) }
    }

    private func flush() throws {
        try pieces.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw BundleError(.unwritable(errno), file: path) }
                rest = rest.dropFirst(count)
            }
        }
        pieces.removeAll(keepingCapacity: true)
    }
}
