import Testing

@testable import Kollegium

@Suite struct NavigationTests {
    private func sign(_ id: String, _ name: String) -> Signposts.Sign {
        Signposts.Sign(publicID: id, words: Sentence(sv: name, en: name))
    }

    private func words(_ role: Role, _ signposts: Signposts, at path: String = "/", trail: [Link] = [])
        -> [String]
    {
        var reach = AccessSetting.reach(role)
        reach.signposts = signposts
        return Navigation.places(reach, at: path, under: trail, .sv).map { ($0.isHere ? "*" : "") + $0.words }
    }

    @Test func `the menu leads to what the hat leads to, by name`() {
        let signs = Signposts(
            teams: [sign("t", "Arbetslag 4–9")], schools: [sign("s", "Skola 2")],
            programmes: [sign("p", "CMC")])
        #expect(words(.teacher, signs) == ["*Start", "Arbetslag 4–9", "Enkäter"])
        #expect(words(.supervisor, signs, at: "/teams/t/trust") == ["Start", "*Arbetslag 4–9"])
        #expect(
            words(.schoolLeader, signs, at: "/schools/s") == ["Start", "*Skola 2", "Programmet", "Enkäter"])
        #expect(words(.developmentLeader, signs, at: "/elsewhere") == ["Start", "Skola 2", "Programmet"])
        #expect(
            words(.programmeLeader, signs, at: "/programmes/p/teams/new")
                == ["Start", "Programmet", "*Lag", "Skolor", "Människor", "Läs in"])
        #expect(
            words(.programmeLeader, signs, at: "/teams/x", trail: [Link("Lag", .programme("p", .teams))])
                == ["Start", "Programmet", "*Lag", "Skolor", "Människor", "Läs in"])
        #expect(words(.researcher, signs) == ["*Start", "CMC", "Enkäter"])
        #expect(words(.administrator, signs) == ["*Start", "Konton", "Program"])
        #expect(words(.guest, signs) == ["*Start"])
        #expect(words(.supervisorOfSupervisors, signs) == ["*Start"])
    }

    @Test func `a name that begins alike is not the place`() {
        let signs = Signposts(teams: [sign("t", "A"), sign("tt", "B")])
        #expect(words(.teacher, signs, at: "/teams/tt") == ["Start", "A", "*B", "Enkäter"])
    }

    @Test func `many names do not make a menu`() {
        let signs = Signposts(teams: (1...4).map { sign("t\($0)", "Lag \($0)") })
        #expect(words(.supervisor, signs) == ["*Start"])
    }

    @Test func `who has several programmes chooses among them first`() {
        let signs = Signposts(programmes: [sign("p", "A"), sign("q", "B")])
        #expect(words(.programmeLeader, signs, at: "/programmes/q") == ["Start", "*Program", "Läs in"])
    }
}
