import Foundation
import Support
import Testing

@testable import Kollegium

/// What the command line writes of a study that people live in.
@Suite struct ResearchCopyTests {
    @Test(arguments: TestEngine.allCases)
    func `a study that people live in is written for research unless all of it is asked for`(
        _ engine: TestEngine
    ) async throws {
        try await withDemo(engine) { web in
            let place = web.place
            let path = place.folder + "/copy"
            let ending = try await place.kollegium(
                "study", "export", "five-schools", path, "--language", "en")
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.output.contains("36 people who said yes, in teacher"))
            #expect(ending.output.contains("--whole"))
            let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            #expect(
                files == [
                    "leader-codebook.csv", "leader.csv", "leader.dta", "leader.json", "leader.sav",
                    "teacher-codebook.csv", "teacher.csv", "teacher.dta", "teacher.json", "teacher.sav",
                ])
            let table = try String(contentsOfFile: path + "/teacher.csv", encoding: .utf8)
            let (own, other) = (
                try await web.pseudonym(Web.teacher), try await web.pseudonym("s2-t05@example.org")
            )
            // The same names as in the files that are fetched on the site.
            #expect(table.contains(own) && !table.contains(other))
            for word in ["Karin", "s2-t02", "example.org", "2014-06-05"] { #expect(!table.contains(word)) }
            #expect(try await place.kollegium("study", "export", "five-schools", path).status == 1)

            let zip = try await place.kollegium("study", "export", "five-schools", path + ".zip", "--texts")
            #expect(zip.status == 0, "\(zip.errors)")
            let words = try await run("unzip", ["-p", path + ".zip", "teacher.csv"]).output
            #expect(words.contains("Bättre bemötande av elever som utmanar"))

            let whole = try await place.kollegium(
                "study", "export", "five-schools", path + "-whole", "--whole")
            #expect(whole.status == 0, "\(whole.errors)")
            let people = try String(contentsOfFile: path + "-whole/people.csv", encoding: .utf8)
            #expect(people.contains("Karin"))
        }
    }

    @Test func `a study that nobody lives in is a bundle as it always was`() async throws {
        try await withPlace(.sqlite) { place in
            try await place.holding(TestBundle.fiveSchools())
            let path = place.folder + "/bundle"
            #expect(try await place.kollegium("study", "export", "five-schools", path).status == 0)
            #expect(FileManager.default.fileExists(atPath: path + "/people.csv"))
        }
    }
}
