/// The text of a letter as it goes out.
enum LetterText {
    /// Each paragraph on one line, however the source is wrapped: a mail program breaks lines where its window ends,
    /// and ours would stand in the middle of a sentence. What is to stand on a line of its own, an address or a point of
    /// a list, does.
    static func unwrapped(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let last = lines.last, !last.isEmpty, !line.isEmpty, !standsAlone(last, line) {
                lines[lines.count - 1] = last + " " + line
            } else {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func standsAlone(_ last: String, _ line: String) -> Bool {
        last.hasPrefix("http") || ["http", "– ", "- "].contains { line.hasPrefix($0) }
    }
}
