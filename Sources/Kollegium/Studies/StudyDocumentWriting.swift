import Storage
import Yams

/// The YAML files of a study, from what the database holds, in canonical form.
enum StudyDocumentWriting {
    /// Every YAML file of the study by its name in the bundle.
    static func all(_ db: Session, _ study: Int64) throws -> [String: String] {
        var files = [StudyDocument.file: try studyFile(db, study)]
        for questionnaire in try QuestionnaireStore(db: db).questionnaires(ofStudy: study) {
            files["instruments/\(fileName(questionnaire.code)).yaml"] = questionnaire.yaml
        }
        return files
    }

    /// `study.yaml` as it came, with all that the program itself keeps in its place.
    private static func studyFile(_ db: Session, _ study: Int64) throws -> String {
        let store = StudyStore(db: db)
        guard let held = try store.details(of: study) else { return "" }
        var document = yamlNode(try store.document(of: study))?.mapping ?? [:]
        document.set("format", .text(StudyDocument.format))
        document.set("id", .text(held.code))
        var title = document["title"]?.mapping ?? [:]
        title.set("sv", held.title.sv.map(Node.text))
        title.set("en", held.title.en.map(Node.text))
        document.set("title", .mapping(title))
        document.set("model", held.model.map(Node.text))
        document.set("starts", .text(held.starts))
        document.set("ends", .text(held.ends))
        let programmes = ProgrammeStore(db: db)
        document.set("phases", periods(try programmes.phases(of: held.programme), document["phases"]))
        document.set("timezone", .text(held.timezone))
        var privacy = document["privacy"]?.mapping ?? [:]
        privacy.set("minimumGroup", .number(held.minimumGroup))
        privacy.set("minimumForSingleItems", .number(held.minimumForSingleItems))
        privacy.set("published", .truth(held.published))
        document.set("privacy", .mapping(privacy))
        document.set("terms", periods(try programmes.terms(of: held.programme), document["terms"]))
        return yamlText(.mapping(document))
    }

    /// The periods, each with what else its entry said.
    private static func periods(_ periods: [StudyDocument.Period], _ before: Node?) -> Node? {
        if periods.isEmpty, before == nil { return nil }
        return Node(
            periods.map { period in
                var entry =
                    before?.sequence?.first { $0.mapping?["id"]?.string == period.code }?.mapping ?? [:]
                entry.set("id", .text(period.code))
                entry.set("from", .text(period.from.description))
                entry.set("to", .text(period.to.description))
                return .mapping(entry)
            })
    }

    /// An id as a file name: whatever could mean something to a file system is written as %XX.
    private static func fileName(_ code: String) -> String {
        var name = ""
        for (index, byte) in code.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where index > 0: name += "."
            default: name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return name
    }
}

extension Node.Mapping {
    /// Sets a value where its key stands, or at the end; nil takes the key away.
    fileprivate mutating func set(_ key: String, _ value: Node?) {
        if let index = firstIndex(where: { $0.key.string == key }) {
            if let value { self[index] = (self[index].key, value) } else { self[Node(key)] = nil }
        } else if let value {
            self[Node(key)] = value
        }
    }
}
