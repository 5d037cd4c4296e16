extension ProgrammeDraft {
    /// The phases or terms that were typed, in the order of their days.
    static func periods(_ list: String, _ typed: [Period], in form: inout FormReading) -> [StudyDocument
        .Period]
    {
        var periods: [StudyDocument.Period] = []
        var names: Set<String> = []
        if typed.count > most {
            form.report(list, .tooManyPeriods)
            return []
        }
        for (place, period) in typed.enumerated() where !period.isBlank {
            let field = "\(list).\(place)"
            let name = form.text("\(field).name", period.name, most: 60, missing: .periodNameMissing)
            let from = form.day("\(field).from", period.from, missing: .periodFromMissing)
            let to = form.day("\(field).to", period.to, missing: .periodToMissing)
            if let from, let to, to < from { form.report("\(field).to", .periodBackwards(from)) }
            if let name, !names.insert(name).inserted { form.report("\(field).name", .periodRepeated(name)) }
            if let name, let from, let to {
                periods.append(StudyDocument.Period(code: name, from: from, to: to))
            }
        }
        return periods.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private static let most = 60

    /// A phase that runs on when the programme is over is a slip of the pen.
    static func refuseOutside(
        _ list: String, _ periods: [StudyDocument.Period], _ typed: [Period], _ days: ClosedRange<Day>,
        in form: inout FormReading
    ) {
        for period in periods {
            let place = typed.firstIndex { TypedText($0.name).text == period.code } ?? 0
            if period.from < days.lowerBound { form.report("\(list).\(place).from", .outsideProgramme(days)) }
            if period.to > days.upperBound { form.report("\(list).\(place).to", .outsideProgramme(days)) }
        }
    }

    /// A day in two terms would be counted twice wherever terms are compared; on a day in two phases nobody could say
    /// which is now.
    static func refuseOverlap(
        _ list: String, _ periods: [StudyDocument.Period], _ typed: [Period], in form: inout FormReading
    ) {
        for (earlier, later) in zip(periods, periods.dropFirst()) where later.from <= earlier.to {
            let place = typed.firstIndex { TypedText($0.name).text == later.code } ?? 0
            form.report("\(list).\(place).from", .periodsOverlap(earlier, later))
        }
    }
}

extension Sentence {
    fileprivate static let tooManyPeriods = Sentence(
        sv: "så många perioder får inte plats; ange högst 60", en: "there are too many; give 60 at most")
    fileprivate static let periodNameMissing = Sentence(
        sv: "namnet saknas; skriv till exempel År 1", en: "the name is missing; write, say, Year 1")
    fileprivate static let periodFromMissing = Sentence(
        sv: "första dagen saknas; skriv som 2013-08-19",
        en: "the first day is missing; write it as 2013-08-19")
    fileprivate static let periodToMissing = Sentence(
        sv: "sista dagen saknas; skriv som 2014-06-13", en: "the last day is missing; write it as 2014-06-13")

    fileprivate static func periodBackwards(_ from: Day) -> Sentence {
        Sentence(
            sv:
                "sista dagen är före den första, \(Language.sv.date(from)); byt plats på dem eller rätta den ena",
            en: "the last day is before the first, \(Language.en.date(from)); swap them or mend one")
    }

    fileprivate static func periodRepeated(_ name: String) -> Sentence {
        Sentence(
            sv: "”\(name.excerpt)” finns redan ovanför; ge den här ett eget namn",
            en: "“\(name.excerpt)” is there already above; give this one a name of its own")
    }

    fileprivate static func periodsOverlap(
        _ earlier: StudyDocument.Period, _ later: StudyDocument.Period
    ) -> Sentence {
        Sentence(
            sv: "”\(later.code.excerpt)” börjar innan ”\(earlier.code.excerpt)” är slut, "
                + "\(Language.sv.date(earlier.to)); en dag hör bara till en av dem",
            en: "“\(later.code.excerpt)” begins before “\(earlier.code.excerpt)” has ended, "
                + "\(Language.en.date(earlier.to)); a day belongs to one of them only")
    }
}
