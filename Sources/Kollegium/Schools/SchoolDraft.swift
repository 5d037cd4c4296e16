/// A school and its profile at the start of the programme, as somebody types it. All but the name may be left out.
///
/// Fields: `name`, `municipality`, `municipalityType`, `pupils`, `foreignBackground`, `parentsPostSecondary`,
/// `grade9PassedAll`, `meritValue`.
struct SchoolDraft: Sendable, Equatable {
    var name = ""
    var municipality = ""
    var municipalityType = ""
    var pupils = ""
    /// Pupils with foreign background, in per cent.
    var foreignBackground = ""
    /// Parents with education after upper secondary school, in per cent.
    var parentsPostSecondary = ""
    /// Pupils of year 9 who passed in all subjects, in per cent.
    var grade9PassedAll = ""
    var meritValue = ""
    /// What the form was made from (`FormBasis`); nil for a new school.
    var basis: String?

    struct Values: Sendable, Equatable {
        let name: String
        let profile: SchoolProfile
    }

    func examined() -> Examined<Values> {
        var form = FormReading()
        let name = form.text("name", name, missing: .schoolNameMissing)
        let profile = SchoolProfile(
            municipality: form.text("municipality", municipality, most: 100),
            municipalityType: form.text("municipalityType", municipalityType, most: 100),
            pupils: form.count("pupils", pupils, within: 0...100_000),
            foreignBackground: form.decimal("foreignBackground", foreignBackground, within: 0...100),
            parentsPostSecondary: form.decimal("parentsPostSecondary", parentsPostSecondary, within: 0...100),
            grade9PassedAll: form.decimal("grade9PassedAll", grade9PassedAll, within: 0...100),
            meritValue: form.decimal("meritValue", meritValue, within: 0...400))
        return Examined(form) { name.map { Values(name: $0, profile: profile) } }
    }

    var fields: [String] {
        [
            name, municipality, municipalityType, pupils, foreignBackground, parentsPostSecondary,
            grade9PassedAll, meritValue,
        ]
    }
}

/// A school in figures when the programme began; what is not known is nil.
struct SchoolProfile: Sendable, Equatable {
    var municipality: String?
    var municipalityType: String?
    var pupils: Int?
    /// Shares in per cent.
    var foreignBackground: Double?
    var parentsPostSecondary: Double?
    var grade9PassedAll: Double?
    var meritValue: Double?
}

extension Sentence {
    fileprivate static let schoolNameMissing = Sentence(
        sv: "skolans namn saknas; skriv det som folk säger det",
        en: "the school's name is missing; write it as people say it")
}
