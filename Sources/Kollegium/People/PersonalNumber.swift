/// Swedish personal identity numbers and what stands in for them. None belongs here, so they are found and turned away
/// wherever people are typed in.
enum PersonalNumber {
    /// Whether one stands anywhere in the text: `YYMMDD-NNNN` with two or four digits of the year, also `+`, coordination
    /// numbers (the day plus 60) and a school's own with `T` or `TF`; without a hyphen only where the check digit is
    /// right, because telephone numbers have as many digits.
    static func isIn(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            guard isDigit(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            if isNumber(bytes, start, end) { return true }
            start = end
        }
        return false
    }

    private static func isNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let digits = Array(bytes[start..<end])
        switch digits.count {
        case 6, 8:
            guard isDate(digits) else { return false }
            var next = end
            while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
            guard next < bytes.count, "-+".utf8.contains(bytes[next]) else { return false }
            next += 1
            while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
            return isEnding(bytes[next...].prefix { isDigit($0) || isLetter($0) })
        case 10, 12:
            let ten = digits.suffix(10)
            return isDate(Array(digits.dropLast(4))) && isChecked(Array(ten))
        default: return false
        }
    }

    /// Six or eight digits that are a day, perhaps with 60 added to it.
    private static func isDate(_ digits: [UInt8]) -> Bool {
        if digits.count == 8, ![[1, 8], [1, 9], [2, 0]].contains(digits.prefix(2).map { Int($0) - 48 }) {
            return false
        }
        let day = digits.suffix(4)
        guard let month = wholeNumber(day.prefix(2)), let number = wholeNumber(day.suffix(2)) else {
            return false
        }
        return (1...12).contains(month) && ((1...31).contains(number) || (61...91).contains(number))
    }

    /// Four digits, or what schools write while a pupil has none: `T123`, `TF12`.
    private static func isEnding(_ four: ArraySlice<UInt8>) -> Bool {
        guard four.count == 4 else { return false }
        let letters = four.prefix { !isDigit($0) }.map { $0 & 0xDF }
        let isKnown = letters.isEmpty || letters == Array("T".utf8) || letters == Array("TF".utf8)
        return isKnown && four.dropFirst(letters.count).allSatisfy(isDigit)
    }

    /// Luhn's check digit over ten digits.
    private static func isChecked(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.enumerated() {
            let value = (Int(digit) - 48) * (place.isMultiple(of: 2) ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}
