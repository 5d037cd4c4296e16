import Measures

/// One team's trust of one form over the waves: the mean of those who answered two waves in a row as a line from
/// dot to dot, and behind it a thin line for each of them where the group is large enough to show.
struct ChangePanel {
    private static let width = 320.0
    private static let height = 170.0
    private static let left = 26.0
    private static let right = 306.0
    private static let top = 10.0
    private static let bottom = 134.0

    private let waves: [ChangeStore.Part]
    private let steps: Int
    private var drawing: Drawing

    /// - Parameters:
    ///   - waves: The parts that are compared, each once, in their order.
    ///   - steps: How many steps the scale has.
    init(
        _ segments: [(step: ChangeReport.Step, entry: ChangeReport.Entry)], waves: [ChangeStore.Part],
        steps: Int,
        showsPeople: Bool, name: String, description: String, _ language: Language
    ) {
        self.waves = waves
        self.steps = steps
        drawing = Drawing(width: Self.width, height: Self.height, name: name, description: description)
        drawScale(language)
        for (step, entry) in segments where showsPeople {
            for person in entry.people {
                draw(step, from: person.from.value, to: person.to.value, "person", dots: nil)
            }
        }
        for (step, entry) in segments {
            guard let change = entry.change else { continue }
            draw(step, from: change.meanFrom.value, to: change.meanTo.value, "interval", dots: "dot")
        }
    }

    var svg: String { drawing.svg }

    private func x(_ part: ChangeStore.Part) -> Double {
        guard waves.count > 1, let place = waves.firstIndex(where: { $0.key == part.key }) else {
            return (Self.left + Self.right) / 2
        }
        let (first, last) = (Self.left + 24, Self.right - 24)
        return first + (last - first) * Double(place) / Double(waves.count - 1)
    }

    private func y(_ step: Double) -> Double {
        guard steps > 1 else { return Self.bottom }
        return Self.bottom - (Self.bottom - Self.top) * (step - 1) / Double(steps - 1)
    }

    private mutating func draw(
        _ step: ChangeReport.Step, from: Double, to: Double, _ style: StaticString, dots: StaticString?
    ) {
        drawing.line(x(step.from), y(from), x(step.to), y(to), style)
        guard let dots else { return }
        drawing.circle(x(step.from), y(from), radius: 4.5, dots)
        drawing.circle(x(step.to), y(to), radius: 4.5, dots)
    }

    private mutating func drawScale(_ language: Language) {
        for step in stride(from: 1, through: max(steps, 1), by: steps / 12 + 1) {
            drawing.line(Self.left, y(Double(step)), Self.right, y(Double(step)), "grid")
            drawing.text(language.grouped(step), Self.left - 8, y(Double(step)) + 4, "quiet", anchor: .end)
        }
        let names = names(language)
        for (place, wave) in waves.enumerated() {
            let isLast = place == waves.count - 1
            let anchor: Drawing.Anchor = place == 0 ? .start : isLast ? .end : .middle
            let edge = place == 0 ? Self.left : isLast ? Self.right : x(wave)
            drawing.text(names[place], edge, Self.bottom + 22, "quiet", anchor: anchor)
        }
    }

    /// The waves as they are called; by code or number where the names would run into each other.
    private func names(_ language: Language) -> [String] {
        let letters = Int((Self.right - Self.left) / 6.1) - 2 * (waves.count - 1)
        let candidates = [waves.map { $0.name.heading(language) }, waves.map(\.name.code)]
        return candidates.first { $0.reduce(0) { $0 + $1.count } <= letters } ?? waves.map { "\($0.wave)" }
    }
}

extension PersonMean {
    /// In steps of the scale, to draw with.
    var value: Double { Double(sum) / Double(max(answers, 1)) }
}

extension Hundredths {
    /// To draw with.
    var value: Double { Double(count) / 100 }
}
