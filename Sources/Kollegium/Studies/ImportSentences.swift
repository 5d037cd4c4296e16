extension ImportRefusal {
    func lines(_ language: Language) -> [String] {
        switch self {
        case .unchanged: return []
        case .differs(let code, let differences):
            let head = Sentence(
                sv: "Studien ”\(code.excerpt)” finns redan och skiljer sig från paketet; inget är ändrat. "
                    + "--replace låter paketet ta dess plats.",
                en:
                    "The study “\(code.excerpt)” is there already and differs from the bundle; nothing was changed. "
                    + "--replace lets the bundle take its place.")
            return [head(language)] + differences.lines(language)
        case .livedIn(let code):
            return [
                Sentence(
                    sv: "Människor har arbetat i ”\(code.excerpt)” sedan den lästes in; den ersätts inte.",
                    en: "People have worked in “\(code.excerpt)” since it was imported; it is not replaced.")(
                        language)
            ]
        case .wouldBlock:
            return [
                Sentence(
                    sv:
                        "Ett annat program använder databasen och skulle få vänta mer än fem sekunder på att skriva; "
                        + "inget är ändrat. Kör igen med --while-serving, som läser in bit för bit.",
                    en: "Another program uses the database and would wait more than five seconds to write; "
                        + "nothing was changed. Run again with --while-serving, which copies piece by piece.")(
                        language)
            ]
        case .anotherImport:
            return [
                Sentence(
                    sv: "En annan inläsning pågår i samma databas; vänta tills den är klar.",
                    en: "Another import into the same database is running; wait until it is done.")(language)
            ]
        }
    }
}

extension StudyExport.Refusal {
    func sentence(_ language: Language) -> String {
        switch self {
        case .unknownStudy(let code): return ReportRefusal.unknownStudy(code).sentence(language)
        case .pathIsTaken(let path):
            return Sentence(
                sv: "\(path) finns redan; välj ett annat namn, inget skrivs över",
                en: "\(path) is there already; choose another name, nothing is overwritten")(language)
        case .notWritable(let path, let why):
            return Sentence(
                sv: "\(path) går inte att skriva: \(why)", en: "\(path) cannot be written: \(why)")(language)
        case .keptNoLonger: return Sentence.keptNoLonger(language)
        case .overtaken:
            return Sentence(
                sv:
                    "någon ändrade sitt ja eller nej medan kopian skrevs, så den är borttagen; skriv den igen",
                en:
                    "somebody changed their yes or no while the copy was written, so it was removed; write it again"
            )(language)
        }
    }
}
