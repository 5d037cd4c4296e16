import Measures

/// A table of a report's page, as the template `report-table` writes it.
struct ReportTable: Sendable {
    let name: String
    /// What the rows are.
    let corner: String
    let columns: [Column]
    let rows: [Row]
    /// Of the element, with a space before each: the name by which programs find the table, where it has one.
    let attributes: String

    /// - Parameter id: For who reads the page by program; made of letters, digits and hyphens.
    init(id: String? = nil, name: String, corner: String, columns: [Column], rows: [Row]) {
        self.name = name
        self.corner = corner
        self.columns = columns
        self.rows = rows
        // On paper a table of many columns has to give way.
        attributes = (id.map { " id=\"\($0)\"" } ?? "") + (columns.count > 9 ? " class=\"wide\"" : "")
    }

    /// Words stand to the left, figures to the right.
    struct Column: Sendable {
        let heading: String
        let attributes: String

        /// Of figures.
        init(_ heading: String) {
            self.heading = heading.breakable
            attributes = ""
        }

        private init(words heading: String) {
            self.heading = heading.breakable
            attributes = Cell.words
        }

        static func words(_ heading: String) -> Column { Column(words: heading) }
    }

    struct Row: Sendable {
        let heading: String
        let cells: [Cell]

        init(heading: String, cells: [Cell]) {
            self.heading = heading.breakable
            self.cells = cells
        }
    }

    /// Rows as columns and columns as rows, with the corner of those.
    func transposed(corner: String) -> ReportTable {
        ReportTable(
            name: name, corner: corner, columns: rows.map { Column($0.heading) },
            rows: columns.indices.map { column in
                Row(heading: columns[column].heading, cells: rows.map { $0.cells[column] })
            })
    }
}

extension ReportTable {
    struct Cell: Sendable {
        let text: String
        /// Of the element: that it holds words, or the figure with the digits that the text has not.
        let attributes: String

        fileprivate static let words = " class=\"words\""

        /// A figure whose text says it all.
        init(_ text: String) {
            self.text = text
            attributes = ""
        }

        private init(_ text: String, attributes: String) {
            self.text = text
            self.attributes = attributes
        }

        static func words(_ text: String) -> Cell {
            Cell(text.breakable, attributes: words)
        }

        /// A figure rounded for the eye, with all its digits beside it. Nil is told by a dash.
        static func figure(_ number: Double?, _ language: Language, places: Int = 2) -> Cell {
            guard let number, number.isFinite else { return Cell("–") }
            return Cell(language.decimal(number, places: places), attributes: " data-value=\"\(number)\"")
        }

        /// Two limits of a share between 0 and 1, in per cent.
        static func percents(_ interval: Interval?, _ language: Language) -> Cell {
            guard let interval else { return Cell("–") }
            let (lower, upper) = (
                Int((100 * interval.lower).rounded()), Int((100 * interval.upper).rounded())
            )
            return Cell(language.percent(lower, upper), attributes: digits(of: interval))
        }

        /// Two limits as they are.
        static func limits(_ interval: Interval?, _ language: Language) -> Cell {
            guard let interval else { return Cell("–") }
            let dash = interval.lower < 0 ? Sentence(sv: " till ", en: " to ")(language) : "–"
            return Cell(
                language.decimal(interval.lower) + dash + language.decimal(interval.upper),
                attributes: digits(of: interval))
        }

        private static func digits(of interval: Interval) -> String {
            " data-value=\"\(interval.lower) \(interval.upper)\""
        }
    }
}

extension String {
    /// With places to break in words that are longer than a column is wide, which no browser would break otherwise
    /// without breaking short words too.
    fileprivate var breakable: String {
        guard split(separator: " ").contains(where: { $0.count > 20 }) else { return self }
        var broken = ""
        var run = 0
        for letter in self where letter != "\u{200B}" {
            if run == 12 {
                broken.append("\u{200B}")
                run = 0
            }
            broken.append(letter)
            run = letter == " " ? 0 : run + 1
        }
        return broken
    }
}
