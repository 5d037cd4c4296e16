import Storage
import Support
import Testing

@testable import Kollegium

/// Versions: what people have been asked stays as it was, and a study's bundle carries all parts over the versions.
@Suite struct QuestionnaireVersionTests {
    @Test(arguments: TestEngine.allCases)
    func `a part that is open stays as it is, the others follow the new version`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let here = try await work.programme()
            let id = try await work.questionnaire(.small, in: here.key)
            try await work.open("start", of: id)
            let before = try await work.standing(id)
            #expect(before.locked == ["start"] && before.parts["later"]?.stage == .waiting)

            var next = Questionnaire.small
            next.title = Title(sv: "Ny titel", en: "New title")
            next.parts[1].items[0].label = Title(sv: "Nya ord", en: nil)
            next.parts[1].items.append(.text("more"))
            next.parts.append(.part("last", wave: 3, [.text("closing")]))
            try await work.write(next, as: id)

            let after = try await work.standing(id)
            #expect(after.whole?.version == 2)
            #expect(after.whole?.title.sv == "Ny titel")
            #expect(after.whole?.parts == next.parts)
            #expect(after.parts["start"]?.key == before.parts["start"]?.key)
            #expect(after.parts["later"]?.key == before.parts["later"]?.key)
            #expect(
                try await work.place.witness(
                    "SELECT v.version, p.code FROM parts p JOIN questionnaire_versions v ON v.id = p.version_id ORDER BY p.position"
                ) == ["1|start", "2|later", "2|last"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a bundle has every part over the versions, and takes itself in again`(_ engine: TestEngine)
        async throws
    {
        let bundle = try await withWorkplace(engine) { work in
            let here = try await work.programme()
            let id = try await work.questionnaire(.small, in: here.key)
            try await work.open("start", of: id)
            var next = Questionnaire.small
            next.scales.append(.steps("new", 3))
            next.parts[1].items = [.rating("trust-p01", "agreement"), .rating("fresh", "new")]
            try await work.write(next, as: id)
            var third = try #require(try await work.standing(id).whole)
            third.parts.append(.part("last", wave: 3, [.rating("fresh", "new")]))
            try await work.write(third, as: id)
            #expect(try await work.standing(id).whole?.parts == third.parts)
            return try await work.place.exported(here.code)
        }
        let yaml = bundle["instruments/small.yaml"]
        #expect(yaml.contains("version: 3") && yaml.contains("id: start") && yaml.contains("id: last"))
        try await withPlace(engine) { other in
            try await other.holding(bundle)
            let study = String(bundle["study.yaml"].firstMatch(of: #/(?m)^id: (.+)$/#)?.output.1 ?? "")
            #expect(try await other.exported(study)["instruments/small.yaml"] == yaml)
        }
    }

    @Test func `what was planned of a part that waits stays with it`() async throws {
        try await withWorkplace(.sqlite) { work in
            let here = try await work.programme()
            let id = try await work.questionnaire(.small, in: here.key)
            try await work.plan("later", of: id)
            var next = Questionnaire.small
            next.parts[1].items[0].label = Title(sv: "Nya ord", en: nil)
            next.parts[1].opens = Day("2020-01-01")
            try await work.write(next, as: id)
            #expect(
                try await work.place.witness(
                    "SELECT p.code, p.opens, w.public_id FROM waves w JOIN parts p ON p.id = w.part_id"
                ) == ["later|2013-10-01|wave-later"])
            next.parts.removeLast()
            try await work.write(next, as: id)
            #expect(try await work.place.witness("SELECT count(*) FROM waves") == ["0"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a part that opens while somebody writes on it stays as it was asked`(_ engine: TestEngine)
        async throws
    {
        try await withWorkplace(engine) { work in
            let here = try await work.programme()
            let id = try await work.questionnaire(.small, in: here.key)
            let act = work.act
            var draft = Questionnaire.small
            draft.parts[0].items[0].label = Title(sv: "Andra ord", en: nil)
            draft.parts[1].items = [.rating("new", "other")]
            draft.scales = [.steps("other", 3)]
            draft.areas = []
            let typed = draft
            let standing = try await work.standing(id)
            try await work.write { db in
                try QuestionnaireStore(db: db).saveDraft(typed, of: standing, by: act)
            }
            try await work.open("start", of: id)
            let opened = try await work.standing(id)
            let met = try #require(try await work.read { try QuestionnaireStore(db: $0).draft(opened) })
            #expect(met.content.parts[0] == Questionnaire.small.parts[0])
            #expect(met.content.parts[1] == typed.parts[1])
            #expect(met.content.scales.map(\.code) == ["other", "agreement"])
            #expect(met.content.areas == Questionnaire.small.areas)
            try await work.write { db in
                try QuestionnaireStore(db: db).publish(met, basis: met.basis, by: act)
            }
            let after = try await work.standing(id)
            #expect(after.whole?.parts == met.content.parts && after.whole?.scales == met.content.scales)
            #expect(try await work.place.kollegium("check").status == 0)
        }
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let told: String
        let change: @Sendable (inout Questionnaire) -> Void
    }

    static let mistakes = [
        Mistake(testDescription: "an opened part loses a question", told: "har öppnats; den står kvar") {
            $0.parts[0].items.removeLast()
        },
        Mistake(testDescription: "an opened part goes", told: "har öppnats; den står kvar") {
            $0.parts.removeFirst()
        },
        Mistake(testDescription: "its wording is mended", told: "har öppnats; den står kvar") {
            $0.parts[0].items[0].label = Title(sv: "Rättat", en: nil)
        },
        Mistake(testDescription: "a step of its scale is renamed", told: "skalan ”agreement” har använts") {
            $0.scales[0].steps[0].label = Title(sv: "nej", en: nil)
        },
        Mistake(testDescription: "its scale goes", told: "skalan ”agreement” har använts") {
            $0.scales.removeFirst()
            $0.parts[1].items = [.text("why")]
        },
        Mistake(testDescription: "its area is renamed", told: "området ”I laget” har använts") {
            $0.areas[0].label = Title(sv: "Annat", en: nil)
        },
        Mistake(testDescription: "a question becomes a text", told: "har besvarats på ett annat sätt") {
            $0.parts[1].items[0].type = .text
        },
        Mistake(testDescription: "a question gets more steps", told: "har besvarats på ett annat sätt") {
            $0.scales.append(.steps("longer", 7))
            $0.parts[1].items[0].scale = "longer"
        },
        Mistake(testDescription: "it asks others", told: "vem enkäten är till för") {
            $0.audience = "school-leader"
        },
        Mistake(testDescription: "a part without questions", told: "har inga frågor än") {
            $0.parts[1].items = []
        },
    ]

    @Test(arguments: mistakes) func `what would change what was asked is refused`(_ mistake: Mistake)
        async throws
    {
        try await withWorkplace(.sqlite) { work in
            let here = try await work.programme()
            let id = try await work.questionnaire(.small, in: here.key)
            try await work.open("start", of: id)
            var next = Questionnaire.small
            mistake.change(&next)
            let (wrong, act) = (next, work.act)
            let told = try await work.refusals { db, _ in
                let store = QuestionnaireStore(db: db)
                let standing = try #require(try store.standing(id))
                try store.write(wrong, as: standing, by: act)
            }
            #expect(told[""]?.contains(mistake.told) == true, "\(told)")
            #expect(try await work.standing(id).whole == .small)
        }
    }
}
