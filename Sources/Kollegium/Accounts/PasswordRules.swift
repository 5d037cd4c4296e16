import Foundation

/// What a new password has to be. Length is what makes one hard to guess; kinds of letters are not asked for, because
/// that makes them harder to remember and hardly harder to guess (NIST SP 800-63B).
enum PasswordRules {
    /// Twelve: three or four words. Guessing at sign-in is throttled, and one-time codes may stand beside it.
    static let fewest = 12
    /// Enough for a sentence, and no more than is quickly hashed.
    static let most = 128

    /// What is wrong with a password for the account of this address; nil where it will do.
    static func objection(to password: String, of email: EmailAddress) -> Sentence? {
        let password = PasswordHash.normalised(password)
        let length = password.unicodeScalars.count
        if length < fewest { return tooShort }
        if length > most { return tooLong }
        if password.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return unseen
        }
        if EmailAddress.folded(password) == email.text { return address }
        return isEasilyGuessed(password, of: email) ? tooEasy : nil
    }

    /// What stands in every list of broken passwords follows few habits: a word that everybody thinks of, with digits
    /// and signs around it; one piece again and again; a run along the alphabet or the keyboard. So habits are looked
    /// for, which catches also what is in no list.
    static func isEasilyGuessed(_ password: String, of email: EmailAddress) -> Bool {
        let folded = EmailAddress.folded(password)
        let letters = Array(folded)
        if Set(letters).count < 5 || isRepeated(letters) || runs(in: letters) * 3 >= letters.count * 2 {
            return true
        }
        return remainder(of: folded, without: wordsEverybodyKnows + words(in: email)).count < 4
    }

    /// The letters that are left when known words, digits and signs are taken away.
    private static func remainder(of password: String, without words: [String]) -> String {
        var rest = password
        // Signs that stand for letters are read both ways: as letters, and as what they are. Those at either end are
        // mostly there to please some rule.
        let core = password.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
        var read = String(core.map { disguises[$0] ?? $0 })
        for word in words.sorted(by: { $0.count > $1.count }) {
            rest = rest.replacingOccurrences(of: word, with: " ")
            read = read.replacingOccurrences(of: word, with: " ")
        }
        let plain = rest.filter(\.isLetter)
        let undisguised = read.filter(\.isLetter)
        return plain.count < undisguised.count ? plain : undisguised
    }

    private static func isRepeated(_ letters: [Character]) -> Bool {
        (1...max(1, letters.count / 2)).contains { length in
            letters.indices.allSatisfy { letters[$0] == letters[$0 % length] }
        }
    }

    /// How many letters follow the one before along the alphabet, the digits or a row of keys, either way.
    private static func runs(in letters: [Character]) -> Int {
        zip(letters, letters.dropFirst()).count { one, next in
            rows.contains { row in
                guard let place = row.firstIndex(of: one) else { return false }
                return (place + 1 < row.count && row[place + 1] == next)
                    || (place > 0 && row[place - 1] == next)
            }
        }
    }

    private static func words(in email: EmailAddress) -> [String] {
        email.text.split { !$0.isLetter }.map(String.init).filter { $0.count > 2 }
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyzåäö", "1234567890", "qwertyuiopå", "asdfghjklöä", "zxcvbnm,.-",
        "zxcvbnm,./", "azertyuiop",
        "1qaz", "2wsx", "3edc", "4rfv",
    ].map { Array($0) }

    private static let disguises: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static let wordsEverybodyKnows = [
        "password", "passwort", "lösenord", "losenord", "lösen", "hemlig", "secret", "admin", "welcome",
        "välkommen",
        "valkommen", "letmein", "iloveyou", "jagälskar", "login", "inloggning", "test", "qwerty", "qwertz",
        "asdf",
        "master", "dragon", "monkey", "football", "fotboll", "hockey", "baseball", "superman", "batman",
        "princess",
        "prinsessa", "sunshine", "solsken", "sommar", "summer", "vinter", "winter", "vår", "spring", "höst",
        "autumn", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober",
        "november", "december", "måndag", "fredag", "monday", "friday", "sverige", "sweden", "stockholm",
        "göteborg",
        "malmö", "skolan", "skola", "school", "lärare", "teacher", "rektor", "elev", "kollegium", "arbetslag",
        "handledare", "mamma", "pappa", "hello", "hejsan", "hej", "the", "och", "abc", "min", "mitt", "mina",
        "my",
    ]
}

extension PasswordRules {
    private static let tooShort = Sentence(
        sv: "Lösenordet är för kort: minst \(fewest) tecken. Några ord efter varandra går bra.",
        en: "The password is too short: at least \(fewest) characters. A few words in a row will do.")
    private static let tooLong = Sentence(
        sv: "Lösenordet är för långt: högst \(most) tecken.",
        en: "The password is too long: at most \(most) characters.")
    private static let unseen = Sentence(
        sv: "Lösenordet innehåller ett tecken som inte syns, till exempel en radbrytning. Skriv det utan.",
        en: "The password has a character that cannot be seen, such as a line break. Write it without.")
    private static let address = Sentence(
        sv: "Lösenordet är din e-postadress. Välj något som bara du vet.",
        en: "The password is your e-mail address. Choose something that only you know.")
    private static let tooEasy = Sentence(
        sv: "Lösenordet är lätt att gissa: ett känt ord, en upprepning eller en följd på tangentbordet."
            + " Några ord som inte hör ihop är bättre.",
        en: "The password is easy to guess: a well-known word, a repetition or a run along the keyboard."
            + " A few words that do not belong together are better.")
}
