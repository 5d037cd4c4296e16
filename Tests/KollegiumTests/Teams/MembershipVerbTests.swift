import Storage
import Support
import Testing

@testable import Kollegium

/// Schools, teams and people that are made by hand, and who is in which team when.
@Suite struct MembershipVerbTests {
    @Test(arguments: TestEngine.allCases)
    func `all mistakes are told at once, and nothing is kept`(_ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            _ = try await work.person("Anna", "anna@example.org", in: small.key)
            let before = try await work.place.dump()
            let school = try await work.refusals { db, act in
                var draft = SchoolDraft(
                    name: "", municipality: "a\nb", pupils: "-1", foreignBackground: "101")
                draft.meritValue = "fel"
                _ = try SchoolStore(db: db).add(draft, to: small.key, by: act)
            }
            #expect(
                Set(school.keys) == ["name", "municipality", "pupils", "foreignBackground", "meritValue"])
            let namesake = try await work.refusals {
                _ = try SchoolStore(db: $0).add(SchoolDraft(name: " björkskolan "), to: small.key, by: $1)
            }
            #expect(Set(namesake.keys) == ["name"])
            let team = try await work.refusals {
                _ = try TeamStore(db: $0).add(TeamDraft(school: "x", pupils: "många"), to: small.key, by: $1)
            }
            #expect(Set(team.keys) == ["school", "name", "pupils"])
            let person = try await work.refusals {
                _ = try PersonStore(db: $0).add(
                    PersonDraft(name: "Bo 560102-1234", email: "bo", school: "x"), to: small.key, by: $1)
            }
            #expect(Set(person.keys) == ["name", "email", "school"])
            #expect(person["name"]?.contains("560102") == false)
            let known = try await work.refusals {
                _ = try PersonStore(db: $0).add(
                    PersonDraft(name: "Bo", email: "ANNA@example.org"), to: small.key, by: $1)
            }
            #expect(Set(known.keys) == ["email"])
            let membership = try await work.refusals {
                try TeamStore(db: $0).begin(
                    MembershipDraft(person: "x", role: "elev", from: "1/1 2012"), in: small.teams[0], by: $1)
            }
            #expect(Set(membership.keys) == ["person", "role", "from"])
            #expect(try await work.place.dump() == before)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a school's profile comes back as it was typed and can be mended`(_ engine: TestEngine) async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let opened = try #require(
                try await work.read { try SchoolStore(db: $0).draft(of: small.schools[0], in: small.key) })
            var draft = opened
            draft.foreignBackground = "12.5"
            draft.pupils = "366"
            draft.meritValue = "227"
            let typed = draft
            #expect(
                try await work.refusals {
                    try SchoolStore(db: $0).edit(small.schools[0], in: small.key, typed, by: $1)
                } == [:])
            let again = try await work.read {
                try SchoolStore(db: $0).draft(of: small.schools[0], in: small.key)
            }
            #expect(
                again?.foreignBackground == "12,5" && again?.pupils == "366" && again?.meritValue == "227")
            let late = try await work.refusals {
                try SchoolStore(db: $0).edit(small.schools[0], in: small.key, typed, by: $1)
            }
            #expect(late[""] != nil)
            let exported = try await work.place.exported(small.code)
            #expect(exported["schools.csv"].contains("bjorkskolan,Björkskolan,,,366,12.5,,,227"))
            let found = try await work.read {
                try SchoolStore(db: $0).schools(of: small.key, search: "EKSK").rows.map(\.name)
            }
            #expect(found == ["Ekskolan"])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `who is in a team follows from first and last days`(_ engine: TestEngine) async throws {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let team = small.teams[0]
            let anna = try await work.person("Anna", "anna@example.org", in: small.key)
            let act = work.act
            let key = try await work.write { db in
                let teams = TeamStore(db: db)
                let key = try teams.begin(
                    MembershipDraft(person: anna.id, from: "2013-08-19"), in: team, by: act)
                // Asked for twice, and for a day within, is once.
                #expect(
                    try teams.begin(MembershipDraft(person: anna.id, from: "2013-08-19"), in: team, by: act)
                        == key)
                #expect(
                    try teams.begin(MembershipDraft(person: anna.id, from: "2014-01-08"), in: team, by: act)
                        == key)
                return key
            }
            let early = try await work.refusals {
                try TeamStore(db: $0).end(
                    key, MembershipEnding(lastDay: "2013-08-18", reason: "other"), by: $1)
            }
            #expect(Set(early.keys) == ["lastDay", "ownWords"])
            try await work.write { db in
                let ending = MembershipEnding(lastDay: "2013-09-03", reason: "parental-leave")
                try TeamStore(db: db).end(key, ending, by: act)
                try TeamStore(db: db).end(key, ending, by: act)
                try TeamStore(db: db).begin(
                    MembershipDraft(person: anna.id, from: "2014-08-18"), in: team, by: act)
            }
            // The last day is still a day in the team, the next is not.
            let (last, after) = try await work.read { db in
                let day = Day(year: 2013, month: 9, day: 4)!
                return (
                    try TeamStore(db: db).members(of: team, today: act.today),
                    try TeamStore(db: db).members(of: team, today: day)
                )
            }
            #expect(last.today.map(\.name) == ["Anna"] && last.former.isEmpty && last.coming.count == 1)
            #expect(after.today.isEmpty && after.former.map(\.lastDay) == [act.today])
            #expect(LeavingReason.words(after.former[0].reason ?? "").sv == "föräldraledig")
            // Neither end may run into the other stay.
            let over = try await work.refusals {
                try TeamStore(db: $0).end(key, MembershipEnding(lastDay: "2014-08-18"), by: $1)
            }
            #expect(Set(over.keys) == ["lastDay"])
            let between = try await work.refusals {
                try TeamStore(db: $0).begin(
                    MembershipDraft(person: anna.id, from: "2014-01-08"), in: team, by: $1)
            }
            #expect(Set(between.keys) == ["from"])
            let noted = try await work.place.witness(
                "SELECT verb FROM activity WHERE thing = 'membership' ORDER BY id")
            #expect(noted == ["began", "ended", "began"])
            #expect(try await work.place.kollegium("check").output == "All is well.\n")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `a change of role closes one and opens the other on the same day`(_ engine: TestEngine) async throws
    {
        try await withWorkplace(engine) { work in
            let small = try await work.programme()
            let anna = try await work.person("Anna", "anna@example.org", in: small.key)
            let act = work.act
            let key = try await work.write { db in
                try TeamStore(db: db).begin(
                    MembershipDraft(person: anna.id, from: "2013-08-19"), in: small.teams[0], by: act)
            }
            let first = try await work.refusals {
                try TeamStore(db: $0).changeRole(key, to: "school-leader", from: "2013-08-19", by: $1)
            }
            #expect(Set(first.keys) == ["from"])
            try await work.write { db in
                try TeamStore(db: db).changeRole(key, to: "school-leader", from: "3/9 2013", by: act)
            }
            let places = try await work.read { try TeamStore(db: $0).places(of: anna.key) }
            #expect(places.map(\.role) == [.schoolLeader, .teacher])
            #expect(places[0].from == act.today && places[1].to == act.today)
            #expect(places[1].reason == "changed-role")
        }
    }
}
