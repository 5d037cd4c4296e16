/// The ids that a bundle will give to what people make here: read from the name, `bjorkskolan-4-6`, and unique
/// where it has to be.
enum ReadableCode {
    /// Lower-case ASCII letters, digits and single hyphens, at most 40 of them.
    static func from(_ name: String, otherwise: String) -> String {
        var code = ""
        for byte in SwedishOrder.searchKey(name).unicodeScalars {
            switch byte {
            case "a"..."z", "0"..."9": code.unicodeScalars.append(byte)
            case "å", "ä": code += "a"
            case "ö": code += "o"
            default: if !code.isEmpty, !code.hasSuffix("-") { code += "-" }
            }
            if code.utf8.count >= 40 { break }
        }
        while code.hasSuffix("-") { code.removeLast() }
        return code.isEmpty ? otherwise : code
    }

    /// The code itself, or with the lowest number behind it that makes it free.
    static func free(_ code: String, among taken: Set<String>) -> String {
        if !taken.contains(code) { return code }
        var number = 2
        while taken.contains("\(code)-\(number)") { number += 1 }
        return "\(code)-\(number)"
    }

    /// Past every code that begins with `code` and goes on in letters, digits and hyphens, in bytewise order.
    static func end(of code: String) -> String { code + "~" }
}
