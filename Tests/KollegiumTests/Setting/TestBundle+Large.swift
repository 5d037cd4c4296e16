extension TestBundle {
    /// A study that takes about a second to import: many people in one team, with three answers each.
    static let large: TestBundle = {
        var bundle = small
        var people = bundle["people.csv"]
        var memberships = bundle["memberships.csv"]
        var responses = bundle["responses.csv"]
        for number in 0..<12_000 {
            people += "p\(number),Person \(number),,s1\n"
            memberships += "t1,p\(number),teacher,2013-08-19,,\n"
            responses += "teacher,start,p\(number),t1,q1,\(number % 5 + 1),2013-08-28\n"
            responses += "teacher,start,p\(number),t1,q2,\(number % 4 + 1),2013-08-28\n"
            responses += "teacher,end,p\(number),t1,q3,\(number % 3 + 1),2014-06-05\n"
        }
        bundle["people.csv"] = people
        bundle["memberships.csv"] = memberships
        bundle["responses.csv"] = responses
        return bundle
    }()
}
