import Foundation

/// What there is to say about a bundle that cannot be opened or read.
extension Sentence {
    /// By the error number of the system.
    static func unreadable(_ number: Int32) -> Sentence {
        switch number {
        case ENOENT, ENOTDIR:
            return Sentence(
                sv: "finns inte; ange en mapp eller en zip med en studie",
                en: "does not exist; give a folder or a zip with a study")
        case EACCES, EPERM:
            return Sentence(
                sv: "får inte läsas; ge den som kör programmet läsrättighet",
                en: "may not be read; give whoever runs the program permission to read it")
        default:
            let reason = String(cString: strerror(number))
            return Sentence(sv: "kan inte läsas (\(reason))", en: "cannot be read (\(reason))")
        }
    }

    static let notABundle = Sentence(
        sv: "är varken en mapp eller en zip; en studie är en mapp eller en zip av den",
        en: "is neither a folder nor a zip; a study is a folder, or a zip of one")

    static let damagedZip = Sentence(
        sv: "zip-filen är skadad eller avklippt; gör om den eller hämta den på nytt",
        en: "the zip is damaged or cut short; make it again or fetch it anew")

    static let missingFile = Sentence(
        sv: "filen saknas; lägg den i studiens mapp",
        en: "the file is missing; put it into the study's folder")

    static let folderInPlace = Sentence(
        sv: "är en mapp; här ska en vanlig fil ligga",
        en: "is a folder; a plain file should be here")

    static let specialInPlace = Sentence(
        sv: "är ingen vanlig fil (utan en enhet, ett rör eller en bruten länk); här ska en vanlig fil ligga",
        en: "is no plain file (but a device, a pipe or a broken link); a plain file should be here")

    static let instrumentsNoFolder = Sentence(
        sv: "är ingen mapp; enkäterna ligger i en mapp med det namnet",
        en: "is no folder; the questionnaires lie in a folder of that name")

    static func sameName(_ name: String) -> Sentence {
        Sentence(
            sv: "”\(name.excerpt)” finns två gånger; varje fil får finnas en gång",
            en: "“\(name.excerpt)” is there twice; each file may be there once")
    }
}

/// What there is to say about the entries of a zip.
extension Sentence {
    static func outsideEntry(_ name: String) -> Sentence {
        Sentence(
            sv:
                "”\(name.excerpt)” leder ut ur studien; en zip av en studie har bara relativa namn utan ”..”, "
                + "omvända snedstreck och enhetsbokstäver",
            en:
                "“\(name.excerpt)” leads out of the study; a zip of a study has only relative names without “..”, "
                + "backslashes and drive letters")
    }

    static func nulInName(_ name: String) -> Sentence {
        Sentence(
            sv: "”\(name.excerpt)” har ett NUL-tecken i namnet; gör om zip-filen",
            en: "“\(name.excerpt)” has a NUL byte in its name; make the zip again")
    }

    static func linkEntry(_ name: String) -> Sentence {
        Sentence(
            sv: "”\(name.excerpt)” är en länk eller enhet; en zip av en studie har bara vanliga filer",
            en: "“\(name.excerpt)” is a link or a device; a zip of a study has only plain files")
    }

    static func encryptedEntry(_ name: String) -> Sentence {
        Sentence(
            sv: "”\(name.excerpt)” är krypterad; gör zip-filen utan lösenord",
            en: "“\(name.excerpt)” is encrypted; make the zip without a password")
    }

    static func tooManyEntries(most: Int) -> Sentence {
        Sentence(
            sv: "zip-filen har fler än \(Language.sv.grouped(most)) poster; en studie har några tiotal",
            en: "the zip has more than \(Language.en.grouped(most)) entries; a study has a few dozen")
    }

    static func expandsBeyond(gigabytes: Int64) -> Sentence {
        Sentence(
            sv: "zip-filen blir större än \(gigabytes) GB uppackad; använd en mapp för en så stor studie",
            en: "the zip expands beyond \(gigabytes) GB; use a folder for a study of that size")
    }

    static func expandsBeyond(ratio: Int64) -> Sentence {
        Sentence(
            sv: "zip-filen blir mer än \(ratio) gånger så stor uppackad, vilket inga svar blir; "
                + "stämmer den ändå, använd en mapp",
            en: "the zip expands to more than \(ratio) times its size, which no answers do; "
                + "if it is right, use a folder")
    }

    static let damagedEntry = Sentence(
        sv: "filen är skadad i zip-filen; gör om zip-filen eller hämta den på nytt",
        en: "the file is damaged in the zip; make the zip again or fetch it anew")

    static let unknownCompression = Sentence(
        sv: "filen är packad på ett sätt som inte kan läsas; gör en vanlig zip (deflate)",
        en: "the file is packed in a way that cannot be read; make an ordinary zip (deflate)")

    static let changedZip = Sentence(
        sv: "zip-filen ändrades medan den lästes; försök igen när den är färdig",
        en: "the zip changed while it was read; try again when it is complete")
}
