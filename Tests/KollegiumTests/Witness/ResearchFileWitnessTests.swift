import Foundation
import Support
import Testing

@testable import Kollegium

/// R's haven and PSPP, which researchers use, find in the files what the table has.
@Suite(.enabled(if: isLongRun)) struct ResearchFileWitnessTests {
    @Test(arguments: [ResearchFormat.sav, .dta], Language.allCases)
    func `haven reads labels, order, å ä ö and the kinds of missing back`(
        _ format: ResearchFormat, _ language: Language
    ) async throws {
        try await withDemo(.sqlite) { web in
            try await web.change()
            let plain = try await web.csv(try await web.file(.csv, texts: true, language: language))
            let read = try await Reading("R", try await web.file(format, texts: true, language: language))
            try expectSame(read, plain.table, plain.codebook, format, language)
        }
    }

    @Test func `R gives the table its labels by the codebook, as the document says`() async throws {
        try await withDemo(.sqlite) { web in
            try await web.change()
            // A label that looks like two.
            try await web.site.database.write { db in
                try db.execute(
                    "UPDATE scale_steps SET label_sv = 'helt; 9 av 10' WHERE label_sv = 'stämmer helt'")
            }
            let file = try await web.file(.csv)
            let folder = web.place.folder + "/labels"
            try #require(try await run("unzip", [file, "-d", folder]).status == 0)
            let document = try String(
                contentsOf: Snapshots.folder.appending(path: "../../../docs/research-files.md"),
                encoding: .utf8)
            let block = try #require(document.firstMatch(of: #/```r\n((?:.|\n)*?)```/#)).output.1
            let script = """
                setwd("\(folder)")
                \(block)
                cat(levels(answers$trust_p03), sep = "|")
                cat("|", as.character(answers$entry[1]), "|", sum(answers$trust_p03 == "helt; 9 av 10", na.rm = TRUE), sep = "")
                """
            let told = try await run("Rscript", ["-e", script])
            try #require(told.status == 0, "\(told.errors)")
            let words = told.output.split(separator: "|").map(String.init)
            let table = try await web.csv(file).table
            let highest = table.records.count { $0["trust_p03"] == "5" }
            try #require(highest > 0)
            #expect(
                words == [
                    "stämmer inte alls", "stämmer dåligt", "stämmer delvis", "stämmer ganska bra",
                    "helt; 9 av 10",
                    "inlästa", "\(highest)",
                ])
        }
    }

    @Test(arguments: Language.allCases)
    func `PSPP reads the same cells and labels, and long texts whole`(_ language: Language) async throws {
        try await withDemo(.sqlite) { web in
            try await web.change()
            let long = String(repeating: "Å långt å brett. ", count: 600)
            try await web.site.database.write { db in
                try db.execute("UPDATE sheets SET reflection = ? WHERE reflection IS NOT NULL", long)
                try db.execute(
                    """
                    UPDATE answers SET text = text || ? WHERE text IS NOT NULL AND item_id IN (
                        SELECT x.item_id FROM part_items x WHERE x.type IN ('text', 'goal'))
                    """, String(long.prefix(700)))
            }
            let (table, codebook) = try await web.csv(
                try await web.file(.csv, texts: true, language: language))
            let file = try await web.file(.sav, texts: true, language: language)
            let converted = try await run(
                "pspp-convert", ["-O", "csv", file, web.place.folder + "/pspp.csv"])
            try #require(converted.status == 0 && converted.errors.isEmpty, "\(converted.errors)")
            let read = ParsedCSV(
                Array(try Data(contentsOf: URL(fileURLWithPath: web.place.folder + "/pspp.csv"))))
            let pieces = read.columns.filter { $0.contains(/_t[0-9]+$/) }
            #expect(read.columns.filter { !pieces.contains($0) } == table.columns && pieces.count > 50)
            try #require(read.records.count == table.records.count)
            for (one, other) in zip(read.records, table.records) {
                // PSPP writes a system-missing number as a space; of a text the spaces at its end say nothing.
                var cells = one.filter { $0.value != " " }
                for piece in pieces {
                    let whole = piece.replacing(/_t[0-9]+$/, with: "")
                    if let text = cells.removeValue(forKey: piece) { cells[whole, default: ""] += text }
                }
                #expect(cells.mapValues(Self.bare) == other.mapValues(Self.bare))
            }
            let syntax = "GET FILE='\(file)'.\nDISPLAY DICTIONARY.\n"
            try Data(syntax.utf8).write(to: URL(fileURLWithPath: web.place.folder + "/show.sps"))
            let shown = try await run(
                "pspp", ["-O", "format=csv", web.place.folder + "/show.sps"],
                environment: ["LC_ALL": "C.UTF-8"])
            try #require(shown.status == 0, "\(shown.errors)")
            for meaning in codebook.records {
                let label = try #require(meaning["label"])
                #expect(shown.output.contains(csvField(label)), "\(label)")
                guard let missing = meaning["missing"] else { continue }
                let word = try #require(missing.split(separator: " = ").first)
                #expect(shown.output.contains(word))
            }
        }
    }

    private static func bare(_ text: String) -> String {
        var text = text.hasPrefix("'=") ? String(text.dropFirst()) : text
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
