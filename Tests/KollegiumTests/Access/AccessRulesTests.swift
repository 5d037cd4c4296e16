import Testing

@testable import Kollegium

/// What keeps out somebody whose hat leads to the thing, rule by rule.
@Suite struct AccessRulesTests {
    private func decide(
        _ action: Action, _ kind: Thing.Kind, _ place: Kollegium.Place, _ reach: Reach
    ) -> Decision {
        Access.decide(action, Thing(kind, place), by: .person(reach))
    }

    private let colleagues: [Thing.Kind] = [
        .helpRequest, .subgroupNote, .team, .meeting, .agenda, .trustMap, .trustComment, .trustOverride,
        .teamOutcome, .teamContinuity, .teamChange,
    ]

    // MARK: Who sets pay

    @Test(arguments: [Role.teacher, .conversationLeader, .teamLeader, .supervisor])
    func `who leads the team's school is in no room of its, whatever else they are`(_ role: Role) {
        let deputy = AccessSetting.reach(role, leads: [11])
        for kind in colleagues {
            let decision = decide(.read, kind, AccessSetting.place, deputy)
            #expect(decision == .refuse(.setsPay), "\(kind)")
            #expect(decision.isTold)
        }
        #expect(decide(.override, .trustMap, AccessSetting.place, deputy).isAllowed == false)
        #expect(decide(.comment, .trustMap, AccessSetting.place, deputy).isAllowed == false)
        if role != .teacher {
            #expect(decide(.write, .teamCode, AccessSetting.place, deputy) == .refuse(.setsPay))
        }
    }

    @Test func `so it is where a colleague comes from a school that one leads`() {
        let deputy = AccessSetting.reach(.teacher, leads: [99])
        let mixed = AccessSetting.changed(AccessSetting.place) {
            $0.workplaces = [AccessSetting.another: 99, 9: 11]
        }
        #expect(decide(.read, .team, mixed, deputy) == .refuse(.setsPay))
        let notTheirs = AccessSetting.changed(mixed) { $0.workplaces = [AccessSetting.another: 98] }
        #expect(decide(.read, .team, notTheirs, deputy) == .allow(.member))
    }

    @Test func `that one works at the school that one leads keeps nobody out elsewhere`() {
        let deputy = AccessSetting.reach(
            .teacher, leads: [99],
            hats: [Hat(person: AccessSetting.me, role: .teacher), Hat(person: 70, role: .schoolLeader)])
        let own = AccessSetting.changed(AccessSetting.place) {
            $0.workplaces = [AccessSetting.me: 99, 70: 99, AccessSetting.another: 11]
        }
        #expect(decide(.read, .team, own, deputy) == .allow(.member))
    }

    @Test func `supervision is closed to who sets pay, read or written`() {
        let place = AccessSetting.place
        let sos = AccessSetting.reach(.supervisorOfSupervisors, leads: [11])
        #expect(decide(.read, .processReport, place, sos) == .refuse(.setsPay))
        #expect(decide(.comment, .processReport, place, sos) == .refuse(.setsPay))
        let leader = AccessSetting.reach(.programmeLeader, leads: [11])
        #expect(decide(.read, .processReport, place, leader) == .refuse(.setsPay))
        let supervisor = AccessSetting.reach(.supervisor, leads: [11])
        #expect(decide(.write, .processReport, AccessSetting.own, supervisor) == .refuse(.setsPay))
    }

    @Test func `one's own words, a guest's agenda, the airlock and the school stay open to who sets pay`() {
        let deputy = AccessSetting.reach(.teacher, leads: [11])
        #expect(decide(.read, .trustComment, AccessSetting.own, deputy) == .allow(.yourOwn))
        #expect(decide(.withdraw, .trustComment, AccessSetting.own, deputy) == .allow(.yourOwn))
        #expect(decide(.read, .schoolAgreement, AccessSetting.place, deputy) == .allow(.worksAtSchool))
        let head = AccessSetting.reach(.schoolLeader, leads: [11])
        #expect(decide(.read, .agenda, AccessSetting.place, head) == .allow(.guest))
        #expect(decide(.write, .agenda, AccessSetting.place, head).isAllowed == false)
        #expect(decide(.read, .release, AccessSetting.place, head) == .allow(.leadsSchool))
    }

    // MARK: Frozen teams

