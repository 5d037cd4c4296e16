/// What the scanner finds wrong with the form of a record.
enum CSVFlaw: Equatable {
    case quoteInside
    /// `closed` is the line on which the closing quote stands, when it is another than the opening one's.
    case textAfterQuote(closed: Int?)
    case neverClosed
    case largeField
    case largeQuotedField
    case largeRecord
    case loneReturn
    case nulByte
    case notUTF8

    var sentence: Sentence {
        switch self {
        case .quoteInside: .quoteInside
        case .textAfterQuote(let closed): .textAfterQuote(closed: closed)
        case .neverClosed: .neverClosed
        case .largeField: .largeField
        case .largeQuotedField: .largeQuotedField
        case .largeRecord: .largeRecord
        case .loneReturn: .loneReturn
        case .nulByte: .nulByte
        case .notUTF8: .notUTF8
        }
    }
}

extension Sentence {
    fileprivate static let quoteInside = Sentence(
        sv: "ett citattecken står inne i ett fält utan citattecken; skriv hela fältet inom citattecken, "
            + "och varje citattecken i det två gånger (\"\")",
        en: "a quote stands inside a field without quotes; put the whole field in quotes, "
            + "and write each quote in it twice (\"\")")

    fileprivate static func textAfterQuote(closed: Int?) -> Sentence {
        guard let closed else {
            return Sentence(
                sv: "det står text efter fältets avslutande citattecken; efter det kommer ett komma eller "
                    + "radens slut, och ett citattecken inne i fältet skrivs två gånger (\"\")",
                en: "there is text after the closing quote of a field; a comma or the end of the line "
                    + "follows it, and a quote inside the field is written twice (\"\")")
        }
        return Sentence(
            sv: "fältet som börjar med ett citattecken här avslutas först på rad \(closed), och där följer "
                + "text; avsluta fältet med ett citattecken, och skriv citattecken inne i det två gånger (\"\")",
            en: "the quote that opens here is closed only on line \(closed), and text follows there; close "
                + "the field with a quote, and write quotes inside it twice (\"\")")
    }

    fileprivate static let neverClosed = Sentence(
        sv: "fältet som börjar med ett citattecken här avslutas aldrig; sätt ett citattecken där det slutar "
            + "(resten av filen är inte läst)",
        en: "the quote that opens here is never closed; put a quote where the field ends "
            + "(the rest of the file is not read)")

    fileprivate static let largeField = Sentence(
        sv: "ett fält är större än 1 MB (1\u{A0}048\u{A0}576 byte); dela texten eller korta den "
            + "(resten av filen är inte läst)",
        en: "a field is over 1 MB (1,048,576 bytes); divide the text or shorten it "
            + "(the rest of the file is not read)")

    fileprivate static let largeQuotedField = Sentence(
        sv: "fältet som börjar här är större än 1 MB (1\u{A0}048\u{A0}576 byte); korta det, eller sätt dit "
            + "det avslutande citattecken som saknas (resten av filen är inte läst)",
        en: "the field that begins here is over 1 MB (1,048,576 bytes); shorten it, or put the closing "
            + "quote that is missing (the rest of the file is not read)")

    fileprivate static let largeRecord = Sentence(
        sv: "raden är orimligt lång; varje post slutar med en radbrytning (resten av filen är inte läst)",
        en: "the line is absurdly long; each record ends with a line break (the rest of the file is not read)"
    )

    fileprivate static let loneReturn = Sentence(
        sv: "ett vagnreturtecken (CR) står utan radmatning (LF); avsluta raderna med LF eller CRLF",
        en: "a carriage return (CR) stands without a line feed (LF); end the lines with LF or CRLF")
}
