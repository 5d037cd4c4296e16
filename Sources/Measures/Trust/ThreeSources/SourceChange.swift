/// What would change a verdict: one thing in one of its sources, and what the source and the form would then say.
public struct SourceChange: Sendable, Equatable {
    public enum Subject: Sendable, Equatable {
        case answers(AnswersChange)
        /// Answers that may be told at all: the minimum group, and the share of those asked.
        case enoughAnswers
        case coded(CodedChange)
        case process(ProcessChange)
    }

    public let subject: Subject
    /// The source's own level then; nil for insufficient, and where answers are still to come.
    public let sourceLevel: TrustLevel?
    /// Whether the coded evidence would then be divided.
    public let isDivided: Bool
    /// The form's level then, with all else as it is; nil for insufficient.
    public let formLevel: TrustLevel?
}

extension TermAssessment {
    /// For each source of a form the nearest changes of one thing by which the source, or the form, would have another
    /// level: answers first, then coded evidence, then the process.
    public func wouldChange(_ form: TrustForm) -> [SourceChange] {
        guard let now = verdict(on: form) else { return [] }
        return answersChanges(now) + codedChanges(now) + processChanges(now)
    }

    private func answersChanges(_ now: FormVerdict) -> [SourceChange] {
        guard now.answers.level != nil else {
            return [
                SourceChange(
                    subject: .enoughAnswers, sourceLevel: nil, isDivided: false, formLevel: now.level)
            ]
        }
        return now.answers.wouldChange.map { change in
            var changed = findings
            changed.answers[now.form] = now.answers.at(change.level)
            let then = FormVerdict(now.form, changed)
            return SourceChange(
                subject: .answers(change), sourceLevel: change.level, isDivided: then.isDivided,
                formLevel: then.level)
        }
    }

    private func codedChanges(_ now: FormVerdict) -> [SourceChange] {
        CodedReading.candidates(now.form, findings.statements).compactMap { change in
            var changed = findings
            changed.statements = changed.statements.with(change)
            let then = FormVerdict(now.form, changed)
            guard
                then.coded.level != now.coded.level || then.isDivided != now.isDivided
                    || then.level != now.level
            else { return nil }
            return SourceChange(
                subject: .coded(change), sourceLevel: then.coded.level, isDivided: then.isDivided,
                formLevel: then.level)
        }
    }

    private func processChanges(_ now: FormVerdict) -> [SourceChange] {
        ProcessChange.candidates(now.form, findings.process).compactMap { change in
            var changed = findings
            changed.process = changed.process.with(change)
            let then = FormVerdict(now.form, changed)
            guard then.process?.level != now.process?.level || then.level != now.level else { return nil }
            return SourceChange(
                subject: .process(change), sourceLevel: then.process?.level, isDivided: then.isDivided,
                formLevel: then.level)
        }
    }
}

extension AnswersReading {
    fileprivate func at(_ level: TrustLevel) -> AnswersReading {
        AnswersReading(level: level, reason: reason, bare: bare, figures: figures, wouldChange: [])
    }
}
