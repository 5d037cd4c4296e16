extension ProgrammeDraft {
    /// What somebody sent by the form of `EntryPage.programme`.
    /// - Parameter basis: what the form was made from; nil for something new.
    init(_ form: Form, basis: String? = nil) {
        self.basis = basis
        titleSV = form["titleSV"]
        titleEN = form["titleEN"]
        starts = form["starts"]
        ends = form["ends"]
        zone = form["zone"]
        phases = Self.periods("phases", form)
        terms = Self.periods("terms", form)
        minimumGroup = form["minimumGroup"]
        minimumForSingleItems = form["minimumForSingleItems"]
    }

    /// Rows as they were sent, blank ones among them, so that a mistake's place is the field's.
    private static func periods(_ list: String, _ form: Form) -> [Period] {
        var periods: [Period] = []
        while periods.count < 100, form.has("\(list).\(periods.count).name") {
            let row = "\(list).\(periods.count)"
            periods.append(
                Period(name: form[row + ".name"], from: form[row + ".from"], to: form[row + ".to"]))
        }
        return periods
    }
}

extension EntryPage {
    /// The form of a programme, new or there already.
    /// - Parameter leader: who is to lead it, where the one who begins it does not.
    static func programme(
        _ draft: ProgrammeDraft, _ heading: PageHeading, to url: SiteURL, leader: ProgrammeLeaderDraft? = nil,
        problems: FormProblems?, back: SiteURL, _ language: Language
    ) -> EntryPage {
        let fields = EntryFields(language: language, problems: problems)
        var groups = [EntryGroup(fields: Self.whatItIs(draft, fields))]
        if let leader { groups.append(Self.leader(leader, fields, language)) }
        groups += Self.periods(
            "phases", Sentence(sv: "Fas", en: "Phase"), draft.phases, blank: max(1, 3 - draft.phases.count),
            fields)
        groups += Self.periods(
            "terms", Sentence(sv: "Termin", en: "Term"), draft.terms, blank: 1, fields,
            hint: Sentence(
                sv: "Lämna terminerna tomma, så blir varje halvår en termin.",
                en: "Leave the terms empty, and each half-year is one."))
        groups.append(Self.groups(fields, draft, language))
        let name =
            draft.basis == nil
            ? Sentence(sv: "Börja ett program", en: "Begin a programme")
            : Sentence(sv: "Ändra programmet", en: "Change the programme")
        return EntryPage(name, heading, basis: draft.basis, to: url, back: back, fields, groups)
    }

    private static func whatItIs(_ draft: ProgrammeDraft, _ fields: EntryFields) -> [EntryField] {
        [
            fields.text("titleSV", Sentence(sv: "Namn på svenska", en: "Name in Swedish"), draft.titleSV),
            fields.text(
                "titleEN", Sentence(sv: "Namn på engelska", en: "Name in English"), draft.titleEN,
                hint: Sentence(sv: "Ett av namnen räcker.", en: "One of the names is enough.")),
            fields.text("starts", Sentence(sv: "Första dag", en: "First day"), draft.starts, hint: .dayHint),
            fields.text("ends", Sentence(sv: "Sista dag", en: "Last day"), draft.ends),
            fields.text("zone", Sentence(sv: "Tidszon", en: "Time zone"), draft.zone),
        ]
    }

    private static func leader(
        _ leader: ProgrammeLeaderDraft, _ fields: EntryFields, _ language: Language
    ) -> EntryGroup {
        EntryGroup(
            legend: Sentence(sv: "Vem ska leda programmet", en: "Who is to lead the programme")(language),
            hint: Sentence(
                sv: "Du själv ser inget av programmet. Den som ska leda det får en inbjudan med e-post.",
                en: "You yourself see nothing of the programme. Whoever is to lead it is invited by e-mail.")(
                    language),
            fields: [
                fields.text("leaderName", Sentence(sv: "Namn", en: "Name"), leader.name),
                fields.text(
                    "leaderEmail", Sentence(sv: "E-postadress", en: "E-mail address"), leader.email,
                    kind: .email),
            ])
    }

    private static func periods(
        _ list: String, _ kind: Sentence, _ typed: [ProgrammeDraft.Period], blank: Int, _ fields: EntryFields,
        hint: Sentence? = nil
    ) -> [EntryGroup] {
        let language = fields.language
        let rows = typed + Array(repeating: ProgrammeDraft.Period(), count: blank)
        return rows.enumerated().map { place, period in
            let row = "\(list).\(place)"
            return EntryGroup(
                legend: "\(kind(language)) \(place + 1)", hint: place == 0 ? hint?(language) : nil,
                fields: [
                    fields.text(row + ".name", Sentence(sv: "Namn", en: "Name"), period.name),
                    fields.text(row + ".from", Sentence(sv: "Från och med", en: "From"), period.from),
                    fields.text(row + ".to", Sentence(sv: "Till och med", en: "To"), period.to),
                ])
        }
    }

    private static func groups(
        _ fields: EntryFields, _ draft: ProgrammeDraft, _ language: Language
    ) -> EntryGroup {
        EntryGroup(
            legend: Sentence(sv: "Hur små grupper som visas", en: "How small groups are shown")(language),
            fields: [
                fields.text(
                    "minimumGroup", Sentence(sv: "Minsta grupp", en: "Smallest group"), draft.minimumGroup,
                    hint: Sentence(
                        sv: "Så många måste ha svarat innan något visas. Kan höjas, aldrig sänkas under 5.",
                        en:
                            "So many have to have answered before anything is shown. It can be raised, never below 5."
                    )),
                fields.text(
                    "minimumForSingleItems",
                    Sentence(
                        sv: "Minsta grupp för enskilda frågor", en: "Smallest group for single questions"),
                    draft.minimumForSingleItems),
            ])
    }
}

extension Sentence {
    static let dayHint = Sentence(
        sv: "Till exempel 2013-09-03 eller 3 sep 2013.", en: "For example 2013-09-03 or 3 Sep 2013.")
}
