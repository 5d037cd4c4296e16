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

    /// - Parameters:
    ///   - widths: the bytes of the longest text in each column, where they are needed.
    ///   - now: milliseconds since 1970, UTC, for formats that tell when a file was made.
    func table(_ plan: ResearchPlan, at path: String, widths: [Int], now: Int64) throws -> any ResearchTable {
        switch self {
        case .csv: try ResearchCSV(plan, at: path)
        case .json: try ResearchJSON(plan, at: path)
        case .sav, .dta:
            try StatisticalFile(plan, as: self, at: path, widths: widths, madeAt: now / 1_000)
        }
    }
}

/// A file that is written in large pieces, readable by us alone.
final class PieceWriter {
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
