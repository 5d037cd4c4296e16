import Crypto
import Foundation
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

    /// `study.yaml`: what the program itself keeps, always in the same order, and then whatever else it said.
    private static func studyFile(_ db: Session, _ study: Int64) throws -> String {
        let store = StudyStore(db: db)
        guard let held = try store.details(of: study) else { return "" }
        let document = yamlNode(try store.document(of: study))?.mapping ?? [:]
        let programmes = ProgrammeStore(db: db)
        let title = [("sv", held.title.sv.map(Node.text)), ("en", held.title.en.map(Node.text))]
        let privacy: [(String, Node?)] = [
            ("minimumGroup", .number(held.minimumGroup)),
            ("minimumForSingleItems", .number(held.minimumForSingleItems)),
            ("published", .truth(held.published)),
        ]
        let file: [(String, Node?)] = [
            ("format", .text(StudyDocument.format)), ("id", .text(held.code)),
            ("title", node(title, and: document["title"]?.mapping)), ("model", held.model.map(Node.text)),
            ("starts", .text(held.starts)), ("ends", .text(held.ends)),
            ("phases", periods(try programmes.phases(of: held.programme), document["phases"])),
            ("timezone", .text(held.timezone)),
            ("privacy", node(privacy, and: document["privacy"]?.mapping)),
            ("terms", periods(try programmes.terms(of: held.programme), document["terms"])),
        ]
        return yamlText(node(file, and: document))
    }

    /// The periods, each with what else its entry said.
    private static func periods(_ periods: [StudyDocument.Period], _ before: Node?) -> Node? {
        if periods.isEmpty, before == nil { return nil }
        return Node(
            periods.map { period in
                let entry = before?.sequence?.first { $0.mapping?["id"]?.string == period.code }
                let known: [(String, Node?)] = [
                    ("id", .text(period.code)), ("from", .text(period.from.description)),
                    ("to", .text(period.to.description)),
                ]
                return node(known, and: entry?.mapping)
            })
    }

    /// A mapping of what is known, and of what else stood there under other names.
    private static func node(_ known: [(String, Node?)], and before: Node.Mapping?) -> Node {
        let names = known.map { $0.0 }
        let rest = (before ?? [:]).filter { !names.contains($0.key.string ?? "") }.map { ($0.key, $0.value) }
        return Node(known.compactMap { name, value in value.map { (Node.text(name), $0) } } + rest)
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
        // A file system takes 255 bytes for a name; a long one is told apart by its digest.
        guard name.utf8.count > 200 else { return name }
        let digest = SHA256.hash(data: Data(code.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
        return name.prefix(180) + "-" + digest
    }
}
