import Testing

@testable import Kollegium

/// Every role, every action, every kind of thing.
@Suite struct AccessMatrixTests {
    private func expect(
        _ table: String, in place: Kollegium.Place, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for (row, cells) in AccessMatrix.cells(table) {
            let kind = try #require(Thing.Kind(rawValue: row), "\(row)", sourceLocation: sourceLocation)
            for (column, letters) in cells {
                let actor = try #require(
                    AccessSetting.actor(column), "\(column)", sourceLocation: sourceLocation)
                let found = AccessSetting.letters(kind, place, by: actor)
                #expect(
                    found == letters, "\(column), \(kind): \(String(found.sorted()))",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test func `the matrix has a row for each kind, a column for each role, a letter for each action`() {
        #expect(Set(AccessMatrix.cells(AccessMatrix.others).keys) == Set(Thing.Kind.allCases.map(\.rawValue)))
        #expect(
            Set(AccessMatrix.columns)
                == Set(Role.allCases.map(\.rawValue)).union(["operator", "clock", "nobody"]))
        #expect(Set(AccessMatrix.letters.keys) == Set(Action.allCases))
        #expect(Set(AccessMatrix.letters.values).count == Action.allCases.count)
    }

    @Test func `in one's own place one may do with others' things what the matrix says`() throws {
        try expect(AccessMatrix.others, in: AccessSetting.place)
    }

    @Test func `with one's own things one may do what the matrix says, and elsewise no more`() throws {
        try expect(AccessMatrix.own, in: AccessSetting.own)
        let own = AccessMatrix.cells(AccessMatrix.own)
        for kind in Thing.Kind.allCases where own[kind.rawValue] == nil {
            for column in AccessMatrix.columns {
                let actor = try #require(AccessSetting.actor(column))
                #expect(
                    AccessSetting.letters(kind, AccessSetting.own, by: actor)
                        == AccessSetting.letters(kind, AccessSetting.place, by: actor), "\(column), \(kind)")
            }
        }
    }

    @Test func `before it is released and without a yes one may do what the matrix says`() throws {
        try expect(AccessMatrix.unreleased, in: AccessSetting.unreleased)
        let unreleased = AccessMatrix.cells(AccessMatrix.unreleased)
        for kind in Thing.Kind.allCases where unreleased[kind.rawValue] == nil {
            for column in AccessMatrix.columns {
                let actor = try #require(AccessSetting.actor(column))
                #expect(
                    AccessSetting.letters(kind, AccessSetting.unreleased, by: actor)
                        == AccessSetting.letters(kind, AccessSetting.place, by: actor), "\(column), \(kind)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `in a foreign place nobody may do anything, and is not told why`(_ role: Role) {
        for kind in Thing.Kind.allCases {
            for action in Action.allCases {
                let decision = Access.decide(
                    action, Thing(kind, AccessSetting.foreign), by: .person(AccessSetting.reach(role)))
                #expect(!decision.isAllowed && !decision.isTold, "\(action) \(kind): \(decision.because)")
            }
        }
    }

    /// A place of which one thing is foreign: enough of it must be for each kind.
    @Test func `a member of another team, a leader of another school, of another programme stay out`() {
        let team = AccessSetting.changed(AccessSetting.place) { $0.team = 2 }
        for role in [Role.teacher, .conversationLeader, .teamLeader, .supervisor] {
            for kind in Thing.Kind.allCases where [.team, .supervision, .smallGroup].contains(kind.room) {
                let letters = AccessSetting.letters(kind, team, by: .person(AccessSetting.reach(role)))
                #expect(letters.isEmpty, "\(role) \(kind)")
            }
        }
        let school = AccessSetting.changed(AccessSetting.place) { $0.school = 12 }
        let programme = AccessSetting.changed(AccessSetting.place) { $0.programmes = [22] }
        for kind in Thing.Kind.allCases where kind != .agenda {
            for role in [Role.schoolLeader, .developmentLeader] {
                // The programme as such is the same for all schools that take part.
                guard kind != .programme, kind != .phase else { continue }
                let letters = AccessSetting.letters(kind, school, by: .person(AccessSetting.reach(role)))
                #expect(letters.isEmpty, "\(role) \(kind)")
            }
            for role in [Role.programmeLeader, .researcher, .supervisorOfSupervisors] {
                guard kind.room != .pair, kind.room != .smallGroup else { continue }
                let letters = AccessSetting.letters(kind, programme, by: .person(AccessSetting.reach(role)))
                #expect(letters.subtracting("F").isEmpty, "\(role) \(kind)")
            }
        }
    }

    @Test func `no kind lets through more than its room, but for what is named`() throws {
        let rooms = AccessMatrix.cells(AccessMatrix.rooms)
        let beyond = AccessMatrix.cells(AccessMatrix.beyond)
        for kind in Thing.Kind.allCases {
            for column in AccessMatrix.columns {
                let actor = try #require(AccessSetting.actor(column))
                let place = kind.room == .mine ? AccessSetting.own : AccessSetting.place
                let found = AccessSetting.letters(kind, place, by: actor).intersection("RW")
                let room = rooms[kind.room.rawValue]?[column] ?? []
                let more = beyond[kind.rawValue]?[column] ?? []
                #expect(found.isSubset(of: room.union(more)), "\(column), \(kind): \(found)")
                #expect(more.isSubset(of: found), "\(column), \(kind): not needed")
            }
        }
    }

    @Test func `every cell of the table of rooms is there in some kind of thing`() throws {
        for (room, cells) in AccessMatrix.cells(AccessMatrix.rooms) {
            let room = try #require(Room(rawValue: room))
            for (column, letters) in cells {
                let actor = try #require(AccessSetting.actor(column))
                var found: Set<Character> = []
                for kind in Thing.Kind.allCases where kind.room == room {
                    for place in [AccessSetting.place, AccessSetting.own] {
                        guard kind.isWords == false || place != AccessSetting.own || letters.contains("W")
                        else { continue }
                        found.formUnion(AccessSetting.letters(kind, place, by: actor))
                    }
                }
                #expect(letters.isSubset(of: found), "\(column), \(room): \(found)")
            }
        }
    }

    @Test func `what cannot be done with a kind at all is refused to everyone`() throws {
        for kind in Thing.Kind.allCases {
            for action in Action.allCases where !kind.actions.contains(action) {
                for column in AccessMatrix.columns {
                    let actor = try #require(AccessSetting.actor(column))
                    let decision = Access.decide(action, Thing(kind, AccessSetting.own), by: actor)
                    #expect(decision == .refuse(.nothingToDo), "\(column) \(action) \(kind)")
                }
            }
        }
    }
}
