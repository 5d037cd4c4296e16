// One list each, by hat. The property test holds each against what `Access.decide` says of every row.
extension Scope {
    /// Programmes that may be read, in a statement that calls them `g`.
    static func programmes(_ reach: Reach) -> Scope {
        switch reach.hat.role {
        case .programmeLeader, .schoolLeader, .developmentLeader: Scope("g.id", in: reach.programmes)
        case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors, .researcher,
            .guest, .administrator:
            .nothing
        }
    }

    /// Programmes and schools that somebody can be appointed to, by name only: `g` and `s` of the organisation.
    static func appointments(_ reach: Reach, _ table: Appointment) -> Scope {
        guard reach.hat.role == .administrator else { return .nothing }
        return Scope("\(table.rawValue).organisation_id", in: [reach.organisation])
    }

    enum Appointment: String {
        case programme = "g"
        case school = "s"
    }

    /// Teams as the schedule has them, in a statement that calls them `t`.
    static func teamEntries(_ reach: Reach) -> Scope {
        switch reach.hat.role {
        case .programmeLeader: Scope("t.programme_id", in: reach.programmes)
        case .schoolLeader, .developmentLeader: Scope("t.school_id", in: reach.schools)
        case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors, .researcher,
            .guest, .administrator:
            .nothing
        }
    }

    /// Teams whose room is open, in a statement that calls them `t`.
    static func teamRooms(_ reach: Reach, today: Day) -> Scope {
        switch reach.hat.role {
        case .teacher, .conversationLeader, .teamLeader, .supervisor:
            let teams = Scope("t.id", in: reach.teams)
            return reach.leads.isEmpty ? teams : teams.and(setsPay(reach, today).not)
        case .supervisorOfSupervisors, .schoolLeader, .programmeLeader, .developmentLeader, .researcher,
            .guest, .administrator:
            return .nothing
        }
    }

    /// As `Access.setsPay`: the team's school, or the school that one of the other members comes from.
    private static func setsPay(_ reach: Reach, _ today: Day) -> Scope {
        let day = today.description.value
        let others = Scope("y.person_id", in: Set(reach.hats.map(\.person) + [reach.hat.person])).not
            .and(Scope("x.school_id", in: reach.leads))
            .and(
                Scope(
                    sql: "(y.starts <= ? AND (y.ends IS NULL OR y.ends > ?))", values: [day, day]))
        return Scope("t.school_id", in: reach.leads).or(
            others.exists(
                """
                SELECT count(*) FROM memberships y JOIN people x ON x.id = y.person_id
                WHERE y.team_id = t.id AND x.erased_at IS NULL
                    AND y.role IN ('teacher', 'conversation-leader', 'team-leader')
                """))
    }

    /// Schools, in a statement that calls them `s`.
    static func schools(_ reach: Reach) -> Scope {
        switch reach.hat.role {
        case .programmeLeader:
            return Scope("f.programme_id", in: reach.programmes)
                .exists("SELECT count(*) FROM school_profiles f WHERE f.school_id = s.id")
                .or(
                    Scope("s.organisation_id", in: [reach.organisation])
                        .and(anySchoolProfile("s.id").not))
        case .schoolLeader, .developmentLeader: return Scope("s.id", in: reach.schools)
        case .teacher, .conversationLeader, .teamLeader, .supervisor, .supervisorOfSupervisors, .researcher,
            .guest, .administrator:
            return .nothing
        }
    }

    private static func anySchoolProfile(_ school: String) -> Scope {
        Scope(sql: "(0 < (SELECT count(*) FROM school_profiles f WHERE f.school_id = \(school)))", values: [])
    }

    /// People of the register, in a statement that calls them `p`.
    static func people(_ reach: Reach) -> Scope {
        guard reach.hat.role == .programmeLeader else { return .nothing }
        let inTeams =
            "SELECT count(*) FROM memberships y JOIN teams x ON x.id = y.team_id WHERE y.person_id = p.id"
        let assigned = "SELECT count(*) FROM assignments y WHERE y.person_id = p.id"
        let atSchools = """
            SELECT count(*) FROM assignments y JOIN school_profiles f ON f.school_id = y.school_id
            WHERE y.person_id = p.id
            """
        let fromSchools = "SELECT count(*) FROM school_profiles f WHERE f.school_id = p.school_id"
        let added = """
            SELECT count(*) FROM study_people e JOIN studies t ON t.id = e.study_id WHERE e.person_id = p.id
            """
        let everything = Scope(sql: "(1 = 1)", values: [])
        let own = Scope("x.programme_id", in: reach.programmes).exists(inTeams)
            .or(Scope("y.programme_id", in: reach.programmes).exists(assigned))
            .or(Scope("f.programme_id", in: reach.programmes).exists(atSchools))
            .or(Scope("f.programme_id", in: reach.programmes).exists(fromSchools))
            .or(Scope("t.programme_id", in: reach.programmes).exists(added))
        let placed = everything.exists(inTeams)
            .or(Scope(sql: "(y.programme_id IS NOT NULL)", values: []).exists(assigned))
            .or(everything.exists(atSchools)).or(everything.exists(fromSchools))
            .or(everything.exists(added))
        let unplaced = Scope("p.organisation_id", in: [reach.organisation]).and(placed.not)
        return Scope(sql: "(p.erased_at IS NULL)", values: []).and(own.or(unplaced))
    }

    /// Accounts of people of the organisation, in a statement that calls them `a`.
    static func accounts(_ reach: Reach) -> Scope {
        guard reach.hat.role == .administrator else { return .nothing }
        return Scope("x.organisation_id", in: [reach.organisation]).exists(
            """
            SELECT count(*) FROM account_people y JOIN people x ON x.id = y.person_id WHERE y.account_id = a.id
            """)
    }
}
