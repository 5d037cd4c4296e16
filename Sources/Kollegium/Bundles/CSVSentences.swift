/// What there is to say about the columns and the fields of a CSV file.
extension Sentence {
    static func emptyFile(_ columns: [CSVColumn]) -> Sentence {
        let names = columns.map(\.name).joined(separator: ",")
        return Sentence(
            sv: "filen är tom; dess första rad ska namnge kolumnerna: \(names)",
            en: "the file is empty; its first line names the columns: \(names)")
    }

    static func tooManyColumns(_ count: Int, most: Int) -> Sentence {
        let (sv, en) = (Language.sv, Language.en)
        return Sentence(
            sv: "rubrikraden har \(sv.grouped(count)) kolumner; högst \(sv.grouped(most)) kan läsas",
            en: "the header has \(en.grouped(count)) columns; at most \(en.grouped(most)) can be read")
    }

    static func separated(by separator: Character) -> Sentence {
        guard separator != "\t" else {
            return Sentence(
                sv: "kolumnerna verkar vara åtskilda med tabb; använd \",\"",
                en: "the columns seem to be separated by tabs; use \",\"")
        }
        return Sentence(
            sv: "kolumnerna verkar vara åtskilda med \"\(separator)\"; använd \",\"",
            en: "the columns seem to be separated by \"\(separator)\"; use \",\"")
    }

    static func nameless(_ number: Int) -> Sentence {
        Sentence(
            sv: "kolumn \(number) har inget namn; namnge den, eller ta bort kommatecknet",
            en: "column \(number) has no name; name it, or take the comma away")
    }

    static func namedTwice(_ name: String) -> Sentence {
        Sentence(
            sv: "kolumnen ”\(name.excerpt)” finns mer än en gång; varje namn får stå en gång",
            en: "the column “\(name.excerpt)” is there more than once; each name may stand once")
    }

    static func missingColumn(_ name: String, near: String?) -> Sentence {
        guard let near else {
            return Sentence(
                sv: "kolumnen ”\(name)” saknas; lägg till den i rubrikraden",
                en: "the column “\(name)” is missing; add it to the header")
        }
        return Sentence(
            sv: "kolumnen ”\(name)” saknas, men ”\(near.excerpt)” finns; skriv namnet exakt som ”\(name)”",
            en:
                "the column “\(name)” is missing, but “\(near.excerpt)” is there; write it exactly as “\(name)”"
        )
    }

    static func perhapsMeant(_ near: String, _ name: String) -> Sentence {
        Sentence(
            sv: "kolumnen ”\(near.excerpt)” är okänd och behålls som den är; menas ”\(name)”, skriv så",
            en: "the column “\(near.excerpt)” is unknown and kept as it is; if “\(name)” is meant, write that"
        )
    }

    static func fieldCount(_ count: Int, of width: Int) -> Sentence {
        let advice =
            count > width
            ? Sentence(
                sv: "sätt ett fält som innehåller komma inom citattecken",
                en: "put a field that holds a comma in quotes")
            : Sentence(
                sv: "skriv ett komma även för varje tomt fält",
                en: "write a comma for each empty field too")
        return Sentence(
            sv: "raden har \(count) fält, men rubrikraden har \(width); \(advice.sv)",
            en: "the row has \(count) \(count == 1 ? "field" : "fields"), but the header has \(width); "
                + advice.en)
    }
}
