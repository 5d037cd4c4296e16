import Storage

/// Holds the rows of a paste against what is there, one after the other, and makes the plan. It only reads.
///
/// A person is known by their address in the organisation; without one by name, in the row's team or at its school.
/// Schools and teams are known by name, or by their id in the study.
struct RosterMatching {
    let db: Session
    let programme: Int64
    let organisation: Int64
    /// The programme's days.
    let days: ClosedRange<Day>
    /// The first day for rows that don't say one.
    let from: Day
    /// The team for rows that name none.
    let team: Int64?
    /// Who pastes, and gives themselves no place in a team.
    let pasting: Set<Int64>

    private(set) var plan = RosterPlan()
    private var schools: [String: [RosterPlan.Ref]] = [:]
    private var schoolOfTeam: [RosterPlan.Ref: RosterPlan.Ref] = [:]
    private var teams: [String: [RosterPlan.Ref]] = [:]
    private var byEmail: [EmailAddress: RosterPlan.Ref] = [:]
    private var byName: [String: [(person: RosterPlan.Ref, school: RosterPlan.Ref?)]] = [:]
    private var planned: [Stay: Day] = [:]
    /// The schools that the sheet itself names with a team, so that it does not matter which row comes first.
    private var schoolsNamed: [String: [String: String]] = [:]

    private struct Stay: Hashable {
        let person: RosterPlan.Ref
        let team: RosterPlan.Ref
        let role: TeamRole
    }

    init(
        _ db: Session, programme: Int64, organisation: Int64, days: ClosedRange<Day>, from: Day, team: Int64?,
        by pasting: Set<Int64>
    ) throws {
        (self.db, self.programme, self.organisation) = (db, programme, organisation)
        (self.days, self.from, self.team, self.pasting) = (days, from, team, pasting)
        for school in try SchoolStore(db: db).choices(of: programme) {
            for word in Set([Self.key(school.name), Self.key(school.code)]) {
                schools[word, default: []].append(.known(school.key))
            }
        }
        for team in try TeamStore(db: db).choices(of: programme) {
            schoolOfTeam[.known(team.key)] = .known(team.school)
            for word in Set([Self.key(team.name), Self.key(team.code)]) {
                teams[word, default: []].append(.known(team.key))
            }
        }
    }

    private static func key(_ name: String) -> String { RosterWords.nameKey(name) }

    /// What will happen with each row, in the order of the sheet.
    ///
    /// Rows with name and address are examined first and those with a name alone last, because each may be about somebody
    /// whom an earlier or later one tells more of.
    mutating func take(_ lines: [RosterLine]) throws -> [RosterPreview.Row] {
        for line in lines where line.mistakes.isEmpty && !line.school.isEmpty && !line.team.isEmpty {
            schoolsNamed[Self.key(line.team), default: [:]][Self.key(line.school)] = line.school
        }
        var rows: [RosterPreview.Row] = []
        for order in 0...2 {
            for line in lines where (line.email == nil ? 2 : line.name.isEmpty ? 1 : 0) == order {
                rows.append(try take(line))
            }
        }
        return rows.sorted { $0.line < $1.line }
    }

    // MARK: One row

    /// What will happen with the row. A row with a mistake leaves the plan as it was: what it adds is kept aside until all
    /// of it makes sense.
    private mutating func take(_ line: RosterLine) throws -> RosterPreview.Row {
        var row = RowInHand()
        do {
            guard line.mistakes.isEmpty else { throw Mistake(line.mistakes) }
            let school = try school(schoolName(line), &row)
            let team = try team(line, school, &row)
            if line.isPerson {
                let home = school ?? team.flatMap { schoolOfTeam[$0] }
                let person = try person(line, home, team, &row)
                if let team { try begin(line, person, team, &row) }
            }
        } catch let mistake as Mistake {
            return preview(line, RowInHand(), mistake.sentences)
        }
        for addition in row.additions { addition(&self) }
        if row.steps.allSatisfy({ $0 == .knownPerson }) { row.steps.append(.nothingNew) }
        return preview(line, row, [])
    }

