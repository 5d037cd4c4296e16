import Measures

/// One closed question in a file.
extension ClosedQuestion {
    func write(to json: inout JSONWriter) {
        json.string("item", question.code)
        json.number("people", distribution.people)
        json.bool("narrowed", isNarrowed)
        json.array("groups") { json in
            for group in distribution.groups {
                json.object { json in
                    json.strings("alternatives", group.alternatives.map(question.code(of:)))
                    group.shown.write(of: distribution.people, to: &json)
                }
            }
        }
    }

    static let columns = [
        "alternatives", "people", "top", "of", "percent", "at_least", "at_most", "narrowed",
    ]

    /// A row for each group of alternatives; one without figures where nothing may be told.
    var cells: [[String]] {
        let people = distribution.people
        let narrowed = isNarrowed ? "true" : "false"
        guard !distribution.groups.isEmpty else {
            return [[""] + OutcomeShare.Shown.cells(people, nil, of: nil) + [narrowed]]
        }
        return distribution.groups.map { group in
            [group.alternatives.map(question.code(of:)).joined(separator: " + ")]
                + OutcomeShare.Shown.cells(people, group.shown, of: people) + [narrowed]
        }
    }
}

extension OutcomeShare.Shown {
    func write(of: Int?, to json: inout JSONWriter) {
        switch self {
        case .exact(let top, let percent):
            json.number("top", top)
            json.number("of", of)
            json.number("percent", percent)
        case .atLeast(let percent):
            json.number("of", of)
            json.number("atLeast", percent)
        case .atMost(let percent):
            json.number("of", of)
            json.number("atMost", percent)
        }
    }

    /// People, those on top, of how many, per cent, and the two limits; nil is told by nothing.
    static func cells(_ people: Int?, _ shown: OutcomeShare.Shown?, of: Int?) -> [String] {
        let (people, of) = (people.map(String.init) ?? "", of.map(String.init) ?? "")
        return switch shown {
        case .exact(let top, let percent): [people, String(top), of, String(percent), "", ""]
        case .atLeast(let percent): [people, "", of, "", String(percent), ""]
        case .atMost(let percent): [people, "", of, "", "", String(percent)]
        case nil: [people, "", "", "", "", ""]
        }
    }
}

extension AskedPart.Question {
    /// An alternative as the questionnaire's own files have it.
    fileprivate func code(of place: Int) -> String { choice(place + 1) ?? "\(place + 1)" }
}
