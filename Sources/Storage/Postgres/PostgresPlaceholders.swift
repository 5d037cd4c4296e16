/// `?` becomes `$1`, `$2`, … where it stands for a value: not within quotes, quoted names or comments.
func numberedPlaceholders(_ sql: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(sql.utf8)
    result.reserveCapacity(bytes.count + 16)
    var count = 0
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "?"):
            count += 1
            result += Array("$\(count)".utf8)
            index += 1
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let end = bytes[(index + 1)...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
            result += bytes[index..<end]
            index = end
        case UInt8(ascii: "-") where index + 1 < bytes.count && bytes[index + 1] == byte:
            let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            result += bytes[index..<end]
            index = end
        default:
            result.append(byte)
            index += 1
        }
    }
    return String(decoding: result, as: UTF8.self)
}