    private struct RowInHand {
        var steps: [RosterPreview.Step] = []
        var warnings: [Sentence] = []
        var additions: [(inout RosterMatching) -> Void] = []
    }

    private struct Mistake: Error {
        let sentences: [Sentence]
        init(_ sentences: [Sentence]) { self.sentences = sentences }
        init(_ sentence: Sentence) { sentences = [sentence] }
    }

    private func preview(_ line: RosterLine, _ row: RowInHand, _ mistakes: [Sentence]) -> RosterPreview.Row {
        let isStay = line.isPerson && (!line.team.isEmpty || team != nil)
        return RosterPreview.Row(
            line: line.number, name: line.name, email: line.email?.text ?? "", school: line.school,
            team: line.team, role: isStay ? line.role : nil, from: isStay ? line.from ?? from : nil,
            steps: row.steps, mistakes: mistakes, warnings: row.warnings)
    }

    /// The school that the row names, or the only one that another row names with its team.
    private func schoolName(_ line: RosterLine) throws -> String {
        guard line.school.isEmpty, let named = schoolsNamed[Self.key(line.team)] else { return line.school }
        let known = Set((teams[Self.key(line.team)] ?? []).compactMap { schoolOfTeam[$0] })
        let others = named.filter { school, _ in schools[school].map { known.isDisjoint(with: $0) } ?? true }
        guard known.count + others.count < 2 else { throw Mistake(.severalTeams(line.team)) }
        return others.first?.value ?? ""
    }

    private func school(_ name: String, _ row: inout RowInHand) throws -> RosterPlan.Ref? {
        guard !name.isEmpty else { return nil }
        let found = schools[Self.key(name)] ?? []
        guard found.count < 2 else { throw Mistake(.severalSchools(name)) }
        if let found = found.first { return found }
        let new = RosterPlan.Ref.new(plan.schools.count)
        row.steps.append(.newSchool)
        row.additions.append { matching in
            matching.plan.schools.append(name)
            matching.schools[Self.key(name)] = [new]
        }
        return new
    }

    private func team(
        _ line: RosterLine, _ school: RosterPlan.Ref?, _ row: inout RowInHand
    ) throws -> RosterPlan.Ref? {
        guard !line.team.isEmpty else { return line.isPerson ? team.map { .known($0) } : nil }
        let namesakes = teams[Self.key(line.team)] ?? []
        let found = namesakes.filter { school == nil || schoolOfTeam[$0] == school }
        guard found.count < 2 else { throw Mistake(.severalTeams(line.team)) }
        if let found = found.first { return found }
        guard let school else { throw Mistake(.newTeamWithoutSchool(line.team)) }
        let new = RosterPlan.Ref.new(plan.teams.count)
        row.steps.append(.newTeam)
        row.additions.append { matching in
            matching.plan.teams.append(
                .init(name: line.team, school: school, grades: line.grades, pupils: line.pupils))
            matching.teams[Self.key(line.team), default: []].append(new)
            matching.schoolOfTeam[new] = school
        }
        return new
    }

    // MARK: Who it is

    private func person(
        _ line: RosterLine, _ school: RosterPlan.Ref?, _ team: RosterPlan.Ref?, _ row: inout RowInHand
    ) throws -> RosterPlan.Ref {
        if let known = try known(line, school, team, &row) {
            row.steps.append(.knownPerson)
            return known
        }
        guard !line.name.isEmpty else { throw Mistake(.nameOfNewPerson) }
        if byName[Self.key(line.name)] != nil { row.warnings.append(.nameTwice(line.name)) }
        if line.email == nil { row.warnings.append(.addressMissing) }
        let new = RosterPlan.Ref.new(plan.people.count)
        row.steps.append(.newPerson)
        row.additions.append { matching in
            matching.plan.people.append(.init(name: line.name, email: line.email, school: school))
            matching.remember(new, line, school)
        }
        return new
    }

