import Storage

/// What one research file will hold: its columns, whose sheets, and how an answer finds its column. It is read once;
/// what it keeps of a sheet is a few dozen bytes, the answers come later, some sheets at a time.
struct ResearchPlan: Sendable {
    let study: Study
    let subject: ResearchStore.Subject
    let language: Language
    let hasTexts: Bool
    let variables: [ResearchVariable]
    /// Person by person, and of each from the first wave to the last.
    let sheets: [Sheet]
    /// Their pseudonyms.
    let people: [String]
    /// The newest answer to the study when this was read. Nothing is handed out that was made before a newer one.
    let newestConsent: Int64
    let columns: ResearchColumns

    struct Sheet: Sendable {
        let key: Int64
        /// A place among `people`, and among the columns' parts.
        let person: Int32
        let part: Int16
        let isQuotable: Bool
    }

    /// What is asked for.
    struct Order: Sendable {
        let programme: Int64
        let questionnaire: Int64
        let language: Language
        let hasTexts: Bool
        let today: Day
    }

    /// - Returns: nil where there is no such questionnaire.
    static func read(_ db: Session, _ order: Order, key: ServerKey) throws -> ResearchPlan? {
        let store = ResearchStore(db: db)
        guard let study = try StudyStore(db: db).study(ofProgramme: order.programme),
            let subject = try store.subjects(of: order.programme).first(where: {
                $0.key == order.questionnaire
            })
        else { return nil }
        let closed = try QuestionnaireStore(db: db).closedParts(of: order.programme, by: order.today)
        let parts = try store.parts(of: subject.key, among: closed)
        let columns = ResearchColumns(
            parts: parts, asked: try store.asked(of: subject.key),
            names: ResearchNames(try store.items(of: subject.key)),
            longest: try store.longestCodes(of: order.programme), hasTexts: order.hasTexts, order.language)
        let pseudonyms = ResearchPseudonym(key, study: study.code)
        var (people, sheets, last) = ([String](), [Sheet](), "")
        try store.sheets(of: subject.key, in: study.key, on: order.today) { sheet in
            guard let part = columns.places[sheet.part] else { return }
            if sheet.person != last {
                last = sheet.person
                people.append(pseudonyms.of(last))
            }
            sheets.append(
                Sheet(
                    key: sheet.sheet, person: Int32(people.count - 1), part: Int16(part),
                    isQuotable: sheet.isQuotable))
        }
        // In the order of the pseudonyms, because any other would tell something.
        let places = people.indices.sorted { people[$0] < people[$1] }
        var place = [Int32](repeating: 0, count: people.count)
        for (new, old) in places.enumerated() { place[old] = Int32(new) }
        sheets.sort { (place[Int($0.person)], $0.part) < (place[Int($1.person)], $1.part) }
        return ResearchPlan(
            study: study, subject: subject, language: order.language, hasTexts: order.hasTexts,
            variables: columns.variables, sheets: sheets, people: people,
            newestConsent: try ConsentStore(db: db).newest(of: study.key), columns: columns)
    }

    /// So many sheets are read at once.
    static let chunk = 256

    /// The rows of some sheets, in their order. - Throws: `Gone` where one is there no longer.
    func rows(_ range: Range<Int>, _ db: Session) throws -> [[ResearchValue]] {
        let some = sheets[range]
        let keys = Set(some.map(\.key))
        let heads = try ResearchStore(db: db).heads(of: keys)
        var rows: [Int64: [ResearchValue]] = [:]
        for sheet in some {
            guard let head = heads[sheet.key] else { throw Gone() }
            rows[sheet.key] = columns.row(head, sheet, person: people[Int(sheet.person)])
        }
        try ResearchStore(db: db).answers(of: keys) { key, answer in
            guard let index = rows.index(forKey: key) else { return }
            columns.set(answer, in: &rows.values[index])
        }
        return some.map { rows[$0.key] ?? [] }
    }

    /// The study was replaced or removed meanwhile.
    struct Gone: Error {}
}
