/// On which days those who have not handed in are reminded: when a third of the time is left, and when one working day
/// is left.
struct WaveReminders: Sendable, Equatable {
    /// One of them or none where the time is short.
    let days: [Day]

    /// - Parameters:
    ///   - opens: the first day that takes answers.
    ///   - closes: the first day that takes none any more.
    init(from opens: Day, until closes: Day) {
        let length = closes.number - opens.number
        // The last working day is for answering, the one before it for being reminded of it.
        let last = QuietTime.workingDay(before: QuietTime.workingDay(before: closes))
        var third = Day(number: closes.number - (length + 2) / 3)
        while let day = third, !QuietTime.isWorkingDay(day) { third = Day(number: day.number + 1) }
        // Nobody is written to again on the day after.
        days = [third.flatMap { $0.number + 1 < last.number ? $0 : nil }, last].compactMap(\.self).filter {
            $0.number > opens.number + 1
        }
    }

    /// How many there should have been on a day.
    func due(on day: Day) -> Int { days.count { $0 <= day } }
}
