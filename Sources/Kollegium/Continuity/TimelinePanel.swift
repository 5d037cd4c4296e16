import Measures

/// One team's time as a picture: a line for each term, a mark for each meeting, darker the more of the team was there,
/// and a number for each event that the list beneath names.
struct TimelinePanel {
    private static let width = 340.0
    private static let left = 4.0
    private static let right = 336.0
    /// From a row's line up to its lowest numbers, from there to the next ones, and from the line to the next row.
    private static let (toNumbers, toNext, below) = (25.0, 16.0, 16.0)

    private let language: Language
    /// How many days the longest term has: all terms are drawn to one measure, so that weeks are equally wide.
    private let longest: Int
    private var drawing: Drawing

    /// - Parameters:
    ///   - events: In the order of their numbers, from 1.
    ///   - withoutAttendance: The terms in which attendance would speak of one or two people.
    init(
        _ terms: [StudyDocument.Period], meetings: [MeetingStore.Meeting], events: [EventStore.Event],
        withoutAttendance: Set<String>, name: String, description: String, _ language: Language
    ) {
        self.language = language
        let longest = max(1, terms.map { $0.to.number - $0.from.number }.max() ?? 1)
        self.longest = longest
        let rows = terms.map { term in
            Row(
                term: term,
                numbers: Self.placed(
                    events.enumerated().filter { term.contains($1.day) }.map { offset, event in
                        ("\(offset + 1)", Self.x(event.day, in: term, longest))
                    }, beside: term.code))
        }
        drawing = Drawing(
            width: Self.width, height: rows.reduce(4) { $0 + $1.height }, name: name, description: description
        )
        var top = 0.0
        for row in rows {
            let line = top + row.height - Self.below
            drawLine(of: row.term, line)
            for meeting in meetings where row.term.contains(meeting.day) {
                draw(meeting, in: row.term, line, isShaded: !withoutAttendance.contains(row.term.code))
            }
            draw(row.numbers, line)
            top += row.height
        }
    }

    /// One term with the numbers of its events.
    private struct Row {
        let term: StudyDocument.Period
        let numbers: [Number]

        var height: Double {
            TimelinePanel.toNumbers + TimelinePanel.toNext * Double(numbers.map(\.level).max() ?? 0) + 13
                + TimelinePanel.below
        }
    }

    private struct Number {
        let text: String
        let x: Double
        /// 0 next to the line; higher where lower ones would lie in the way.
        let level: Int
    }

    /// Each number above its day, as low as the ones before it and the term's name leave room.
    private static func placed(_ numbers: [(text: String, x: Double)], beside name: String) -> [Number] {
        var taken = [left + 1.15 * name.roughWidth]
        return numbers.map { text, day in
            let half = 4.8 * Double(text.count)
            let x = min(max(day, left + half), right - half)
            let level = taken.firstIndex { $0 + 3 <= x - half } ?? taken.count
            if level == taken.count { taken.append(0) }
            taken[level] = x + half
            return Number(text: text, x: x, level: level)
        }
    }

    var svg: String { drawing.svg }

    private static func x(_ day: Day, in term: StudyDocument.Period, _ longest: Int) -> Double {
        let share = Double(day.number - term.from.number) / Double(longest)
        return left + 6 + (right - left - 12) * share
    }

    private func x(_ day: Day, in term: StudyDocument.Period) -> Double {
        Self.x(day, in: term, longest)
    }

    /// The term's name, its line, and a tick where a month begins.
    private mutating func drawLine(of term: StudyDocument.Period, _ line: Double) {
        drawing.text(
            term.code.shortened(to: Self.right - Self.left), Self.left, line - Self.toNumbers + 1, "strong")
        drawing.line(x(term.from, in: term), line, x(term.to, in: term), line, "axis")
        // Where months lie closer than eyes can part them there are no ticks.
        guard x(term.to, in: term) - x(term.from, in: term) > 0, longest < 3_000 else { return }
        var month = term.from
        while let next = month.firstOfNextMonth, next <= term.to {
            drawing.line(x(next, in: term), line, x(next, in: term), line + 4, "axis")
            month = next
        }
    }

    private mutating func draw(
        _ meeting: MeetingStore.Meeting, in term: StudyDocument.Period, _ line: Double, isShaded: Bool
    ) {
        let x = x(meeting.day, in: term)
        switch meeting.status {
        case .held:
            if isShaded, let share = meeting.attendance.shareToShow {
                drawing.rectangle(
                    x - 4, line - 10, width: 8, height: 20, "held", opacity: max(0.1, share * share))
            }
            drawing.rectangle(x - 4, line - 10, width: 8, height: 20, "frame")
        case .cancelled:
            drawing.line(x - 4, line - 4, x + 4, line + 4, "cancelled")
            drawing.line(x - 4, line + 4, x + 4, line - 4, "cancelled")
        case .planned:
            drawing.circle(x, line, radius: 3.5, "open")
        }
    }

    private mutating func draw(_ numbers: [Number], _ line: Double) {
        let feet = numbers.map { line - Self.toNumbers - Self.toNext * Double($0.level) }
        // Behind all numbers, which some of them have to pass.
        for (number, foot) in zip(numbers, feet) {
            drawing.line(number.x, line - 12, number.x, foot + 3, "pointer")
        }
        for (number, foot) in zip(numbers, feet) {
            drawing.text(number.text, number.x, foot + 1, "event", anchor: .middle)
        }
    }
}

extension AttendanceTally {
    /// The share to show by a meeting: none where it would speak of one or two people.
    fileprivate var shareToShow: Double? {
        isTold ? Double(present) / Double(known) : nil
    }
}

extension Day {
    fileprivate var firstOfNextMonth: Day? {
        month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    }
}
