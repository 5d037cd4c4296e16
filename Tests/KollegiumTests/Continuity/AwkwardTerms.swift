/// A study in which nothing falls together: terms that overlap, leave days out or lie outside the study,
/// people in two roles or away for a while, and teams of which little is known.
enum AwkwardTerms {
    static let bundle = TestBundle.small.changed { bundle in
        for file in ["responses.csv", "evidence.csv"] { bundle.files[file] = nil }
        bundle["study.yaml"] = study
        bundle["teams.csv"] = csvText(
            ["id", "school", "name"],
            ["t2", "T1", "å", "t10"].map { [$0, "s1", "Lag \($0)"] })
        bundle["people.csv"] = csvText(
            ["id", "name"],
            ["anna", "bo", "cecilia", "david", "elin", "fatima", "gustav", "hanna", "ivar"].map { [$0, $0] })
        bundle["memberships.csv"] = "team,person,role,from,to\n" + memberships
        bundle["meetings.csv"] = "id,team,kind,starts,planned_minutes,status\n" + meetings
        bundle["attendance.csv"] = "meeting,person,status\n" + attendance
        bundle["events.csv"] = "team,date,kind,detail\n" + events
    }

    private static let study = """
        format: kollegium-study/1
        id: awkward
        title: Besvärliga terminer
        starts: 2013-09-01
        ends: 2014-05-31
        terms:
          - {id: spring, from: 2014-01-10, to: 2014-06-10}
          - {id: autumn, from: 2013-08-19, to: 2013-12-20}
          - {id: after, from: 2014-06-01, to: 2014-06-30}
          - {id: before, from: 2013-01-01, to: 2013-08-31}
          - {id: last day, from: 2014-05-31, to: 2014-05-31}
          - {id: late, from: 2014-05-01, to: 2014-08-31}

        """

    private static let memberships = """
        t2,anna,teacher,2013-08-19,
        t2,anna,conversation-leader,2013-10-01,
        t2,bo,teacher,2013-08-19,2013-09-01
        t2,cecilia,teacher,2013-09-01,2013-11-01
        t2,cecilia,teacher,2013-12-20,2014-05-31
        t2,david,team-leader,2013-10-01,2013-10-02
        t2,elin,teacher,2013-12-20,
        t2,fatima,teacher,2013-09-01,2013-12-20
        t2,gustav,supervisor,2013-08-19,
        t2,hanna,school-leader,2013-08-19,2013-11-01
        t2,ivar,teacher,2014-06-01,
        T1,gustav,supervisor,2013-08-19,
        T1,hanna,school-leader,2013-08-19,
        T1,ivar,teacher,2014-06-01,
        t10,bo,teacher,2013-09-02,2013-11-30
        å,ivar,teacher,2014-01-10,

        """

    private static let meetings = """
        m01,t2,training,2013-08-20,60,held
        m02,t2,supervision,2013-12-20T19:30,90,held
        m03,t2,supervision,2013-12-20T23:59:59,30,held
        m04,t2,supervision,2013-12-21T00:00,30,held
        m05,t2,supervision,2013-10-01T14:30,120,cancelled
        m06,t2,supervision,2013-10-15T14:30,120,planned
        m07,t2,supervision,2014-01-09T23:30Z,45,held
        m08,t2,leader-dialogue,2014-06-10T08:00,45,held
        m09,t2,supervision,2014-05-02T14:00,45,held
        m10,t2,supervision,2014-05-02T08:00,45,held
        m11,T1,supervision,2013-10-01T14:30,60,held
        m12,å,supervision,2014-03-03T14:30,60,held

        """

    private static let attendance = """
        m01,anna,present
        m01,gustav,present
        m01,bo,absent
        m02,anna,present
        m02,cecilia,excused
        m05,anna,present
        m06,anna,absent
        m07,anna,present
        m07,elin,present
        m07,cecilia,absent
        m08,anna,present
        m09,cecilia,excused
        m10,anna,absent
        m11,gustav,present
        m12,ivar,excused

        """

    private static let events = """
        t2,2013-12-20,practice-shown,anna
        t2,2013-08-01,practice-shown,fatima
        t2,2014-02-01,practice-shown,anna
        t2,2014-06-05,practice-shown,elin
        t2,2014-09-01,practice-shown,bo
        t2,2013-08-19,leader-feedback,
        t2,2013-12-20,leader-feedback,
        t2,2013-12-20,leader-feedback,
        t2,2013-12-21,leader-feedback,
        t2,2014-05-31,leader-feedback,muntligt
        t2,2014-05-30,note,leader-feedback
        t10,2013-11-30,programme-ended,

        """
}
