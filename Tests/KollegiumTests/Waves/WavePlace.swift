import Foundation
import Storage
import Support
import Synchronization
import Testing

@testable import Kollegium

/// A programme of two teams with a questionnaire of three parts, at a time that the test moves on.
struct WavePlace: Sendable {
    let work: Workplace
    let small: Workplace.Small
    let clock = SteppingClock()

    var act: Act { Act(person: work.eva, now: clock.now, today: clock.today) }

    /// A site over the same database, as each process has its own.
    func site(_ database: Database? = nil) throws -> Site {
        let clock = clock
        return try Site(
            database: database ?? work.database, clock: WallClock { clock.now },
            settings: Settings([
                SettingKey.port.variable: "80", SettingKey.logLevel.variable: "critical",
                SettingKey.publicURL.variable: "https://kollegium.example",
            ]), folder: work.place.folder, passwords: PasswordHashing(concurrency: 1, cost: Door.cheap))
    }

    func turn() async throws { try await WaveClock(site: site()).turn() }

    func wave(_ id: String) async throws -> Wave {
        try #require(try await work.read { try WaveStore(db: $0).wave(id) })
    }

    /// Plans a wave of a part. - Returns: its public id.
    func plan(_ part: String = "start", _ opens: String = "", _ lastDay: String = "") async throws -> String {
        let (act, programme) = (act, small.key)
        return try await work.database.write { db in
            let store = WaveStore(db: db)
            let value = try store.withoutWave(of: programme).first { $0.name.code == part }?.value
            return try store.plan(
                value ?? part, WaveDays(opens: opens, lastDay: lastDay), in: programme, by: act)
        }
    }

    func open(_ id: String) async throws {
        let act = act
        try await work.write { db in
            let store = WaveStore(db: db)
            try store.open(
                try #require(try store.wave(id)), by: .person(act.person), now: act.now, today: act.today)
        }
    }

    func close(_ id: String) async throws {
        let act = act
        try await work.write { db in
            let store = WaveStore(db: db)
            try store.close(
                try #require(try store.wave(id)), by: .person(act.person), now: act.now, today: act.today)
        }
    }

    /// Teachers of a team since the programme's first day, each with an account.
    @discardableResult
    func teachers(_ count: Int, in team: Int, from: String = "2013-08-19", named: String = "teacher")
        async throws -> [Int64]
    {
        let (teamKey, programme) = (small.teams[team], small.key)
        return try await work.database.write { db in
            try (0..<count).map { number in
                let name = "\(named)-\(team)-\(number)"
                let organisation = try ProgrammeStore(db: db).organisation()
                let email = try #require(EmailAddress("\(name)@example.org"))
                let person = try PersonStore(db: db).insert(
                    PersonDraft.Values(name: name, email: email, school: nil), programme: programme,
                    organisation: organisation)
                let day = try #require(Day(from))
                _ = try TeamStore(db: db).insert(
                    MembershipDraft.Values(person: person, role: .teacher, from: day), in: teamKey,
                    programme: programme)
                let account = try AccountStore(db: db).insert(email, language: .sv, now: 0)
                try AccountStore(db: db).link(person, to: account.id)
                return person
            }
        }
    }

    /// Answers and hands in, as the person's page does.
    func handIn(_ id: String, _ person: Int64, isDone: Bool = true) async throws {
        let today = clock.today
        try await work.write { db in
            let asking = try WaveStore(db: db).asking(person, on: today).first { $0.wave.publicID == id }
            let (wave, team) = (try #require(asking).wave, try #require(asking).team)
            let hand = SheetStore.Hand(person: person, team: team, today: today)
            let store = SheetStore(db: db)
            let question = try #require(
                try QuestionnaireStore(db: db).asked(wave.part).questions.first { $0.type == .rating })
            _ = try store.save(
                [.init(question: question, value: .step(4), basis: AnswerValue?.none.basis)], to: wave,
                by: hand, own: try store.own(person, questionnaire: wave.questionnaire))
            guard isDone else { return }
            try store.handIn(
                wave, by: hand, own: try store.own(person, questionnaire: wave.questionnaire))
        }
    }

    func consent(_ person: Int64, _ answer: String, _ purpose: String = "evaluation", at: Int64) async throws
    {
        let programme = small.key
        try await work.write { db in
            let study = try #require(try StudyStore(db: db).study(ofProgramme: programme)).key
            try db.execute(
                "INSERT INTO consents (study_id, person_id, purpose, answer, at) VALUES (?, ?, ?, ?, ?)",
                study, person, purpose, answer, at)
        }
    }

    func texts(_ sql: String) async throws -> [String] {
        try await work.database.read { db in try db.all(sql) { $0.textIfAny(0) ?? "null" } }
    }

    func number(_ sql: String) async throws -> Int {
        try await work.database.read { db in try db.one(sql) { try $0.integer(0) } ?? -1 }
    }
}

/// Stands still until the test lets time pass.
final class SteppingClock: Sendable {
    /// Tuesday 3 September 2013, ten in the morning.
    private let milliseconds = Atomic<Int64>(1_378_195_200_000)
    var now: Int64 { milliseconds.load(ordering: .relaxed) }
    var today: Day { Day(number: Int((now + 7_200_000) / 86_400_000))! }
    func pass(days: Int) { milliseconds.add(Int64(days) * 86_400_000, ordering: .relaxed) }
    func pass(hours: Int) { milliseconds.add(Int64(hours) * 3_600_000, ordering: .relaxed) }
}

func withWaves<T: Sendable>(
    _ engine: TestEngine, asks: Wave.Asked = .members, _ body: @Sendable (WavePlace) async throws -> T
) async throws -> T {
    try await withWorkplace(engine) { work in
        let small = try await work.programme()
        try await work.write { db in
            _ = try QuestionnaireStore(db: db).insert(.trust, programme: small.key, importing: nil)
            try db.execute("UPDATE questionnaires SET asks = ?", asks.rawValue)
        }
        return try await body(WavePlace(work: work, small: small))
    }
}

extension Questionnaire {
    static let facets = ["benevolence", "reliability", "competence", "honesty", "openness"]

    /// Thirty questions about trust in each of three parts, and one in words.
    static let trust: Questionnaire = {
        let forms = ["process", "collegial", "collective"]
        let ratings = forms.flatMap { form in
            facets.flatMap { facet in
                (1...2).map { number in
                    Item(
                        code: "\(form)-\(facet)-\(number)", type: .rating, scale: "agreement", area: nil,
                        form: form, facet: facet, label: Title(sv: "Fråga", en: "Question"), looksBack: true,
                        extra: nil)
                }
            }
        }
        let words = Item(
            code: "words", type: .text, scale: nil, area: nil, form: nil, facet: nil,
            label: Title(sv: "Med egna ord", en: "In your own words"), looksBack: false, extra: nil)
        let steps = (1...5).map { Scale.Step(value: nil, label: Title(sv: "\($0)", en: "\($0)")) }
        return Questionnaire(
            code: "teacher", version: 1, title: Title(sv: "Lärarenkäten", en: "The teacher questionnaire"),
            audience: "teacher",
            scales: [Scale(code: "agreement", steps: steps, optOut: Title(sv: nil, en: nil), extra: nil)],
            areas: [],
            parts: ["start", "middle", "end"].enumerated().map { place, code in
                Part(
                    code: code, wave: place + 1,
                    title: Title(sv: "Del \(place + 1)", en: "Part \(place + 1)"),
                    opens: nil, items: ratings + [words], extra: nil)
            }, extra: nil)
    }()
}
