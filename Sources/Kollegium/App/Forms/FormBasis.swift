import Crypto
import Foundation

/// What a form to edit was made from, as a short text that travels with it: where the thing has changed meanwhile, in
/// another tab or by another hand, saving would take that away unseen, and is refused.
enum FormBasis {
    /// - Parameter values: the draft's fields as they were filled in.
    static func of(_ values: [String]) -> String {
        var hash = SHA256()
        for value in values {
            let bytes = Array(value.utf8)
            // With its length before it no value can pass for two.
            hash.update(data: Array("\(bytes.count) ".utf8))
            hash.update(data: bytes)
        }
        return hash.finalize().prefix(12).hexadecimal
    }

    /// - Throws: `FormRefusal` where the form was made from something else. A draft without a basis asks for none.
    static func compare(_ given: String?, with present: String?) throws {
        guard let given, given != present else { return }
        throw FormRefusal(
            "",
            Sentence(
                sv:
                    "Någon har ändrat det här sedan du öppnade formuläret. Inget är sparat, och det du skrev står kvar; "
                    + "öppna sidan på nytt i en annan flik och jämför.",
                en:
                    "Somebody has changed this since you opened the form. Nothing is saved, and what you wrote is "
                    + "still here; open the page anew in another tab and compare."))
    }
}
