import Foundation
import Support
import Testing

/// Names that a study may have and that would be more than names if a page let them.
@Suite struct HostileNamesTests {
    private static let names = [
        "<img src=x onerror=alert(1)>", "\"><script>alert(2)</script>", "' onfocus='alert(3)' autofocus='",
        // A quote with an accent is one letter, and still a quote to a browser.
        "A\"\u{301} onfocus=alert(4) autofocus x=\"\u{301}B", "<\u{301}b>\u{338}",
        "{{frame.style}}{{{.}}}{{/.teams}}",
        "&amp;&lt;b&gt; & co", "🎓<svg/onload=alert(5)>👩‍🏫", "\u{202E}<i>abc \u{5D0}\u{5D1}",
        "</title></style></svg><h1>x", "<!--", "--></desc>", "]]>", "&#60;u&#62;",
    ]

    /// The same names with nothing in them that means anything in HTML, as long as they were.
    private static let harmless = names.map { name in
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { "<>&\"'{}=".unicodeScalars.contains($0) ? "x" : $0 }))
    }

    @Test func `names do not change what a page is made of`() async throws {
        let plain = try await pages(of: try .fiveSchools(calledBy: Self.harmless), "five-schools")
        let hostile = try await pages(of: try .fiveSchools(calledBy: Self.names), "five-schools")
        for (page, other) in zip(plain, hostile) {
            try expectRules(other.text, other.language, "\(other.name)")
            let (plain, hostile) = (try ParsedPage(page.text).root, try ParsedPage(other.text).root)
            #expect(plain.skeleton == hostile.skeleton, "\(other.name)")
        }
    }

    @Test func `names stand on the pages as they are`() async throws {
        for page in try await pages(of: try .fiveSchools(calledBy: Self.names), "five-schools") {
            let root = try ParsedPage(page.text).root
            #expect(root.all(ofClass: "study").first?.words.hasPrefix(Self.names[0]) == true)
            let words = root.all("body").map(\.words).joined()
            // The names of the schools, of which every report shows at least the teams with enough people.
            for name in Self.names[1...2] { #expect(words.contains(name), "\(page.name): \(name)") }
        }
    }

    @Test func `every kind of name is on some page`() async throws {
        let pages = try await pages(
            of: try .fiveSchools(calledBy: Self.names.map { $0 + " \u{B6}" }), "five-schools")
        let words = try pages.map { try ParsedPage($0.text).root.all("body").map(\.words).joined() }.joined()
        for name in Self.names { #expect(words.contains(name + " \u{B6}"), "\(name)") }
    }
}

extension TestBundle {
    /// The example with other names for everything that pages name: fourteen of them, the study's first.
    fileprivate static func fiveSchools(calledBy names: [String]) throws -> TestBundle {
        let quoted = names.map { RandomTexts.quoted($0) }
        var bundle = try fiveSchools()
        bundle.replace(
            "title: {sv: Fem arbetslag i två år, en: Five teams over two years}",
            with: "title: {sv: \(quoted[0]), en: \(quoted[0])}", in: "study.yaml")
        bundle["study.yaml"] += """
            terms:
              - {id: \(quoted[9]), from: 2013-08-19, to: 2014-06-13}
              - {id: \(quoted[10]), from: 2014-08-18, to: 2015-06-12}

            """
        bundle.rename("s1", to: names[1], in: "schools.csv")
        bundle.rename("s2", to: names[2], in: "schools.csv")
        // Two teams of one school are told apart by their own names.
        bundle.replace("t4,s4,Arbetslag 4–6", with: "t4,s1,\(quotedField(names[3]))", in: "teams.csv")
        bundle.replace("t1,s1,Arbetslag 7–9", with: "t1,s1,\(quotedField(names[4]))", in: "teams.csv")
        let labels = [
            ("sv: Pedagogenkät", "en: Teacher questionnaire"), ("sv: Vid start", "en: At the start"),
            ("sv: I arbetslaget", "en: In the team"), ("sv: Måluppfyllelse", "en: Goal attainment"),
            ("sv: Efter ett läsår", "en: After one school year"),
        ]
        for (label, name) in Swift.zip(labels, quoted[5...8] + [quoted[12]]) {
            bundle.replace(label.0, with: "sv: \(name)", in: "instruments/teacher.yaml")
            bundle.replace(label.1, with: "en: \(name)", in: "instruments/teacher.yaml")
        }
        // The lowest step of the scale of outcome.
        bundle.replace("    - mycket liten\n", with: "    - \(quoted[11])\n", in: "instruments/teacher.yaml")
        bundle.replace("    - very small\n", with: "    - \(quoted[11])\n", in: "instruments/teacher.yaml")
        bundle.add("t1,2014-01-15,\(quotedField(names[12])),", to: "events.csv")
        bundle.replace("e001,t1", with: "\(quotedField(names[13])),t1", in: "evidence.csv")
        bundle.replace(",teacher-questionnaire,", with: ",\(quotedField(names[13])),", in: "evidence.csv")
        return bundle
    }

    /// Puts another name in the second column of the row with that id.
    fileprivate mutating func rename(_ id: String, to name: String, in file: String) {
        let lines = lines(of: file)
        guard let row = lines.firstIndex(where: { $0.hasPrefix(id + ",") }) else { return }
        let rest = lines[row].split(separator: ",", omittingEmptySubsequences: false).dropFirst(2)
        set(row + 1, of: file, to: ([id, quotedField(name)] + rest.map(String.init)).joined(separator: ","))
    }
}

/// One field of CSV in quotes. Signs are doubled as scalars: a quote with an accent must be doubled too.
private func quotedField(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
}