    @Test func `a team of two shows no level and no count, and releases nothing; of three it does`() {
        let frozen = AccessSetting.changed(AccessSetting.place) { $0.members = 2 }
        let enough = AccessSetting.changed(AccessSetting.place) { $0.members = 3 }
        let teacher = AccessSetting.reach(.conversationLeader)
        for (action, kind) in [
            (Action.read, Thing.Kind.trustMap), (.comment, .trustMap), (.read, .trustOverride),
            (.read, .teamOutcome), (.read, .teamContinuity), (.read, .teamChange), (.propose, .release),
            (.release, .release),
        ] {
            #expect(decide(action, kind, frozen, teacher) == .refuse(.frozen), "\(action) \(kind)")
            #expect(decide(action, kind, frozen, teacher).isTold)
            #expect(decide(action, kind, enough, teacher) == .allow(.member), "\(action) \(kind)")
        }
        let leader = AccessSetting.reach(.programmeLeader)
        for kind in [Thing.Kind.programmeOutcome, .programmeContinuity, .conditions] {
            #expect(decide(.read, kind, frozen, leader) == .refuse(.frozen))
            #expect(decide(.read, kind, enough, leader) == .allow(.leadsProgramme))
        }
        let supervisor = AccessSetting.reach(.supervisor)
        #expect(decide(.override, .trustMap, frozen, supervisor) == .refuse(.frozen))
        #expect(
            decide(.read, .statistics, frozen, AccessSetting.reach(.researcher)) == .refuse(.frozen))
    }

    @Test func `its members still read and take back what was written`() {
        let frozen = AccessSetting.changed(AccessSetting.place) { $0.members = 2 }
        let teacher = AccessSetting.reach(.teacher)
        #expect(decide(.read, .team, frozen, teacher) == .allow(.member))
        #expect(decide(.read, .meeting, frozen, teacher) == .allow(.member))
        #expect(decide(.read, .trustComment, frozen, teacher) == .allow(.member))
        let own = AccessSetting.changed(AccessSetting.own) { $0.members = 0 }
        for kind in [Thing.Kind.trustComment, .trustOverride] {
            #expect(decide(.read, kind, own, teacher) == .allow(.yourOwn))
            #expect(decide(.withdraw, kind, own, teacher) == .allow(.yourOwn))
        }
    }

    @Test func `a team whose members nobody counted is too small, the whole programme is not`() {
        let uncounted = AccessSetting.changed(AccessSetting.place) { $0.members = nil }
        #expect(decide(.read, .trustMap, uncounted, AccessSetting.reach(.teacher)) == .refuse(.frozen))
        let whole = Kollegium.Place(organisation: 31, programmes: [21])
        #expect(
            decide(.read, .programmeOutcome, whole, AccessSetting.reach(.programmeLeader))
                == .allow(.leadsProgramme))
        // A total with other schools in it is not a school leader's.
        #expect(
            decide(.read, .programmeOutcome, whole, AccessSetting.reach(.schoolLeader))
                == .refuse(.notYours))
    }

    // MARK: Imported programmes

    @Test func `an imported programme is read, not written, until it is taken over`() {
        let imported = AccessSetting.changed(AccessSetting.place) { $0.isImported = true }
        let leader = AccessSetting.reach(.programmeLeader)
        for kind in [
            Thing.Kind.phase, .school, .schoolProfile, .teamEntry, .membership, .teamCode, .person,
        ] {
            #expect(decide(.write, kind, imported, leader) == .refuse(.imported), "\(kind)")
            #expect(decide(.read, kind, imported, leader) == .allow(.leadsProgramme), "\(kind)")
        }
        #expect(decide(.write, .programme, imported, leader) == .allow(.leadsProgramme))
        #expect(decide(.write, .invitation, imported, leader) == .allow(.leadsProgramme))
        let supervisor = AccessSetting.reach(.supervisor)
        #expect(decide(.write, .meeting, imported, supervisor) == .refuse(.imported))
        #expect(decide(.comment, .trustMap, imported, supervisor) == .refuse(.imported))
        #expect(decide(.override, .trustMap, imported, supervisor) == .refuse(.imported))
        #expect(decide(.read, .trustMap, imported, supervisor) == .allow(.supervisor))
        let own = AccessSetting.changed(AccessSetting.own) { $0.isImported = true }
        #expect(decide(.withdraw, .trustComment, own, supervisor) == .allow(.yourOwn))
    }

    // MARK: Words, appointments, people who are new

    @Test func `words are their author's after leaving, and nobody else's`() {
        let left = AccessSetting.reach(.guest, teams: [])
        for kind in [Thing.Kind.trustComment, .trustOverride, .helpRequest, .subgroupNote, .processReport] {
            #expect(decide(.read, kind, AccessSetting.own, left) == .allow(.yourOwn), "\(kind)")
            #expect(decide(.withdraw, kind, AccessSetting.own, left) == .allow(.yourOwn), "\(kind)")
            #expect(decide(.withdraw, kind, AccessSetting.place, left).isAllowed == false, "\(kind)")
        }
        #expect(decide(.read, .trustMap, AccessSetting.own, left) == .refuse(.notThisRole))
        #expect(decide(.write, .helpRequest, AccessSetting.own, left) == .refuse(.notThisRole))
    }

    @Test func `nobody takes anything out of a public record`() {
        let record = AccessSetting.changed(AccessSetting.own) { $0.isPublicRecord = true }
        let decision = decide(.withdraw, .release, record, AccessSetting.reach(.teacher))
        #expect(decision == .refuse(.publicRecord) && decision.isTold)
        #expect(decide(.read, .release, record, AccessSetting.reach(.teacher)).isAllowed)
    }

    @Test func `a small group is left with the team`() {
        let left = AccessSetting.reach(.teacher, teams: [2])
        #expect(decide(.read, .subgroupNote, AccessSetting.place, left) == .refuse(.notYours))
        #expect(decide(.read, .helpRequest, AccessSetting.place, left) == .allow(.named))
    }

    @Test func `an administrator appoints others, not themselves, under whichever name`() {
        let me = AccessSetting.me
        let administrator = AccessSetting.reach(
            .administrator,
            hats: [Hat(person: me, role: .administrator), Hat(person: 70, role: .teacher)])
        for person in [me, 70] {
            let own = AccessSetting.place.owned(by: person)
            #expect(decide(.write, .assignment, own, administrator) == .refuse(.ownAppointment))
        }
        #expect(decide(.write, .assignment, AccessSetting.place, administrator) == .allow(.administers))
    }

    @Test func `a new school and a new person are for any programme leader of the house to place`() {
        let new = Kollegium.Place(organisation: 31)
        let elsewhere = Kollegium.Place(organisation: 32)
        let leader = AccessSetting.reach(.programmeLeader)
        for kind in [Thing.Kind.school, .person] {
            #expect(decide(.write, kind, new, leader) == .allow(.unplaced))
            #expect(decide(.read, kind, new, leader) == .allow(.unplaced))
            #expect(decide(.write, kind, elsewhere, leader) == .refuse(.notYours))
            #expect(decide(.write, kind, new, AccessSetting.reach(.administrator)).isAllowed == false)
        }
        #expect(decide(.write, .invitation, new, leader) == .allow(.unplaced))
        #expect(decide(.write, .invitation, elsewhere, leader) == .refuse(.notYours))
        for kind in [Thing.Kind.teamEntry, .membership, .programmeOutcome, .programme] {
            #expect(decide(.read, kind, new, leader).isAllowed == false, "\(kind)")
        }
    }

    @Test func `whoever founds a programme is of the house, and reads nothing of it by that`() {
        let administrator = AccessSetting.reach(.administrator)
        let house = Kollegium.Place(organisation: 31)
        #expect(decide(.found, .programme, house, administrator) == .allow(.founds))
        #expect(decide(.found, .programme, .init(organisation: 32), administrator) == .refuse(.notYours))
        for kind in Thing.Kind.allCases where kind.room != .accounts && kind.room != .mine {
            #expect(decide(.read, kind, AccessSetting.place, administrator).isAllowed == false, "\(kind)")
        }
    }

    // MARK: Reasons

    @Test func `every reason has words in both languages, and they differ`() {
        for reason in Decision.Reason.allCases {
            for text in [reason.sentence.sv, reason.sentence.en] {
                #expect(text.hasSuffix(".") && !text.contains("!"), "\(text)")
            }
        }
        #expect(Set(Decision.Reason.allCases.map(\.sentence.sv)).count == Decision.Reason.allCases.count)
        #expect(Set(Decision.Reason.allCases.map(\.sentence.en)).count == Decision.Reason.allCases.count)
        #expect(Set(Room.allCases.map(\.readers.sv)).count == Room.allCases.count)
    }

    @Test func `who is told why is who would reach it but for that`() {
        let stranger = AccessSetting.reach(.teacher, leads: [12])
        let foreign = AccessSetting.changed(AccessSetting.foreign) {
            $0.members = 1
            $0.isImported = true
        }
        for kind in Thing.Kind.allCases {
            for action in Action.allCases {
                #expect(decide(action, kind, foreign, stranger).isTold == false, "\(action) \(kind)")
            }
        }
    }
}
