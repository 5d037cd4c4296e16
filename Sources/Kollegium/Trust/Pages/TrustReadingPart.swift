import Measures

/// What a level rests on: both sides of the coded evidence, each source with its rule and figures, the caps, and what
/// would change it.
struct TrustReadingPart: Sendable {
    let speaksFor: Side
    let speaksAgainst: Side
    let sources: [TrustSourcePart]
    /// How the sources are put together; nil where the top of the page says it.
    let combination: String?
    let hasCaps: Bool
    let caps: [Cap]
    /// Whether the term runs, so that something can still change its level. Of one that has ended it is told folded.
    let isRunning: Bool
    let hasChanges: Bool
    let changes: [Change]
    let hasLesserChanges: Bool
    /// Changes of a source that leave the form's level as it is.
    let lesserChanges: [Change]
    /// What the rules and the evidence are called in the study's files, for who wants to look them up.
    let names: Names

    struct Names: Sendable {
        let set: String
        let rules: String
        let supports: String?
        let opposes: String?
    }

    struct Side: Sendable {
        let heading: String
        let isEmpty: Bool
        let isRunning: Bool
        let evidence: [Evidence]
    }

    struct Evidence: Sendable {
        let seen: String
        /// What kind of source, and when.
        let origin: String
        let decides: Bool
        let note: String?
    }

    struct Cap: Sendable {
        let words: String
        let effect: String
        /// Days or evidence that it rests on.
        let grounds: String?
    }

    struct Change: Sendable {
        let words: String
        let effect: String?
    }

    init?(
        _ assessment: TermAssessment, _ form: TrustForm, _ settings: TrustSettings, notes: [String: String],
        isRunning: Bool, _ view: TrustView
    ) {
        guard let verdict = assessment.verdict(on: form) else { return nil }
        let language = view.language
        func side(_ heading: Sentence, _ statements: [CodedStatement]) -> Side {
            Side(
                heading: heading(language), isEmpty: statements.isEmpty, isRunning: isRunning,
                evidence: statements.map {
                    Evidence(
                        $0, decides: verdict.coded.level != nil && verdict.coded.evidence.contains($0.id),
                        note: notes[$0.id], view)
                })
        }
        speaksFor = side(TrustWords.speaksFor, verdict.coded.speaksFor)
        speaksAgainst = side(TrustWords.speaksAgainst, verdict.coded.speaksAgainst)
        sources = TrustSourcePart.all(verdict, assessment.findings.process, settings, view)
        combination =
            verdict.isPreliminary || verdict.level == nil ? nil : verdict.combination.words(language)
        let lowering = Set(verdict.lowering.map(\.cap))
        caps = verdict.caps.map {
            Cap($0, isLowering: lowering.contains($0.cap), assessment.findings.statements, language)
        }
        hasCaps = !caps.isEmpty
        self.isRunning = isRunning
        let all = assessment.wouldChange(form)
        let changing = all.filter { $0.formLevel != verdict.level || $0.effect == nil }
        let statements = assessment.findings.statements
        changes = changing.map { Change($0, statements, settings, language) }
        hasChanges = !changes.isEmpty
        lesserChanges = all.filter { !changing.contains($0) }.map {
            Change($0, statements, settings, language)
        }
        hasLesserChanges = !lesserChanges.isEmpty
        func ids(_ statements: [CodedStatement]) -> String? {
            statements.isEmpty ? nil : statements.map(\.id).joined(separator: ", ")
        }
        names = Names(
            set: ThreeSources.name, rules: verdict.rules.joined(separator: ", "),
            supports: ids(verdict.coded.speaksFor), opposes: ids(verdict.coded.speaksAgainst))
    }
}

extension TrustReadingPart.Evidence {
    fileprivate init(_ statement: CodedStatement, decides: Bool, note: String?, _ view: TrustView) {
        let (language, day) = (view.language, Day(statement.date))
        seen = TrustWords.seen(statement.indicator, statement.value)(language)
        origin = [
            statement.source.map { EvidenceSource.words($0, language) }, day.map(language.weekdayAndDate),
        ].compactMap(\.self).joined(separator: ", ")
        self.decides = decides
        // Free words, of a time that the reader has to have been there.
        self.note = day.map { $0 >= view.since } == true ? note.flatMap { $0.isEmpty ? nil : $0 } : nil
    }
}

extension TrustReadingPart.Cap {
    fileprivate init(
        _ fired: FiredCap, isLowering: Bool, _ statements: [CodedStatement], _ language: Language
    ) {
        words = fired.cap.words(language)
        effect =
            (isLowering
            ? Sentence(sv: "Den sänker nivån.", en: "It lowers the level.")
            : Sentence(
                sv: "Den gäller, men nivån är inte högre ändå.",
                en: "It holds, but the level is no higher anyway."))(language)
        let days = fired.days.compactMap { Day(number: $0) }.map(language.date)
        let seen = statements.filter { fired.evidence.contains($0.id) }.map { $0.plain(language) }
        grounds = days.isEmpty && seen.isEmpty ? nil : (seen + days).joined(separator: "; ")
    }
}

extension TrustReadingPart.Change {
    fileprivate init(
        _ change: SourceChange, _ statements: [CodedStatement], _ settings: TrustSettings,
        _ language: Language
    ) {
        let sentence =
            if case .coded(let coded) = change.subject {
                coded.words(among: statements)
            } else {
                change.words(
                    minimumGroup: settings.privacy.minimumGroup,
                    answeringPercent: settings.thresholds.answeringPercent)
            }
        words = sentence(language)
        effect = change.effect?(language)
    }
}
