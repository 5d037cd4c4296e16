import Support
import Testing

@testable import Kollegium

/// The pages of questionnaires and of writing them, letter by letter.
@Suite struct QuestionnaireSnapshotTests {
    @Test func `pages of questionnaires`() async throws {
        try await withAlbum("questionnaires") { web, album in
            let browser = try await web.be(QuestionnairePagesTests.leader)
            let list = try await web.questionnairesPath()
            try album.keep(try await browser.get(list), as: "list")
            let teacher = try await web.questionnaire("teacher")
            _ = try await browser.submit(teacher + "/draft")
            for (name, path) in [
                ("opened-part", "/draft/part?part=start"), ("draft-opened", "/draft"),
                ("nothing-to-publish", "/draft/publication"),
            ] { try album.keep(try await browser.get(teacher + path), as: name) }
            let draft = try await web.beginDraft(browser)
            for (name, path) in [
                ("draft", ""), ("part", "/part?part=year2"),
                ("question", "/question?part=start&item=trust-p01"),
                ("question-new", "/question?part=start&type=choice"), ("scale", "/scale?item=element"),
                ("scale-new", "/scale"), ("area", "/area?item=team"), ("heading", "/heading"),
                ("part-heading", "/part/heading?part=start"), ("publication", "/publication"),
                ("file", "/file"), ("preview", "/preview?part=year2"),
                ("question-ranking", "/question?part=year2&item=results-ranked"),
                ("removal", "/removal?part=start"), ("removal-question", "/removal?part=start&item=goal-1"),
                ("discarding", "/discarding"),
            ] { try album.keep(try await browser.get(draft + path), as: name) }
            let empty = try await browser.post(list, ["ready": "empty"]).location ?? ""
            try album.keep(
                try await browser.get(String(empty.prefix { $0 != "?" }) + "/publication"), as: "not-finished"
            )
            try album.keep(
                try await browser.send(file: Array("id: a\ntitle: A\n".utf8), to: list + "/file"),
                as: "file-refused")
            let foreign = try ForeignForm.tables.xlsx()
            try album.keep(try await browser.send(file: foreign, to: list + "/file"), as: "file-told")
        }
    }
}
