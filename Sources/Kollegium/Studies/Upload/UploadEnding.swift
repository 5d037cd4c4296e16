import Storage

/// How the reading of an upload ended, to be written down.
struct UploadEnding: Sendable {
    let state: Upload.State
    let findings: Upload.Findings
    /// The study's id, where there is one now.
    var study: String?
    /// Whether it came with this upload, so that somebody has to lead its programme.
    var isNew = false

    init(
        _ state: Upload.State, _ lines: (Language) -> [String], remarks: (Language) -> [String] = { _ in [] }
    ) {
        self.state = state
        findings = Upload.Findings(lines, remarks: remarks)
    }

    init(_ outcome: StudyImport.Outcome?) {
        switch outcome {
        case .imported(let summary, let replaced):
            self.init(.done, { _ in [] }, remarks: summary.notices.lines)
            study = summary.study
            isNew = !replaced
        case .unchanged(let summary):
            self.init(.done, { _ in [] }, remarks: summary.notices.lines)
            study = summary.study
        case nil: self.init(.failed, { [Upload.interrupted($0)] })
        }
    }

    /// Whoever sent a study that was not here leads its programme: else nobody could open it. Of one that was here
    /// already nobody is given anything.
    func write(_ upload: Upload, _ db: Session, now: Int64, today: Day) throws {
        if isNew, let study, let person = upload.person, let held = try StudyStore(db: db).study(study) {
            try AssignmentStore(db: db).give(
                .programmeLeader, to: person, at: .programme(held.programme), from: today)
        }
        try UploadStore(db: db).end(upload.key, state, findings, study: study, now: now)
    }
}

extension StudyStore {
    /// Whether a person leads the programme of a held study.
    func isLed(_ code: String, by person: Int64?, today: Day) throws -> Bool {
        guard let person, let study = try study(code) else { return false }
        return try AssignmentStore(db: db).of(person, on: today).contains {
            $0.role == .programmeLeader && $0.place == .programme(study.programme)
        }
    }
}

extension UploadStore {
    /// Whether one waits, or was left by the dead.
    func needsAttention(now: Int64) throws -> Bool {
        try db.one(
            "SELECT 1 FROM uploads WHERE state = 'waiting' OR (state = 'reading' AND seen_at < ?) LIMIT 1",
            now - Upload.silence
        ) { _ in true } ?? false
    }
}
