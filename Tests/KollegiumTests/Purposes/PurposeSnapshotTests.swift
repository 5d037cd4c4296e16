import Support
import Testing

@testable import Kollegium

/// The purpose of the work as each reader has it, letter by letter.
@Suite struct PurposeSnapshotTests {
    @Test func `what each reader has of the purpose`() async throws {
        try await withAlbum("purpose") { web, album in
            let page = try await web.purpose()
            for (name, email) in [
                ("teacher", Web.teacherOfSchool1), ("principal", Web.principal),
                ("programme-leader", Web.programmeLeader), ("supervisor", "handledare-1@example.org"),
            ] {
                try album.keep(try await web.be(email).get(page), as: name)
            }
            try album.keep(
                try await web.be(Web.teacher).get(try await web.purpose("s2")),
                as: "teacher-of-another-school")
            let leader = try await web.be(Web.programmeLeader)
            try album.keep(try await leader.get(try await web.purpose("s3")), as: "too-few")
            let teacher = try await web.be(Web.teacherOfSchool1)
            try album.keep(
                try await teacher.submit(page + "/answer", ["term": "VT2015", "answer": "partly"]),
                as: "answered")
            let principal = try await web.be(Web.principal)
            try album.keep(try await principal.post(page + "/statements", ["text": " "]), as: "mistake")
            try album.keep(
                try await principal.submit(page + "/statements", ["text": "För att ni ska få se varandra."]),
                as: "changed")
            try album.keep(try await web.be(Web.teacherOfSchool1, .en).get(page), as: "english")
            let researcher = try await web.be(Web.researcher)
            let goals = "/programmes/\(try await web.register().programme)/goals"
            try album.keep(try await researcher.get(goals), as: "goals")
            try await web.forgetPurposes()
            try await web.site.database.write { db in _ = try db.execute("DELETE FROM goal_headings") }
            try album.keep(try await web.be(Web.principal).get(page), as: "nothing-yet")
            try album.keep(try await web.be(Web.teacherOfSchool1).get(page), as: "nothing-yet-for-a-teacher")
        }
    }
}
