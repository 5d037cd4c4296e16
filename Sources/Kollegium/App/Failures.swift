import Foundation
import Storage

/// An error as sentences that a person can act on. What is none of their making gets an id, under which the
/// details stand in the log.
func failureLines(
    _ error: any Error, location: DatabaseLocation, folder: String, _ language: Language
) -> [String] {
    switch error {
    case let error as BundleError: return error.notices.lines(language) + error.lines(language)
    case let refusal as ImportRefusal: return refusal.lines(language)
    case let refusal as StudyExport.Refusal: return [refusal.sentence(language)]
    case let refusal as ReportRefusal: return [refusal.sentence(language)]
    case let error as SettingsError: return error.lines(language)
    case let refusal as CopyRefusal: return [refusal.sentence(language)]
    case let refusal as AccountRefusal: return [refusal.sentence(language)]
    case let damaged as ServerKey.Damaged: return [damaged.sentence(language)]
    case let refusal as DemoSite.NotADemo: return [refusal.sentence(language)]
    case PlaceError.notOurs(let location):
        return [
            Sentence(
                sv: "\(location) innehåller ingen Kollegium-databas; läs in en studie först (study import)",
                en: "\(location) holds no Kollegium database; import a study first (study import)")(language)
        ]
    case PlaceError.folder(let path):
        return [
            Sentence(
                sv: "\(path.printable) är en mapp; --database ska vara en fil, och mappen anges med --data",
                en: "\(path.printable) is a folder; --database should be a file, and --data names the folder")(
                    language)
        ]
    case let error as StorageError:
        if let sentence = error.sentence(location) { return [sentence(language)] }
    case is CancellationError:
        return [Sentence(sv: "Avbrutet; inget är ändrat.", en: "Cancelled; nothing was changed.")(language)]
    default: break
    }
    let id = PublicID.make().prefix(8)
    let log = folder + "/kollegium.log"
    let line = "\(Date().formatted(.iso8601)) \(id) \(error)\n"
    let isLogged = append(line, to: log)
    let place = isLogged ? log : "stderr"
    if !isLogged { FileHandle.standardError.write(Data(line.utf8)) }
    return [
        Sentence(
            sv: "Något gick fel hos oss (\(id)); inget är ändrat. Detaljer finns i \(place).",
            en: "Something went wrong on our side (\(id)); nothing was changed. Details are in \(place).")(
                language)
    ]
}

private func append(_ line: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Array(line.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } > 0
}

extension StorageError {
    /// What a person can do about it; nil where they can do nothing, because the mistake is ours.
    func sentence(_ location: DatabaseLocation) -> Sentence? {
        switch kind {
        case .locked:
            Sentence(
                sv:
                    "Databasen \(location) används av ett annat program. Försök igen om en stund; inget är ändrat.",
                en:
                    "The database \(location) is in use by another program. Try again in a while; nothing was changed."
            )
        case .full:
            Sentence(
                sv:
                    "Disken är full, eller så är en gräns för \(location) nådd. Gör plats och försök igen; inget är ändrat.",
                en:
                    "The disk is full, or a limit for \(location) is reached. Make room and try again; nothing was changed."
            )
        case .readOnly:
            Sentence(
                sv:
                    "\(location) får inte ändras. Se över rättigheterna till filen och mappen; inget är ändrat.",
                en:
                    "\(location) may not be changed. Check the permissions of the file and its folder; nothing was changed."
            )
        case .cannotOpen:
            Sentence(
                sv:
                    "Det går inte att öppna någon databas i \(location). Läs in en studie först, eller ange --database.",
                en: "No database can be opened at \(location). Import a study first, or give --database.")
        case .connectionLost:
            Sentence(
                sv:
                    "Ingen förbindelse med \(location). Se till att servern är igång och att adressen stämmer; inget är ändrat.",
                en:
                    "No connection to \(location). Check that the server runs and that the address is right; nothing was changed."
            )
        case .timedOut:
            Sentence(
                sv:
                    "Databasen hann inte svara i tid. Försök igen när den är mindre belastad; inget är ändrat.",
                en:
                    "The database did not answer in time. Try again when it is less busy; nothing was changed."
            )
        case .contention:
            Sentence(
                sv: "Andra ändrade samma uppgifter samtidigt. Försök igen; inget är ändrat.",
                en: "Others changed the same data at the same time. Try again; nothing was changed.")
        case .damaged:
            Sentence(
                sv:
                    "\(location) är skadad eller ingen databas. Kör kollegium check, eller återställ en säkerhetskopia.",
                en: "\(location) is damaged or no database. Run kollegium check, or restore a backup.")
        case .newerSchema(let found, let known):
            Sentence(
                sv:
                    "\(location) är gjord av en nyare version (schema \(found)); det här programmet kan schema \(known). Uppgradera programmet.",
                en:
                    "\(location) was made by a newer version (schema \(found)); this program knows schema \(known). Upgrade the program."
            )
        case .migrationFailed(let number, let name):
            Sentence(
                sv:
                    "Schemat kunde inte föras till steg \(number) (\(name)); det är kvar som det var före. \(detail)",
                en:
                    "The schema could not be brought to step \(number) (\(name)); it stands as it was before. \(detail)"
            )
        case .programFailed(let program):
            Sentence(
                sv: "\(program) gick inte att använda, och utan det går det inte: "
                    + detail.trimmingCharacters(in: .whitespacesAndNewlines).printable,
                en: "\(program) could not be used, and nothing can be done without it: "
                    + detail.trimmingCharacters(in: .whitespacesAndNewlines).printable)
        case .constraint, .nulInText, .programming: nil
        }
    }
}
