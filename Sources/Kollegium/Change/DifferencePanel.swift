import Measures

/// One team's trust of one form: how far those who answered two waves in a row have moved, one line for each two
/// waves, with nothing in the middle, less to the left and more to the right.
struct DifferencePanel {
    private static let width = 320.0
    private static let left = 14.0
    private static let right = 306.0
    private static let rowHeight = 44.0

    private let reach: Double
    private var drawing: Drawing

    /// - Parameter steps: How many steps the scale has.
    init(
        _ segments: [(step: ChangeReport.Step, entry: ChangeReport.Entry)], steps: Int, name: String,
        description: String, _ language: Language
    ) {
        reach = Double(max(steps - 1, 1))
        let told = segments.filter { $0.entry.change != nil }
        drawing = Drawing(
            width: Self.width, height: Self.rowHeight * Double(told.count) + 22, name: name,
            description: description)
        for (place, segment) in told.enumerated() {
            draw(segment.step, segment.entry, top: Self.rowHeight * Double(place), language)
        }
        let foot = Self.rowHeight * Double(told.count) + 14
        let most = Hundredths(count: Int(reach) * 100)
        drawing.text(language.decimal(Hundredths(count: -most.count)), x(-reach), foot, "quiet")
        drawing.text("0", x(0), foot, "quiet", anchor: .middle)
        drawing.text(language.signed(most), x(reach), foot, "quiet", anchor: .end)
    }

    var svg: String { drawing.svg }

    private func x(_ difference: Double) -> Double {
        let middle = (Self.left + Self.right) / 2
        return middle + (Self.right - Self.left) / 2 * difference / reach
    }

    private mutating func draw(
        _ step: ChangeReport.Step, _ entry: ChangeReport.Entry, top: Double, _ language: Language
    ) {
        guard let change = entry.change else { return }
        let value = language.signed(change.difference)
        let waves = "\(step.from.name.heading(language)) → \(step.to.name.heading(language))"
        let room = Self.right - Self.left - 1.15 * value.roughWidth - 8
        drawing.text(waves.shortened(to: room), Self.left, top + 14, "label")
        drawing.text(value, Self.right, top + 14, "strong", anchor: .end)
        let line = top + 30
        drawing.line(x(-reach), line, x(reach), line, "axis")
        drawing.line(x(0), line - 8, x(0), line + 8, "grid")
        if entry.telling.interval, let interval = change.interval {
            drawing.line(x(interval.lower.value), line, x(interval.upper.value), line, "interval")
        }
        drawing.circle(x(change.difference.value), line, radius: 5.5, "dot")
    }
}
