import Storage
import Support
import Testing

@testable import Kollegium

extension Web {
    /// The parts of a second questionnaire for teachers, which nobody has answered. The study's own waves are taken away,
    /// so that its are the only ones.
    func addQuestionnaire(_ asks: Wave.Asked = .members) async throws {
        try await site.database.write { db in
            let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
            try db.execute("DELETE FROM waves")
            _ = try QuestionnaireStore(db: db).insert(.followUp, programme: programme, importing: nil)
            try db.execute("UPDATE questionnaires SET asks = ? WHERE code = 'follow-up'", asks.rawValue)
        }
    }

    /// Plans and opens a wave of it. - Returns: its path.
    func openWave(_ part: String = "start", lastDay: String = "2015-06-26") async throws -> String {
        let (now, today) = (site.now, site.today)
        return try await site.database.write { db in
            let programme = try #require(try StudyStore(db: db).studies([.held]).first).programme
            let leader = try #require(
                try db.one("SELECT id FROM people WHERE email = 'programledare@example.org'") {
                    try $0.key(0)
                })
            let store = WaveStore(db: db)
            let value = try store.withoutWave(of: programme).first {
                $0.name.code == part && !$0.isAnswered
            }?.value
            let id = try store.plan(
                value ?? "", WaveDays(lastDay: lastDay), in: programme,
                by: Act(person: leader, now: now, today: today))
            try store.open(
                try #require(try store.wave(id)), by: .person(leader), now: now, today: today)
            return "/waves/\(id)"
        }
    }

    /// As if it had opened some days ago, and so many of a team's members had handed in since.
    func handedIn(_ wave: String, _ counts: KeyValuePairs<String, Int>, on day: String = "2015-06-11")
        async throws
    {
        let id = String(wave.split(separator: "/")[1])
        let counts = Array(counts.map { ($0.key, $0.value) })
        try await site.database.write { db in
            let part = try #require(try WaveStore(db: db).wave(id)).part
            try db.execute("UPDATE parts SET opens = '2015-06-08' WHERE id = ?", part)
            for (team, count) in counts {
                let members = try db.all(
                    """
                    SELECT DISTINCT m.person_id, m.team_id FROM memberships m JOIN teams t ON t.id = m.team_id
                    WHERE t.code = ? AND m.role = 'teacher' AND m.ends IS NULL ORDER BY m.person_id LIMIT ?
                    """, team, count
                ) { (try $0.key(0), try $0.key(1)) }
                try #require(members.count == count)
                for (person, key) in members {
                    try db.execute(
                        """
                        INSERT INTO sheets (part_id, person_id, team_id, state, entry, submitted, counted)
                        VALUES (?, ?, ?, 'handed-in', 'web', ?, 0)
                        """, part, person, key, day)
                }
            }
        }
    }
}

extension Questionnaire {
    static let followUp = Questionnaire(
        code: "follow-up", version: 1, title: Title(sv: "Uppföljningen", en: "The follow-up"),
        audience: "teacher", scales: trust.scales, areas: [], parts: trust.parts, extra: nil)
}
