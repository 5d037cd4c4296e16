import Measures

extension TrustMapReport {
    /// One row for each team, term and form.
    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = [
            "team", "school", "term", "state", "form", "level", "preliminary", "divided", "rule", "answers",
            "answers_rule", "coded", "coded_rule", "process", "process_rule", "caps", "evidence", "endurance",
            "deepened_learning",
        ]
        return try csvBytes(columns, for: use) { writer in
            for (team, map) in teams {
                for term in map.terms {
                    let head = [team.code, team.schoolCode, term.period.code, term.state]
                    guard let assessment = term.assessment else {
                        let rest = Array(repeating: "", count: columns.count - head.count - 1)
                        for form in TrustForm.allCases { try writer.record(head + [form.rawValue] + rest) }
                        continue
                    }
                    let outlook = [assessment.endurance, assessment.deepenedLearning].map {
                        $0.map(String.init) ?? ""
                    }
                    for verdict in assessment.verdicts {
                        try writer.record(head + verdict.record + outlook)
                    }
                }
            }
        }
    }
}

extension FormVerdict {
    fileprivate var record: [String] {
        [
            form.rawValue, level?.rawValue ?? "", String(isPreliminary), String(isDivided),
            combination.rawValue, answers.level?.rawValue ?? "", answers.reason.rawValue,
            coded.level?.rawValue ?? "", coded.reason.rawValue, process?.level?.rawValue ?? "",
            process?.reason.rawValue ?? "", caps.map(\.cap.rawValue).joined(separator: " "),
            coded.evidence.joined(separator: " "),
        ]
    }
}
