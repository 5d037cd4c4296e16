/// What people call terms and roles.
extension Language {
    /// `VT2014` is the spring term of 2014; a term that is called something else is called that.
    func term(_ code: String) -> String {
        let half = code.prefix(2).uppercased()
        let digits = code.dropFirst(2).drop { $0 == " " || $0 == "-" }
        guard half == "VT" || half == "HT", digits.utf8.count == 2 || digits.utf8.count == 4,
            let number = wholeNumber(Array(digits.utf8))
        else { return code }
        let year = number < 100 ? 2000 + number : number
        return half == "VT"
            ? Sentence(sv: "Vårterminen \(year)", en: "The spring term of \(year)")(self)
            : Sentence(sv: "Höstterminen \(year)", en: "The autumn term of \(year)")(self)
    }
}
