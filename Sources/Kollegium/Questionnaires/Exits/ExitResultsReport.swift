import Measures

/// What those who left have answered as files, with the figures of the page.
struct ExitResultsReport: Sendable {
    let study: Study
    let figures: ExitFigures

    private struct Row {
        let wave: Wave
        let time: HalfYear
        let told: ClosedQuestion
    }

    private var rows: [Row] {
        figures.waves.flatMap { wave in
            wave.halves.flatMap { half in
                half.questions.map { Row(wave: wave.wave, time: half.time, told: $0) }
            }
        }
    }

    /// `kollegium-exit-results/1`.
    var json: [UInt8] {
        JSONWriter.report(study, format: "kollegium-exit-results/1") { json in
            json.lines("questions", rows) { json, row in
                json.string("instrument", row.wave.name.questionnaire)
                json.string("part", row.wave.name.code)
                json.string("halfYear", row.time.code)
                row.told.write(to: &json)
            }
        }
    }

    func csv(for use: CSVUse) throws -> [UInt8] {
        let columns = ["instrument", "part", "half_year", "item"] + ClosedQuestion.columns
        return try csvBytes(columns, for: use) { writer in
            for row in rows {
                let name = row.wave.name
                for cells in row.told.cells {
                    try writer.record(
                        [name.questionnaire, name.code, row.time.code, row.told.question.code] + cells)
                }
            }
        }
    }
}
