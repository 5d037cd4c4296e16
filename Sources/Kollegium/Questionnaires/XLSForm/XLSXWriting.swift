import CXLSXWriter
import Foundation

extension XLSXTables {
    /// A cell of Excel holds no more.
    static let longestCell = 32_767

    /// The workbook as a file. All cells are texts: nothing in them is reckoned or run.
    /// - Throws: `XLSFormRefusal` where a text is longer than a cell can be, or the file cannot be made.
    func xlsx() throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.path + "/kollegium-\(UUID().uuidString).xlsx"
        defer { unlink(path) }
        guard let workbook = workbook_new(path) else { throw Self.unwritable }
        // Two files of the same content are the same file.
        var properties = lxw_doc_properties()
        properties.created = 315_532_800
        workbook_set_properties(workbook, &properties)
        var flaw: XLSFormRefusal?
        for sheet in sheets {
            guard let page = workbook_add_worksheet(workbook, sheet.name) else { continue }
            for row in sheet.rows {
                for (column, text) in row.cells.enumerated() where !text.isEmpty {
                    if text.utf16.count > Self.longestCell { flaw = Self.tooLong }
                    let written = worksheet_write_string(
                        page, lxw_row_t(row.number - 1), lxw_col_t(column), text, nil)
                    if written != LXW_NO_ERROR { flaw = flaw ?? Self.tooLong }
                }
            }
            worksheet_freeze_panes(page, 1, 0)
        }
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw Self.unwritable }
        if let flaw { throw flaw }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static let tooLong = XLSFormRefusal(
        sentence: Sentence(
            sv: "En text i enkäten är längre än en cell i Excel kan vara. Ta YAML-filen i stället.",
            en:
                "A text of the questionnaire is longer than a cell of Excel can be. Take the YAML file instead."
        ))

    private static let unwritable = XLSFormRefusal(
        sentence: Sentence(
            sv: "Filen gick inte att göra, troligen är disken full. Säg till den som sköter servern.",
            en: "The file could not be made, the disk is probably full. Tell whoever keeps the server."))
}
