/// Which changes of one team may stand beside each other. Two changes over the same wave are often of nearly the same
/// people: eight times the one's mean less seven times the other's is what the eighth answered.
///
/// Each figure is a line of a drawing. A difference joins two waves; a pair of means joins each of its waves to the
/// ground. Every line has its people. Where the lines have no ring, any sum of figures has a loose end, a wave that
/// only one of them speaks of, with all of that one's people; so no sum speaks of fewer people than some figure does.
/// A line that would close a ring is drawn only where lines of exactly the same people lead the way round already:
/// then it says nothing new.
public struct ChangeChain: Sendable {
    private struct Line: Sendable {
        let from: Int64
        let to: Int64
        let people: Set<Int64>
    }

    /// No wave has this number.
    private static let ground: Int64 = .min
    private var lines: [Line] = []

    public init() {}

    /// Draws the difference between two waves of some people.
    /// - Returns: whether it may be told.
    public mutating func difference(from: Int64, to: Int64, of people: Set<Int64>) -> Bool {
        draw(from, to, people)
    }

    /// Draws the means of both waves; where one of them may not be told neither is.
    public mutating func means(from: Int64, to: Int64, of people: Set<Int64>) -> Bool {
        let before = lines
        if draw(Self.ground, from, people), draw(Self.ground, to, people) { return true }
        lines = before
        return false
    }

    private mutating func draw(_ from: Int64, _ to: Int64, _ people: Set<Int64>) -> Bool {
        guard reaches(from, to, by: lines) else {
            lines.append(Line(from: from, to: to, people: people))
            return true
        }
        return reaches(from, to, by: lines.filter { $0.people == people })
    }

    private func reaches(_ from: Int64, _ to: Int64, by lines: [Line]) -> Bool {
        var reached: Set = [from]
        var count = 0
        while count < reached.count {
            count = reached.count
            for line in lines where reached.contains(line.from) || reached.contains(line.to) {
                reached.formUnion([line.from, line.to])
            }
        }
        return reached.contains(to)
    }
}
