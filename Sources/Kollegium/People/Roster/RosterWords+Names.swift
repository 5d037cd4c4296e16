extension RosterWords {
    /// By what names of schools, teams and people are taken for the same: however they are written in capitals, with
    /// hyphens or dashes, and with spaces. `Arbetslag F–3` and `arbetslag  F - 3` are one team.
    static func nameKey(_ name: String) -> String {
        let plain = String(name.lowercased().map { dashes.contains($0) ? "-" : $0.isWhitespace ? " " : $0 })
        return plain.split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: "-")
    }

    /// Hyphens, dashes and the minus sign, all of which keyboards and spreadsheets make of one key.
    private static let dashes: Set<Character> = [
        "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
    ]
}
