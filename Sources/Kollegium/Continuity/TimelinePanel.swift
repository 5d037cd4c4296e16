import Measures

/// One team's time as a picture: a line for each term, a mark for each meeting, darker the more of the team was there,
/// and a number for each event that the list beneath names.
struct TimelinePanel {
    private static let width = 340.0
    private static let left = 4.0
    private static let right = 336.0
    private static let rowHeight = 62.0

    private let language: Language
    /// How many days the longest term has: all terms are drawn to one measure, so that weeks are equally wide.
    private let longest: Int
    private var drawing: Drawing

    /// - Parameter events: In the order of their numbers, from 1.
    init(
        _ terms: [StudyDocument.Period], meetings: [MeetingStore.Meeting], events: [EventStore.Event],
        name: String, description: String, _ language: Language
    ) {
        self.language = language
        longest = max(1, terms.map { $0.to.number - $0.from.number }.max() ?? 1)
        drawing = Drawing(
            width: Self.width, height: Self.rowHeight * Double(terms.count) + 4, name: name,
            description: description)
        for (index, term) in terms.enumerated() {
            let top = Self.rowHeight * Double(index)
            drawLine(of: term, top: top)
            for meeting in meetings where term.contains(meeting.day) { draw(meeting, in: term, top: top) }
            draw(events.enumerated().filter { term.contains($1.day) }, in: term, top: top)
        }
    }

    var svg: String { drawing.svg }

    private func x(_ day: Day, in term: StudyDocument.Period) -> Double {
        let share = Double(day.number - term.from.number) / Double(longest)
        return Self.left + 6 + (Self.right - Self.left - 12) * share
    }

    /// The term's name, its line, and a tick where a month begins.
    private mutating func drawLine(of term: StudyDocument.Period, top: Double) {
        drawing.text(term.code, Self.left, top + 12, "strong")
        drawing.line(x(term.from, in: term), top + 36, x(term.to, in: term), top + 36, "axis")
        var month = term.from
        while let next = month.firstOfNextMonth, next <= term.to {
            drawing.line(x(next, in: term), top + 36, x(next, in: term), top + 40, "axis")
            month = next
        }
    }

    private mutating func draw(_ meeting: MeetingStore.Meeting, in term: StudyDocument.Period, top: Double) {
        let x = x(meeting.day, in: term)
        switch meeting.status {
        case .held:
            if let share = meeting.attendance.shareToShow {
                drawing.rectangle(
                    x - 4, top + 26, width: 8, height: 20, "held", opacity: max(0.1, share * share))
            }
            drawing.rectangle(x - 4, top + 26, width: 8, height: 20, "frame")
        case .cancelled:
            drawing.line(x - 4, top + 32, x + 4, top + 40, "cancelled")
            drawing.line(x - 4, top + 40, x + 4, top + 32, "cancelled")
        case .planned:
            drawing.circle(x, top + 36, radius: 3.5, "open")
        }
    }

    /// Numbers above the line, moved aside where they would lie on each other.
    private mutating func draw(
        _ events: [(offset: Int, element: EventStore.Event)], in term: StudyDocument.Period, top: Double
    ) {
        var free = Self.left + 8 * Double(term.code.count) + 10
        for (offset, event) in events {
            let at = x(event.day, in: term)
            let number = "\(offset + 1)"
            let half = 4 * Double(number.count)
            let middle = max(at, free + half)
            drawing.line(at, top + 24, middle, top + 15, "pointer")
            drawing.text(number, middle, top + 12, "event", anchor: .middle)
            free = middle + half + 4
        }
    }
}

extension AttendanceTally {
    /// The share to show by a meeting: none where it would speak of one or two people.
    fileprivate var shareToShow: Double? {
        guard present + absent + excused >= 3, present + absent > 0 else { return nil }
        return Double(present) / Double(present + absent)
    }
}

extension StudyDocument.Period {
    fileprivate func contains(_ day: Day) -> Bool {
        from <= day && day <= to
    }
}

extension Day {
    fileprivate var firstOfNextMonth: Day? {
        month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    }
}
