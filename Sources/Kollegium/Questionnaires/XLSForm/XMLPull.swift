import CXML2

/// Reads XML from its beginning to its end, one event at a time, in memory. What could make a small file large or reach
/// outside of it – a document type, entities of its own – is refused before it is looked at.
final class XMLPull {
    enum Event: Equatable {
        /// By its name without a prefix.
        case start(String, isEmpty: Bool)
        case end(String)
        case text(String)
    }

    enum Flaw: Error { case documentType, broken }

    /// The parser reads where the bytes lie, as long as it lives.
    private let bytes: UnsafeMutableRawBufferPointer
    private let reader: xmlTextReaderPtr

    init(_ bytes: [UInt8]) throws {
        // What stands as text in XML has no `<`.
        for mark in ["<!DOCTYPE", "<!ENTITY"] where bytes.contains(mark) { throw Flaw.documentType }
        // In another encoding the marks would not be seen.
        if bytes.contains(0) { throw Flaw.documentType }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        memory.copyBytes(from: bytes)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let reader = xmlReaderForMemory(
            memory.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
            Int32(options))
        guard let reader else {
            memory.deallocate()
            throw Flaw.broken
        }
        self.bytes = memory
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// nil at the end.
    func next() throws -> Event? {
        while true {
            switch xmlTextReaderRead(reader) {
            case 0: return nil
            case 1: break
            default: throw Flaw.broken
            }
            switch UInt32(xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                return .start(name, isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name)
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text(Self.text(xmlTextReaderConstValue(reader)))
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw Flaw.documentType
            default: continue
            }
        }
    }

    /// An attribute of the element that has just begun.
    func attribute(_ name: String) -> String? {
        var found: String?
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if found == nil, self.name == name { found = Self.text(xmlTextReaderConstValue(reader)) }
        }
        xmlTextReaderMoveToElement(reader)
        return found
    }

    private var name: String { Self.text(xmlTextReaderConstLocalName(reader)) }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}

extension [UInt8] {
    fileprivate func contains(_ mark: String) -> Bool {
        let mark = Array(mark.utf8)
        var rest = self[...]
        while let place = rest.firstIndex(of: mark[0]) {
            if rest[place...].starts(with: mark) { return true }
            rest = rest[(place + 1)...]
        }
        return false
    }
}
