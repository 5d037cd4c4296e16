import Foundation
import Support
import Testing

/// A small country that `script/national-study` makes up: 14 teams, 130 people, 13,000 answers.
struct RandomCountry: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    /// Whether its figures have been published, so that less is withheld.
    let isPublished: Bool
    /// Whether answers are missing here and there, and all answers of a person to one subject.
    let hasGaps: Bool

    var testDescription: String {
        "\(seed)" + (isPublished ? ", published" : "") + (hasGaps ? ", with gaps" : "")
    }

    static let all = [1, 2, 3].flatMap { seed in
        [false, true].flatMap { isPublished in
            [false, true].map { RandomCountry(seed: seed, isPublished: isPublished, hasGaps: $0) }
        }
    }

    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../script/national-study").standardizedFileURL.path

    func bundle(in folder: String) async throws -> TestBundle {
        let path = folder + "/country"
        let ending = try await run(
            Self.script,
            [path, "--teams", "14", "--people", "130", "--answers", "13000", "--seed", "\(seed)"])
        try #require(ending.status == 0, "\(ending.errors)")
        var bundle = try TestBundle(folder: path)
        if isPublished {
            let privacy = "minimumGroup: 5"
            try #require(bundle["study.yaml"].contains(privacy))
            bundle.replace(privacy, with: privacy + ", published: true", in: "study.yaml")
        }
        if hasGaps { bundle["responses.csv"] = withGaps(bundle.lines(of: "responses.csv")) }
        return bundle
    }

    /// Of twelve sheets one loses a subject, and of seven answers one is lost.
    private func withGaps(_ lines: [String]) -> String {
        var random = RepeatableRandom(seed: seed)
        var lost: [[Substring]: Bool] = [:]
        let kept = lines.dropFirst().filter { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count > 4 else { return false }
            let subject = [fields[1], fields[2], fields[4].prefix { !$0.isNumber }]
            let isLost = lost[subject] ?? (Int.random(in: 1...12, using: &random) == 1)
            lost[subject] = isLost
            return !isLost && Int.random(in: 1...7, using: &random) > 1
        }
        return (lines.prefix(1) + kept).map { $0 + "\n" }.joined()
    }
}
