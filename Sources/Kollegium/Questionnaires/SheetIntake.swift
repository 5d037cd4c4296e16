import Storage

/// The sheets that answers are taken in under: a person's copy of one part, with one bit for each item so that
/// a second answer is found at its own line.
final class SheetIntake {
    private let intake: Intake
    private let load: TableLoad
    private var byPartAndPerson: [UInt64: Int32] = [:]
    private var sheets: [Sheet] = []
    private var bits: [UInt64] = []

    struct Sheet {
        let key: Int64
        let team: Int
        let submitted: Day?
        /// Where its bits begin.
        fileprivate let offset: Int
    }

    init(_ intake: Intake) {
        self.intake = intake
        load = intake.writer.load(
            into: "sheets",
            ["id", "part_id", "person_id", "team_id", "state", "entry", "submitted", "import_id"])
    }

    /// The person's sheet of the part, made at its first answer; nil, and reported, where it cannot be.
    func sheet(
        part: Int, person: Int, team: Int, day: Day?, row: inout CheckedRow
    ) throws -> Sheet? {
        let pair = UInt64(part) << 32 | UInt64(person)
        if let index = byPartAndPerson[pair] {
            let sheet = sheets[Int(index)]
            guard sheet.team == team else {
                row.reject(
                    Sentence(
                        sv:
                            "samma person har svarat på den här delen i lag ”\(intake.roster.teams[sheet.team])”; "
                            + "en person svarar en gång per del",
                        en:
                            "the same person has answered this part in team “\(intake.roster.teams[sheet.team])”; "
                            + "a person answers a part once"))
                return nil
            }
            return sheet
        }
        guard intake.belongs(person, to: team, on: day, in: &row) else { return nil }
        let asked = intake.roster.questionnaires[part]
        let key = intake.isWriting ? try intake.writer.nextKey(in: "sheets") : 0
        let sheet = Sheet(key: key, team: team, submitted: day, offset: bits.count)
        bits.append(contentsOf: repeatElement(0, count: (asked.answers.count + 63) / 64))
        byPartAndPerson[pair] = Int32(sheets.count)
        sheets.append(sheet)
        guard intake.isWriting else { return sheet }
        try load.rows().row(
            key, asked.key, intake.roster.personKeys[person], intake.roster.teamKeys[team], "handed-in",
            "imported", day?.description, intake.keys.importing)
        return sheet
    }

    /// Notes that the item is answered; false where it was already.
    func insert(_ item: Int, into sheet: Sheet) -> Bool {
        let word = sheet.offset + item >> 6
        let bit: UInt64 = 1 << UInt64(item & 63)
        guard bits[word] & bit == 0 else { return false }
        bits[word] |= bit
        return true
    }
}
