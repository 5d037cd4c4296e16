import Storage

/// Writes what a plan says in one format, some sheets at a time, in memory that does not grow with their number.
struct ResearchCopying: Sendable {
    let database: Database
    let plan: ResearchPlan
    /// How long it rests after each piece, of the time that it has worked.
    var rest = 0.0
    /// Told how many sheets were read, of how many in all, each pass counting; it ends the writing by throwing.
    var progress: @Sendable (_ done: Int, _ all: Int) async throws -> Void = { _, _ in }

    func write(_ format: ResearchFormat, to target: any BundleTarget, now: Int64) async throws {
        let passes = format.needsWidths && plan.hasTexts ? 2 : 1
        var rooms = [TextRoom](repeating: TextRoom(), count: plan.variables.count)
        if passes == 2 {
            try await eachPiece(0, of: passes) { row in
                for (place, value) in row.enumerated() {
                    if case .text(let text) = value { rooms[place].take(text, most: format.longestText) }
                }
            }
        }
        let table = try format.table(plan, to: target, rooms: rooms, now: now)
        try await eachPiece(passes - 1, of: passes) { row in try table.row(row) }
        try table.close()
    }

    private func eachPiece(
        _ pass: Int, of passes: Int, _ body: ([ResearchValue]) throws -> Void
    ) async throws {
        let (plan, count) = (plan, plan.sheets.count)
        for start in stride(from: 0, to: count, by: ResearchPlan.chunk) {
            let began = ContinuousClock.now
            let range = start..<min(start + ResearchPlan.chunk, count)
            let rows = try await database.read { db in try plan.rows(range, db) }
            for row in rows { try body(row) }
            try Task.checkCancellation()
            try await progress(pass * count + range.upperBound, passes * count)
            if rest > 0 { try await Task.sleep(for: (ContinuousClock.now - began) * rest) }
        }
    }
}
