extension TestBundle {
    /// The smallest study that has something of everything: Anna, Bo, Cecilia, David and Elin in one team, Fatima
    /// in another, one questionnaire in two waves.
    static let small: TestBundle = {
        var bundle = TestBundle()
        bundle["study.yaml"] = """
            format: kollegium-study/1
            id: small
            title: {sv: Liten studie, en: Small study}
            starts: 2013-08-19
            ends: 2014-06-13

            """
        bundle["instruments/teacher.yaml"] = questionnaire
        bundle["schools.csv"] = """
            id,name,municipality,municipality_type,pupils,foreign_background_pct,parents_post_secondary_pct,\
            grade9_passed_all_pct,merit_value
            s1,Ekskolan,,,120,12.5,,,211

            """
        bundle["teams.csv"] = """
            id,school,name,grades,pupils,kind
            t1,s1,Arbetslag 4–6,4-6,55,
            t2,s1,Arbetslag 7–9,7-9,60,

            """
        bundle["people.csv"] = """
            id,name,email,school
            anna,Anna,anna@example.org,s1
            bo,Bo,,s1
            cecilia,Cecilia,,s1
            david,David,,s1
            elin,Elin,,s1
            fatima,Fatima,,s1

            """
        bundle["memberships.csv"] = """
            team,person,role,from,to,reason
            t1,anna,teacher,2013-08-19,,
            t1,bo,teacher,2013-08-19,,
            t1,cecilia,teacher,2013-08-19,,
            t1,david,teacher,2013-08-19,,
            t1,elin,teacher,2013-08-19,,
            t2,fatima,teacher,2013-08-19,,

            """
        bundle["meetings.csv"] = """
            id,team,kind,starts,planned_minutes,status
            m1,t1,supervision,2013-09-03T14:30,120,held
            m2,t2,supervision,2013-09-04T14:30,120,planned

            """
        bundle["attendance.csv"] = """
            meeting,person,status
            m1,anna,present
            m1,bo,absent

            """
        bundle["evidence.csv"] = """
            id,team,form,indicator,value,source,date,note
            e1,t1,process,organisational-trustworthiness,high,supervisor-report,2014-06-05,

            """
        bundle["events.csv"] = """
            team,date,kind,detail
            t1,2013-10-01,practice-shown,anna
            t1,2013-11-01,note,Första terminen

            """
        bundle["responses.csv"] = """
            instrument,part,person,team,item,value,submitted
            teacher,start,anna,t1,goal-1,Fler samtal,2013-08-28
            teacher,start,anna,t1,q1,4,2013-08-28
            teacher,start,anna,t1,q2,,2013-08-28
            teacher,start,anna,t1,best,training,2013-08-28
            teacher,start,anna,t1,words,"Lugn, och trygg",2013-08-28
            teacher,start,anna,t1,order,tid > stöd,2013-08-28
            teacher,end,anna,t1,goal-1-extent,3,2014-06-05
            teacher,end,anna,t1,q1,5,2014-06-05
            teacher,start,bo,t1,q1,4,2013-08-28
            teacher,start,cecilia,t1,q1,3,2013-08-28
            teacher,start,david,t1,q1,2,2013-08-28
            teacher,start,elin,t1,q2,5,2013-08-28

            """
        return bundle
    }()

    private static let questionnaire = """
        id: teacher
        title: {sv: Pedagogenkät, en: Teacher questionnaire}
        audience: teacher
        scales:
          agreement:
            sv: [inte alls, dåligt, delvis, ganska bra, helt]
            en: [not at all, rarely, partly, mostly, completely]
            optOut: {sv: vet ej, en: don't know}
          element:
            sv: [kompetensutveckling, handledning]
            en: [training, supervision]
            values: [training, supervision]
        areas:
          team: {sv: I laget, en: In the team}
          pupils: {sv: Hos eleverna, en: Among the pupils}
        parts:
          - id: start
            wave: 1
            items:
              - {id: goal-1, type: goal, sv: Viktigt mål, en: Important goal}
              - {id: q1, type: rating, scale: agreement, area: team, sv: Vi samtalar, en: We talk}
              - {id: q2, type: rating, scale: agreement, area: team, sv: Vi lyssnar, en: We listen}
              - {id: best, type: choice, scale: element, sv: Bäst, en: Best}
              - {id: words, type: text, sv: Med egna ord, en: In your own words}
              - {id: order, type: ranking, sv: Viktigast först, en: Most important first}
          - id: end
            wave: 2
            items:
              - {id: review, type: goal-review, scale: agreement}
              - {id: q1, type: rating, scale: agreement, area: team, sv: Vi samtalar, en: We talk, looksBack: true}
              - {id: q3, type: rating, scale: agreement, area: pupils, sv: Eleverna lär sig, en: Pupils learn}

        """
}
