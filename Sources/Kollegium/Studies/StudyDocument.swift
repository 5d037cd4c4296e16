import Foundation
import Yams

/// What `study.yaml` says of a study: its name, its time, and how small a group may be shown.
struct StudyDocument: Sendable {
    let code: String
    let title: Title
    let model: String?
    let starts: Day
    let ends: Day
    let phases: [Period]
    let terms: [Period]
    let zone: TimeZone
    let minimumGroup: Int
    let minimumForSingleItems: Int
    let published: Bool
    /// The whole file in canonical form; whatever the format does not know lives here only.
    let text: String

    /// A named stretch of days, both ends in it.
    struct Period: Sendable, Equatable {
        let code: String
        let from: Day
        let to: Day
    }

    static let file = "study.yaml"
    static let format = "kollegium-study/1"

    /// Always gives a document, so that the other files of a faulty bundle can be examined too; what was wrong
    /// is in `problems`.
    init(_ node: Node?, problems: Problems) {
        let mapping = node.flatMap {
            CheckedMapping($0, file: Self.file, problems: problems, name: Self.file)
        }
        if let mapping { self.init(mapping) } else { self.init() }
    }

    private init(_ mapping: CheckedMapping) {
        if let format = mapping.text("format"), format != Self.format {
            mapping.reject(
                Sentence(
                    sv: "”format” är ”\(format.excerpt)”; det här programmet läser \(Self.format)",
                    en: "“format” is “\(format.excerpt)”; this program reads \(Self.format)"),
                at: "format")
        }
        code = mapping.identifier("id") ?? ""
        title = Title(mapping, required: true)
        model = mapping.optionalText("model")
        starts = mapping.day("starts") ?? .distantPast
        ends = mapping.day("ends") ?? .distantFuture
        if mapping.optionalDayQuietly("starts") != nil, mapping.optionalDayQuietly("ends") != nil,
            ends < starts
        {
            mapping.reject(
                Sentence(
                    sv: "”ends” är \(ends), före ”starts” \(starts)",
                    en: "“ends” is \(ends), before “starts” \(starts)"),
                at: "ends")
        }
        phases = Self.periods(mapping, "phases")
        let named = Self.periods(mapping, "terms")
        terms = mapping.has("terms") ? named : Self.halfYears(from: starts, to: ends)
        zone = Self.zone(mapping)
        let privacy = mapping.mapping("privacy")
        minimumGroup = Self.group(privacy, "minimumGroup") ?? 5
        minimumForSingleItems = Self.group(privacy, "minimumForSingleItems") ?? 8
        published = privacy?.bool("published") ?? false
        privacy?.noticeUnknown(besides: ["minimumGroup", "minimumForSingleItems", "published"])
        mapping.noticeUnknown(
            besides: [
                "format", "id", "title", "model", "starts", "ends", "phases", "timezone", "privacy", "terms",
                "provenance",
            ])
        text = yamlText(mapping.node)
    }

    /// Stands in for a file that could not be read at all.
    private init() {
        code = ""
        title = Title(sv: nil, en: nil)
        model = nil
        starts = .distantPast
        ends = .distantFuture
        phases = []
        terms = []
        zone = .gmt
        minimumGroup = 5
        minimumForSingleItems = 8
        published = false
        text = ""
    }

    private static func group(_ privacy: CheckedMapping?, _ key: String) -> Int? {
        guard let number = privacy?.integer(key, from: 0) else { return nil }
        guard number >= 5 else {
            privacy?.reject(
                Sentence(
                    sv: "”\(key)” är \(number); den får höjas men aldrig vara under 5",
                    en: "“\(key)” is \(number); it may be raised but never be below 5"),
                at: key)
            return nil
        }
        return number
    }

    private static func zone(_ mapping: CheckedMapping) -> TimeZone {
        let name = mapping.optionalText("timezone") ?? "Europe/Stockholm"
        if let zone = TimeZone(identifier: name) { return zone }
        mapping.reject(
            Sentence(
                sv: "”timezone” är ”\(name.excerpt)”, som ingen tidszon heter; skriv som Europe/Stockholm",
                en:
                    "“timezone” is “\(name.excerpt)”, which no time zone is called; write it as Europe/Stockholm"
            ),
            at: "timezone")
        return .gmt
    }

    private static func periods(_ mapping: CheckedMapping, _ key: String) -> [Period] {
        var periods: [Period] = []
        var codes: Set<String> = []
        for entry in mapping.mappings(key) {
            guard let code = entry.identifier("id") else { continue }
            guard let from = entry.day("from"), let to = entry.day("to") else { continue }
            if to < from {
                entry.reject(
                    Sentence(
                        sv: "”to” är \(to), före ”from” \(from)", en: "“to” is \(to), before “from” \(from)"),
                    at: "to")
            } else if !codes.insert(code).inserted {
                entry.reject(.repeated("id", code), at: "id")
            } else {
                periods.append(Period(code: code, from: from, to: to))
            }
        }
        return periods
    }

    /// Each half-year that the days touch: VT is 1 January to 30 June, HT 1 July to 31 December.
    static func halfYears(from starts: Day, to ends: Day) -> [Period] {
        guard starts != .distantPast, ends != .distantFuture, starts <= ends, ends.year - starts.year < 200
        else {
            return []
        }
        return (starts.year...ends.year).flatMap { year -> [Period] in
            [("VT", 1, 1, 6, 30), ("HT", 7, 1, 12, 31)].compactMap { name, month, day, lastMonth, lastDay in
                guard let from = Day(year: year, month: month, day: day),
                    let to = Day(year: year, month: lastMonth, day: lastDay), from <= ends, to >= starts
                else { return nil }
                return Period(code: "\(name)\(year)", from: from, to: to)
            }
        }
    }
}

/// A title in Swedish, English or both.
struct Title: Sendable, Hashable {
    let sv: String?
    let en: String?

    init(sv: String?, en: String?) {
        self.sv = sv
        self.en = en
    }

    /// From a key `title` that is `{sv: …, en: …}`, or one text for both languages.
    init(_ mapping: CheckedMapping, required: Bool) {
        guard let value = mapping.value("title") else {
            if required { mapping.reject(.missing("title"), at: "title") }
            self.init(sv: nil, en: nil)
            return
        }
        if let text = value.scalar?.string {
            self.init(sv: text, en: text)
            return
        }
        let both = mapping.mapping("title")
        self.init(sv: both?.optionalText("sv"), en: both?.optionalText("en"))
        if required, sv == nil, en == nil {
            mapping.reject(
                Sentence(
                    sv: "”title” ska ha minst ett av ”sv” och ”en”",
                    en: "“title” needs at least one of “sv” and “en”"),
                at: "title")
        }
    }

    /// Says nothing in any language.
    var isEmpty: Bool { (sv ?? "").isEmpty && (en ?? "").isEmpty }

    /// In the language asked for, or the other where that is all there is.
    func callAsFunction(_ language: Language) -> String {
        (language == .sv ? sv ?? en : en ?? sv) ?? ""
    }
}

extension CheckedMapping {
    fileprivate func optionalDayQuietly(_ key: String) -> Day? {
        value(key)?.scalar.flatMap { Day($0.string) }
    }
}

extension Day {
    fileprivate static let distantPast = Day(year: 1, month: 1, day: 1)!
    fileprivate static let distantFuture = Day(year: 9999, month: 12, day: 31)!
}
