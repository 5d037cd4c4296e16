import Foundation
import Storage

/// Where a role is held, as the command line names it.
struct AssignmentPlace {
    let db: Session

    /// - Parameters:
    ///   - programme: a study's id.
    ///   - school: a study's id and the school's id in it, with a slash between.
    func find(_ role: Role, programme: String?, school: String?) throws -> AssignmentStore.Place {
        if role.isOfProgramme {
            guard let programme else { throw AccountRefusal.placeMissing(role) }
            return .programme(try self.programme(programme))
        }
        if role.isOfSchool {
            guard let school else { throw AccountRefusal.placeMissing(role) }
            let parts = school.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw AccountRefusal.unknownPlace(school) }
            let key = try db.one(
                "SELECT school_id FROM school_profiles WHERE programme_id = ? AND code = ?",
                try self.programme(parts[0]),
                parts[1].precomposedStringWithCanonicalMapping
            ) { try $0.key(0) }
            guard let key else { throw AccountRefusal.unknownPlace(school) }
            return .school(key)
        }
        guard role == .administrator else { throw AccountRefusal.noAssignment(role.rawValue) }
        return .organisation
    }

    private func programme(_ code: String) throws -> Int64 {
        let studies = try StudyStore(db: db).studies([.held])
        guard let study = studies.first(where: { $0.code == code.precomposedStringWithCanonicalMapping })
        else {
            throw AccountRefusal.unknownPlace(code)
        }
        return study.programme
    }
}