    private func known(
        _ line: RosterLine, _ school: RosterPlan.Ref?, _ team: RosterPlan.Ref?, _ row: inout RowInHand
    ) throws -> RosterPlan.Ref? {
        guard let email = line.email else { return try known(byNameOf: line, school, team, &row) }
        if let earlier = byEmail[email] {
            if case .new(let place) = earlier, !line.name.isEmpty,
                Self.key(plan.people[place].name) != Self.key(line.name)
            {
                row.warnings.append(.otherName)
            }
            return earlier
        }
        let people = try PersonStore(db: db).people(with: email, in: organisation, programme: programme)
        let here = people.filter(\.isHere)
        guard here.count < 2, !here.isEmpty || people.count < 2 else { throw Mistake(.severalAddressees) }
        guard let person = here.first ?? people.first else { return nil }
        if !line.name.isEmpty, person.name.map(Self.key) != Self.key(line.name) {
            row.warnings.append(.otherName)
        }
        row.additions.append { $0.remember(.known(person.key), line, school) }
        return .known(person.key)
    }

    private func known(
        byNameOf line: RosterLine, _ school: RosterPlan.Ref?, _ team: RosterPlan.Ref?, _ row: inout RowInHand
    ) throws -> RosterPlan.Ref? {
        if let earlier = byName[Self.key(line.name)]?.first(where: { $0.school == school }) {
            row.warnings.append(.sameNameIsOne(line.name))
            return earlier.person
        }
        let people = try PersonStore(db: db).people(named: line.name, in: organisation, programme: programme)
            .filter(\.isHere)
        var found: [PersonStore.Known] = []
        if case .known(let team)? = team {
            found = try people.filter { try TeamStore(db: db).hasEver($0.key, beenIn: team) }
        }
        if found.isEmpty {
            found = people.filter { person in person.school.map { RosterPlan.Ref.known($0) } == school }
        }
        guard !found.isEmpty else { return nil }
        // Of several namesakes, a row without an address is the one who has none.
        if found.count > 1 { found = found.filter { !$0.hasAddress } }
        guard found.count == 1, let person = found.first else { throw Mistake(.severalNamesakes(line.name)) }
        row.additions.append { $0.remember(.known(person.key), line, school) }
        return .known(person.key)
    }

    private mutating func remember(_ person: RosterPlan.Ref, _ line: RosterLine, _ school: RosterPlan.Ref?) {
        if let email = line.email { byEmail[email] = person }
        if !line.name.isEmpty { byName[Self.key(line.name), default: []].append((person, school)) }
    }

    // MARK: The membership

    private func begin(
        _ line: RosterLine, _ person: RosterPlan.Ref, _ team: RosterPlan.Ref, _ row: inout RowInHand
    ) throws {
        let first = line.from ?? from
        guard days.contains(first) else { throw Mistake(.outsideProgramme(days)) }
        let stay = Stay(person: person, team: team, role: line.role)
        if let earlier = planned[stay] {
            if earlier != first { row.warnings.append(.memberSince(earlier)) }
            return
        }
        if case (.known(let person), .known(let team)) = (person, team) {
            let stays = try TeamStore(db: db).stays(of: person, in: team, line.role)
            if let stay = stays.first(where: { $0.to.map { $0 > first } ?? true }) {
                if stay.from != first, line.from != nil { row.warnings.append(.memberSince(stay.from)) }
                return
            }
        }
        if case .known(let key) = person, pasting.contains(key) { throw Mistake(.pastesThemselves) }
        row.steps.append(.newMembership)
        row.additions.append { matching in
            matching.planned[stay] = first
            matching.plan.memberships.append(.init(person: person, team: team, role: line.role, from: first))
        }
    }
}
