import Foundation

/// A sheet of an XLSForm by the names of its columns.
struct XLSFormSheet {
    let name: String
    let rows: [Row]
    /// The columns as they stand in the first row.
    let columns: [String]

    struct Row {
        let number: Int
        fileprivate let cells: [String: String]

        /// The cell under the first of these columns that has something; empty where none has.
        subscript(_ columns: String...) -> String {
            columns.lazy.compactMap { cells[$0] }.first { !$0.isEmpty } ?? ""
        }

        /// Without space around it.
        func word(_ columns: String...) -> String {
            (columns.lazy.compactMap { cells[$0] }.first { !$0.isEmpty } ?? "")
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    init(_ sheet: XLSXTables.Sheet?, named name: String) {
        self.name = name
        let head = (sheet?.rows.first?.cells ?? []).map(Self.column)
        columns = head.filter { !$0.isEmpty }
        rows = (sheet?.rows.dropFirst() ?? []).map { row in
            let cells = zip(head, row.cells).filter { !$0.isEmpty && !$1.isEmpty }.map {
                ($0, $1.replacing("$" + XLSFormColumn.joiner + "{", with: "${"))
            }
            return Row(number: row.number, cells: Dictionary(cells) { one, _ in one })
        }
    }

    /// One way to write each name: `Label :: Svenska (sv)` is `label::sv`. Our own keep their letters.
    private static func column(_ typed: String) -> String {
        let name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        for own in ["kollegium::", "kollegium_"] where name.hasPrefix(own) {
            return "kollegium::" + name.dropFirst(own.count)
        }
        let halves = name.split(separator: ":", omittingEmptySubsequences: true)
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
        guard let kind = halves.first else { return "" }
        let base = kind.replacing(" ", with: "_")
        guard halves.count > 1 else { return base }
        let rest = halves.dropFirst().joined(separator: "::")
        return base + "::" + (language(rest)?.rawValue ?? rest)
    }

    /// The language of a column or a form, by its code in brackets or by its name.
    static func language(_ name: String) -> Language? {
        let name = name.lowercased()
        if name.hasSuffix("(sv)") || ["sv", "svenska", "swedish"].contains(name) { return .sv }
        if name.hasSuffix("(en)") || ["en", "english", "engelska"].contains(name) { return .en }
        return nil
    }

    /// What a row says in both languages; a column of no language is in the form's own.
    func label(_ row: Row, plain: Language) -> Title {
        func text(_ language: Language) -> String? {
            let text = row["label::\(language.rawValue)", plain == language ? "label" : "-"]
            return text.isEmpty ? nil : text
        }
        return Title(sv: text(.sv), en: text(.en))
    }
}
