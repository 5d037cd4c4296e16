import ArgumentParser
import Storage

/// Where a role is held, as commands are told it.
struct RolePlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The study whose programme the role is held in.", valueName: "study"))
    var programme: String?

    @Option(
        help: ArgumentHelp("The school that the role is held at, as study/school.", valueName: "study/school")
    )
    var school: String?

    func find(_ role: Role, _ db: Session) throws -> AssignmentStore.Place {
        try AssignmentPlace(db: db).find(role, programme: programme, school: school)
    }
}
