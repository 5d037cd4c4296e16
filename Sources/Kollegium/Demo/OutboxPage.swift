/// The letters that a demonstration would have sent.
struct OutboxPage: Page {
    static let template = "outbox"
    let heading: PageHeading
    let letters: [Letter]
    let isEmpty: Bool

    struct Letter: Sendable {
        let subject: String
        let recipient: String
        let when: String
        let paragraphs: [Paragraph]
    }

    /// Words, or a link to follow.
    struct Paragraph: Sendable {
        let text: String?
        let link: String?
    }

    init(_ letters: [OutboxLetter], today: (Int64) -> Day, _ language: Language) {
        heading = PageHeading(title: Sentence(sv: "Utkorgen", en: "Outbox")(language))
        isEmpty = letters.isEmpty
        self.letters = letters.map { letter in
            Letter(
                subject: letter.subject, recipient: letter.recipient,
                when: language.weekdayAndDate(today(letter.madeAt)),
                paragraphs: letter.body.split(separator: "\n", omittingEmptySubsequences: true).map(
                    Paragraph.init))
        }
    }
}

extension OutboxPage.Paragraph {
    fileprivate init(_ line: Substring) {
        let isLink = line.hasPrefix("http://") || line.hasPrefix("https://")
        text = isLink ? nil : String(line)
        link = isLink ? String(line) : nil
    }
}
