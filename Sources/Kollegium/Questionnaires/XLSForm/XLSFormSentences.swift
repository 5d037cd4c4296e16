/// What there is to say about an XLSForm.
extension Sentence {
    static let noSurvey = Sentence(
        sv: "arket ”survey” med kolumnen ”type” saknas; en XLSForm har det",
        en: "the sheet “survey” with the column “type” is missing; an XLSForm has it")

    static let noQuestions = Sentence(
        sv: "det finns ingen fråga att ta emot", en: "there is no question to take in")

    static func noList(_ list: String) -> Sentence {
        Sentence(
            sv: "listan ”\(list.excerpt)” finns inte i arket ”choices”, eller är tom",
            en: "the list “\(list.excerpt)” is not in the sheet “choices”, or is empty")
    }

    static func noNumber(_ text: String) -> Sentence {
        Sentence(
            sv: "”\(text.excerpt)” ska vara ett heltal från 1",
            en: "“\(text.excerpt)” should be a whole number from 1"
        )
    }

    static func groupLost(_ name: String) -> Sentence {
        Sentence(
            sv: "gruppen ”\(name.excerpt)” följer inte med som rubrik; dess frågor gör det",
            en: "the group “\(name.excerpt)” does not come along as a heading; its questions do")
    }

    static let repeatLost = Sentence(
        sv: "frågorna ställs en gång; upprepningen följer inte med",
        en: "the questions are asked once; the repetition does not come along")

    static func answeredInWords(_ type: String) -> Sentence {
        Sentence(
            sv: "typen ”\(type)” finns inte här; frågan besvaras med egna ord",
            en: "the type “\(type)” is not known here; the question is answered in words")
    }

    static let noteLost = Sentence(
        sv: "en text utan fråga följer inte med", en: "a text without a question does not come along")

    static func metadataLost(_ type: String) -> Sentence {
        Sentence(
            sv: "”\(type)” fylls i av en maskin och följer inte med",
            en: "“\(type)” is filled in by a machine and does not come along")
    }

    static func typeLost(_ type: String) -> Sentence {
        Sentence(
            sv: "typen ”\(type.excerpt)” finns inte här; frågan följer inte med",
            en: "the type “\(type.excerpt)” is not known here; the question does not come along")
    }

    static func conditionLost(_ column: String) -> Sentence {
        Sentence(
            sv: "”\(column)” följer inte med; frågan ställs till alla, och får hoppas över",
            en: "“\(column)” does not come along; the question is put to everybody, and may be passed over")
    }

    static func columnLost(_ column: String) -> Sentence {
        Sentence(
            sv: "kolumnen ”\(column.excerpt)” följer inte med",
            en: "the column “\(column.excerpt)” does not come along")
    }
}
