import Measures

/// One team's outcome as a picture: a line for each area from 0 to 100 %, with the share as a dot, its interval as a
/// bar, and in a paler band what the share could be had everyone asked answered.
struct OutcomePanel {
    private static let width = 320.0
    private static let left = 8.0
    private static let right = 312.0
    private static let rowHeight = 46.0

    private let language: Language
    private var drawing: Drawing

    init(
        _ entry: OutcomeReport.Entry, areas: [OutcomeStore.Area], detail: OutcomeDetail.Team?, team: String,
        _ language: Language
    ) {
        self.language = language
        let rows = areas.map { area in
            Row(
                label: area.name(language),
                share: entry.outcome.areas.first { $0.area == area.code }, detail: detail?.areas[area.code])
        }
        let spoken = rows.map { "\($0.label): \($0.words(language))" }.joined(separator: "; ")
        drawing = Drawing(
            width: Self.width, height: Self.rowHeight * Double(rows.count) + 22,
            name: team + ". "
                + Sentence(
                    sv: "Andel svar på de två högsta stegen, område för område",
                    en: "Share of answers on the two highest steps, area by area")(language),
            description: spoken + ".")
        for (index, row) in rows.enumerated() { draw(row, top: Self.rowHeight * Double(index)) }
        drawScale(top: Self.rowHeight * Double(rows.count))
    }

    var svg: String { drawing.svg }

    private struct Row {
        let label: String
        let share: OutcomeShare?
        let detail: OutcomeDetail.Area?

        func value(_ language: Language) -> String {
            switch share?.shown {
            case .exact(_, let percent): language.percent(percent)
            case .atLeast(let percent):
                Sentence(sv: "minst ", en: "at least ")(language) + language.percent(percent)
            case .atMost(let percent):
                Sentence(sv: "högst ", en: "at most ")(language) + language.percent(percent)
            case nil: Sentence(sv: "visas ej", en: "not shown")(language)
            }
        }

        func words(_ language: Language) -> String {
            guard let interval = detail?.share.interval else { return value(language) }
            return value(language)
                + Sentence(sv: ", osäkerhet ", en: ", uncertainty ")(language)
                + language.percent(
                    Int((100 * interval.lower).rounded()), Int((100 * interval.upper).rounded()))
        }
    }

    private func x(_ percent: Double) -> Double {
        Self.left + (Self.right - Self.left) * percent / 100
    }

    private mutating func draw(_ row: Row, top: Double) {
        let middle = top + 31
        let value = row.value(language)
        // Set in bold, it is a little wider than other text.
        let room = Self.right - Self.left - 1.15 * value.roughWidth - 8
        drawing.text(row.label.shortened(to: room), Self.left, top + 14, "label")
        drawing.text(value, Self.right, top + 14, "strong", anchor: .end)
        for tick in [0.0, 25, 50, 75, 100] { drawing.line(x(tick), top + 21, x(tick), top + 41, "grid") }
        if let possible = row.detail?.possible {
            let (lower, upper) = (x(Double(possible.lowestPercent)), x(Double(possible.highestPercent)))
            drawing.rectangle(lower, middle - 7, width: upper - lower, height: 14, "band")
        }
        drawing.line(Self.left, middle, Self.right, middle, "axis")
        switch row.share?.shown {
        case .exact(let top, _):
            if let interval = row.detail?.share.interval {
                drawing.line(x(100 * interval.lower), middle, x(100 * interval.upper), middle, "interval")
            }
            let share = 100 * Double(top) / Double(row.share?.of ?? 1)
            drawing.circle(x(share), middle, radius: 5.5, "dot")
        case .atLeast(let percent):
            drawing.rectangle(
                x(Double(percent)), middle - 7, width: Self.right - x(Double(percent)), height: 14, "edge")
        case .atMost(let percent):
            drawing.rectangle(
                Self.left, middle - 7, width: x(Double(percent)) - Self.left, height: 14, "edge")
        case nil: break
        }
    }

    private mutating func drawScale(top: Double) {
        drawing.text("0", x(0), top + 14, "quiet")
        drawing.text("50", x(50), top + 14, "quiet", anchor: .middle)
        drawing.text(language.percent(100), x(100), top + 14, "quiet", anchor: .end)
    }
}
