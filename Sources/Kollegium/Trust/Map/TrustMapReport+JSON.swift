import Measures

extension TrustMapReport {
    /// `kollegium-report/1`: what `table3/1` gives, of the latest term that has levels, and the same for each term.
    var json: [UInt8] {
        JSONWriter.report(study) { json in
            json.string("rules", ThreeSources.name)
            json.string("today", today.description)
            json.lines("teams", teams) { json, row in
                let (team, map) = row
                json.string("team", team.code)
                let latest = map.latest
                json.string("term", latest?.term.period.code)
                write(latest?.assessment, to: &json)
                json.lines("terms", map.terms) { json, term in
                    json.string("term", term.period.code)
                    json.string("state", term.state)
                    write(term.assessment, to: &json)
                }
            }
        }
    }

    private func write(_ assessment: TermAssessment?, to json: inout JSONWriter) {
        json.string("collegial", assessment?.level(of: .collegial)?.rawValue)
        json.string("collective", assessment?.level(of: .collective)?.rawValue)
        json.string("process", assessment?.level(of: .process)?.rawValue)
        json.bool("endurance", assessment?.endurance)
        json.bool("deepenedLearning", assessment?.deepenedLearning)
        json.array("because") { json in
            for verdict in assessment?.verdicts ?? [] {
                json.object { json in
                    verdict.write(to: &json)
                    write(assessment?.wouldChange(verdict.form) ?? [], of: verdict, to: &json)
                }
            }
        }
    }

    /// First the changes of an indicator that would move the form, as with `table3/1`; then the other sources.
    private func write(_ changes: [SourceChange], of verdict: FormVerdict, to json: inout JSONWriter) {
        json.array("wouldChange") { json in
            for change in changes where change.formLevel != verdict.level {
                guard case .coded(let coded) = change.subject else { continue }
                json.object { json in
                    json.string("indicator", coded.indicator)
                    json.string("value", coded.value)
                    json.string("level", change.formLevel?.rawValue)
                    json.string("instead", coded.instead)
                }
            }
        }
        json.array("wouldChangeToo") { json in
            for change in changes {
                switch change.subject {
                case .coded: continue
                case .enoughAnswers: json.object { $0.string("needs", "enough-answers") }
                case .answers(let answers):
                    json.object { json in
                        answers.write(to: &json)
                        json.string("source", change.sourceLevel?.rawValue)
                        json.string("level", change.formLevel?.rawValue)
                    }
                case .process(let process):
                    json.object { json in
                        process.write(to: &json)
                        json.string("source", change.sourceLevel?.rawValue)
                        json.string("level", change.formLevel?.rawValue)
                    }
                }
            }
        }
    }
}

extension AnswersChange {
    fileprivate func write(to json: inout JSONWriter) {
        json.string("needs", direction == .reaches ? "answers-reach" : "answers-fall-below")
        json.array("borders") { json in
            for need in needs {
                json.object { json in
                    switch need.subject {
                    case .mean: json.string("of", "mean")
                    case .facet(let facet): json.string("of", facet.rawValue)
                    }
                    json.decimal("border", need.border.description)
                }
            }
        }
        json.decimal("margin", margin.description)
        json.strings("unanswered", unanswered.map(\.rawValue))
    }
}

extension ProcessChange {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .meetingsHeld(let held, let planned):
            json.string("needs", "meetings-held")
            json.number("held", held)
            json.number("planned", planned)
        case .leaderFeedback(let given):
            json.string("needs", given ? "leader-feedback" : "no-leader-feedback")
        case .organisationResolved: json.string("needs", "organisation-resolved")
        case .attendance(let percent, let reaches):
            json.string("needs", reaches ? "attendance-reaches" : "attendance-falls-below")
            json.number("percent", percent)
        case .lifted(let kind):
            json.string("needs", "lifted")
            json.string("kind", kind.rawValue)
        }
    }
}
