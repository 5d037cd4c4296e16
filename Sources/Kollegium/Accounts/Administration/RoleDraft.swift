/// A role to give, as it is typed. Fields: `role`, `programme` (its id), `school` (its name, or a part that only one
/// has), `schoolID` (which of several with that name).
struct RoleDraft: Sendable, Equatable {
    var role = ""
    var programme = ""
    var school = ""
    var schoolID = ""

    init(_ form: Form = Form()) {
        role = form["role"]
        programme = form["programme"]
        school = form.trimmed("school")
        schoolID = form["schoolID"]
    }

    struct Values: Sendable, Equatable {
        let role: Role
        let place: AssignmentStore.Place
    }

    /// nil where no role was chosen.
    func examined(_ places: AppointmentStore, _ form: inout FormReading) throws -> Values? {
        guard !role.isEmpty else { return nil }
        guard let role = Role(rawValue: role), Assignment.roles.contains(role) else {
            form.report("role", .roleUnknown)
            return nil
        }
        if role.isOfProgramme {
            guard let found = try places.programmes().first(where: { $0.publicID == programme }) else {
                form.report("programme", .programmeMissing)
                return nil
            }
            return Values(role: role, place: .programme(found.key))
        }
        guard role.isOfSchool else { return Values(role: role, place: .organisation) }
        let matching = try places.schools(named: school)
        let chosen = matching.filter { $0.publicID == schoolID }
        let schools = chosen.isEmpty ? matching : chosen
        guard let found = schools.first, schools.count == 1 else {
            form.report("school", school.isEmpty ? .schoolMissing : .schoolUnclear(schools.map(\.name)))
            return nil
        }
        return Values(role: role, place: .school(found.key))
    }
}

extension Sentence {
    static let appointmentMissing = Sentence(sv: "välj en roll", en: "choose a role")
    static let roleUnknown = Sentence(
        sv: "rollen finns inte; välj en i listan", en: "there is no such role; choose one from the list")
    static let programmeMissing = Sentence(
        sv: "rollen gäller i ett program; välj vilket", en: "the role is held in a programme; choose which")
    static let schoolMissing = Sentence(
        sv: "rollen gäller på en skola; skriv vilken", en: "the role is held at a school; write which")

    static func schoolUnclear(_ names: [String]) -> Sentence {
        guard !names.isEmpty else {
            return Sentence(
                sv: "ingen skola heter så; skriv namnet som i programmet",
                en: "no school has that name; write it as in the programme")
        }
        guard Set(names).count > 1 else {
            return Sentence(
                sv: "flera skolor heter så; välj vilken nedanför",
                en: "several schools have that name; choose which below")
        }
        let list = names.joined(separator: ", ")
        return Sentence(
            sv: "flera skolor passar: \(list); skriv hela namnet, eller välj nedanför",
            en: "several schools match: \(list); write the whole name, or choose below")
    }
}
