import Foundation
import Support
import Testing

@testable import Kollegium

/// Workbooks that are none, are damaged, or mean harm.
@Suite struct DamagedWorkbookTests {
    private static let sound = [
        "xl/workbook.xml":
            #"<workbook xmlns:r="r"><sheets><sheet name="survey" r:id="a"/></sheets></workbook>"#,
        "xl/_rels/workbook.xml.rels":
            #"<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>"#,
        "xl/worksheets/sheet1.xml":
            #"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="str"><v>label</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><r><t>te</t></r><r><t>xt</t></r><rPh><t>no</t></rPh></is></c><c r="B3"><v>7</v></c><c r="D3" t="b"><v>1</v></c><c r="C3" t="s"><v>1</v></c></row></sheetData></worksheet>"#,
        "xl/sharedStrings.xml": "<sst><si><t>name</t></si><si><t>A_x000A_B &amp; C</t></si></sst>",
    ]

    private func read(_ files: [String: String]) async throws -> XLSXTables {
        try await withFolder { folder in
            let path = folder + "/a.xlsx"
            let zip = try ZipWriter(path: path)
            for (name, text) in files.sorted(by: { $0.key < $1.key }) {
                try zip.begin(name)
                try Array(text.utf8).withUnsafeBytes { try zip.write($0) }
                try zip.end()
            }
            try zip.close()
            return try XLSXReading.tables(path: path, name: "xlsx")
        }
    }

    @Test func `cells of every kind are read, at their rows`() async throws {
        let survey = try #require(try await read(Self.sound)["survey"])
        #expect(
            survey.rows == [
                .init(number: 1, cells: ["type", "name", "label"]),
                .init(number: 3, cells: ["text", "7", "A\nB & C", "TRUE"]),
            ])
    }

    struct Harm: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let text: String
    }

    static let harms = [
        Harm(
            testDescription: "entities that grow", file: "xl/sharedStrings.xml",
            text:
                #"<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>"#
        ),
        Harm(
            testDescription: "a file of the server", file: "xl/worksheets/sheet1.xml",
            text:
                #"<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>"#
        ),
        Harm(testDescription: "an entity that is none", file: "xl/sharedStrings.xml", text: "<sst>&a;</sst>"),
        Harm(
            testDescription: "half a file", file: "xl/worksheets/sheet1.xml", text: "<worksheet><sheetData>"),
        Harm(testDescription: "no XML", file: "xl/workbook.xml", text: "name,type"),
        Harm(testDescription: "nothing", file: "xl/workbook.xml", text: ""),
        Harm(
            testDescription: "nested without end", file: "xl/worksheets/sheet1.xml",
            text: String(repeating: "<a>", count: 5_000) + String(repeating: "</a>", count: 5_000)),
        Harm(
            testDescription: "what packs a thousand times", file: "xl/sharedStrings.xml",
            text: "<sst><si><t>" + String(repeating: " ", count: 9 << 20) + "</t></si></sst>"),
        Harm(
            testDescription: "cells without end", file: "xl/worksheets/sheet1.xml",
            text: "<worksheet><sheetData><row>" + String(repeating: "<c><v>1</v></c>", count: 200_001)
                + "</row></sheetData></worksheet>"),
    ]

    @Test(arguments: harms) func `what is damaged or means harm is refused`(_ harm: Harm) async throws {
        var files = Self.sound
        files[harm.file] = harm.text
        let wrong = files
        await #expect(throws: BundleError.self) { try await read(wrong) }
    }

    @Test func `sheets and columns that are far away do not fill the memory`() async throws {
        var files = Self.sound
        files["xl/worksheets/sheet1.xml"] =
            #"<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row></sheetData></worksheet>"#
        let far = files
        #expect(try await read(far)["survey"]?.rows == [.init(number: 1_048_576, cells: ["2"])])
    }

    @Test func `a text that no cell can hold is not cut`() throws {
        var questionnaire = Questionnaire.small
        questionnaire.title = Title(sv: String(repeating: "å", count: 32_768), en: nil)
        #expect(throws: XLSFormRefusal.self) { try XLSFormWriting(questionnaire).bytes() }
    }
}
