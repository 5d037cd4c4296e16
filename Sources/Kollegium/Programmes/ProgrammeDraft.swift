import Foundation

/// A programme as somebody types it, kept as typed until all of it makes sense.
///
/// Fields: `titleSV`, `titleEN`, `starts`, `ends`, `zone`, `phases.0.name`, `phases.0.from`, `phases.0.to` and on,
/// `terms.0.…`, `minimumGroup`, `minimumForSingleItems`.
struct ProgrammeDraft: Sendable, Equatable {
    var titleSV = ""
    var titleEN = ""
    /// First and last day.
    var starts = ""
    var ends = ""
    var zone = "Europe/Stockholm"
    var phases: [Period] = []
    /// Where all are blank, each half-year that the days touch is a term.
    var terms: [Period] = []
    var minimumGroup = "5"
    var minimumForSingleItems = "8"
    /// What the form was made from (`FormBasis`); nil for a new programme.
    var basis: String?

    /// A phase or a term. A row without any text is as if it were not there.
    struct Period: Sendable, Equatable {
        var name = ""
        var from = ""
        var to = ""

        var isBlank: Bool { [name, from, to].allSatisfy { TypedText($0).isEmpty } }
    }

    /// What a sound draft says.
    struct Values: Sendable, Equatable {
        let title: Title
        let days: ClosedRange<Day>
        let zone: TimeZone
        let phases: [StudyDocument.Period]
        let terms: [StudyDocument.Period]
        let minimumGroup: Int
        let minimumForSingleItems: Int
    }

    /// How small a group may be shown.
    struct Groups: Sendable, Equatable {
        let minimum: Int
        let forSingleItems: Int

        /// Those of a new programme, which nobody may go below.
        static let least = Groups(minimum: 5, forSingleItems: 8)
    }

    /// - Parameter present: the groups of a programme that is there already: what people answered under is never
    ///   lowered.
    func examined(present: Groups? = nil) -> Examined<Values> {
        var form = FormReading()
        let title = Title(sv: form.text("titleSV", titleSV), en: form.text("titleEN", titleEN))
        if TypedText(titleSV).isEmpty, TypedText(titleEN).isEmpty { form.report("titleSV", .titleMissing) }
        let starts = form.day("starts", starts, missing: .firstDayMissing)
        let ends = form.day("ends", ends, missing: .lastDayMissing)
        var days: ClosedRange<Day>?
        if let starts, let ends {
            if ends < starts {
                form.report("ends", .endsBeforeStart(starts))
            } else if ends.number - starts.number > 20 * 366 {
                form.report("ends", .tooLong)
            } else {
                days = starts...ends
            }
        }
        let zone = TimeZone(named: TypedText(zone).text)
        if zone == nil { form.report("zone", .unknownZone(self.zone)) }
        let phases = Self.periods("phases", phases, in: &form)
        Self.refuseOverlap("phases", phases, self.phases, in: &form)
        if let days { Self.refuseOutside("phases", phases, self.phases, days, in: &form) }
        var terms = Self.periods("terms", terms, in: &form)
        Self.refuseOverlap("terms", terms, self.terms, in: &form)
        if terms.isEmpty, let days {
            terms = StudyDocument.halfYears(from: days.lowerBound, to: days.upperBound)
        }
        let group = Self.group(
            "minimumGroup", minimumGroup, Groups.least.minimum, present: present?.minimum, in: &form)
        let single = Self.group(
            "minimumForSingleItems", minimumForSingleItems, Groups.least.forSingleItems,
            present: present?.forSingleItems, in: &form)
        return Examined(form) {
            guard let days, let zone, let group, let single else { return nil }
            return Values(
                title: title, days: days, zone: zone, phases: phases, terms: terms, minimumGroup: group,
                minimumForSingleItems: single)
        }
    }

    private static func group(
        _ field: String, _ typed: String, _ least: Int, present: Int?, in form: inout FormReading
    ) -> Int? {
        let before = form.problems.all.count
        guard let number = form.count(field, typed, within: 0...1000) else {
            if form.problems.all.count == before { form.report(field, .groupTooSmall(present ?? least)) }
            return nil
        }
        guard number >= present ?? least else {
            form.report(field, present == nil ? .groupTooSmall(least) : .groupLowered(present ?? least))
            return nil
        }
        return number
    }
}

extension TimeZone {
    /// A zone by its name in the tz database. Foundation also takes `GMT+2` and names that differ in case only, which
    /// other programs do not know.
    fileprivate init?(named name: String) {
        guard name.contains("/") || name == "UTC", let zone = TimeZone(identifier: name),
            zone.identifier == name
        else {
            return nil
        }
        self = zone
    }
}
