import Measures

extension FormVerdict {
    /// The level with the rule that gave it, its sources and its caps.
    func write(to json: inout JSONWriter) {
        json.string("form", form.rawValue)
        json.string("level", level?.rawValue)
        json.string("rule", combination.rawValue)
        json.strings("evidence", coded.evidence)
        if level == nil { json.strings("missing", missing) }
        json.bool("preliminary", isPreliminary)
        json.bool("divided", isDivided)
        json.object("answers") { json in answers.write(to: &json) }
        json.object("coded") { json in
            json.string("level", coded.level?.rawValue)
            json.string("rule", coded.reason.rawValue)
            json.strings("for", coded.speaksFor.map(\.id))
            json.strings("against", coded.speaksAgainst.map(\.id))
        }
        if let process {
            json.object("process") { json in
                json.string("level", process.level?.rawValue)
                json.string("rule", process.reason.rawValue)
            }
        }
        json.string("beforeCaps", beforeCaps?.rawValue)
        json.array("caps") { json in
            for fired in caps {
                json.object { json in
                    json.string("cap", fired.cap.rawValue)
                    json.string("most", fired.cap.most.rawValue)
                    json.bool("lowers", lowering.contains(fired))
                    json.strings("evidence", fired.evidence)
                    json.strings("days", fired.days.compactMap { Day(number: $0)?.description })
                }
            }
        }
    }

    /// The form's indicators that nothing is known of.
    private var missing: [String] {
        let known = Set((coded.speaksFor + coded.speaksAgainst).map(\.indicator))
        return TrustIndicators.all.filter { $0.form == form.rawValue && !known.contains($0.code) }.map(\.code)
    }
}

extension AnswersReading {
    fileprivate func write(to json: inout JSONWriter) {
        json.string("level", level?.rawValue)
        json.string("rule", reason.rawValue)
        guard let figures else { return }
        json.string("part", figures.round)
        json.number("people", figures.people)
        json.number("asked", figures.asked)
        json.decimal("mean", figures.mean.description)
        json.array("facets") { json in
            for (facet, mean) in figures.facets {
                json.object { json in
                    json.string("facet", facet.rawValue)
                    json.decimal("mean", mean?.description)
                }
            }
        }
        json.bool("coversThoseBefore", figures.coversThoseBefore)
    }
}
