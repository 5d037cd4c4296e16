extension TeamRole {
    /// What people call it.
    func name(_ language: Language) -> String { (Role(rawValue: rawValue) ?? .teacher).name(language) }
}

extension TeamRoom.Stay {
    /// `lärare sedan 19 aug 2013`, or from when until when.
    func words(_ language: Language, today: Day) -> String {
        let role = role.name(language)
        guard let to, to <= today, let last = Day(number: to.number - 1) else {
            return Sentence(
                sv: "\(role) sedan \(language.date(from))", en: "\(role) since \(language.date(from))")(
                    language)
        }
        return "\(role) \(language.date(from)) – \(language.date(last))"
    }

    /// Nobody is called anything who was erased.
    func name(_ language: Language) -> String {
        name ?? Sentence(sv: "En borttagen person", en: "A person who was removed")(language)
    }
}

extension TeamRoom {
    /// School, grades, pupils and kind in one line.
    func summary(_ language: Language) -> String {
        [
            school,
            grades.map { $0.replacing("-", with: "–") }.map {
                Sentence(sv: "årskurs \($0)", en: "grades \($0)")(language)
            },
            pupils.map {
                Sentence(sv: "\(language.grouped($0)) elever", en: "\(language.grouped($0)) pupils")(language)
            },
            kind,
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
