/// What there is to say about a YAML file.
extension Sentence {
    static let largeYAML = Sentence(
        sv: "filen är större än 8 MB; en enkät eller en studiebeskrivning är några kilobyte",
        en: "the file is over 8 MB; a questionnaire or the description of a study is a few kilobytes")

    static let emptyYAML = Sentence(
        sv: "filen är tom; den ska bestå av namn och värden, som ”id: …”",
        en: "the file is empty; it should be made of names and values, like “id: …”")

    static let severalDocuments = Sentence(
        sv: "här börjar ett andra dokument; skriv ett dokument i varje fil",
        en: "a second document begins here; write one document in each file")

    static func anchor(_ name: String) -> Sentence {
        Sentence(
            sv: "ankare tas inte emot (”&\(name.excerpt)”); skriv värdet där det behövs",
            en: "anchors are not accepted (“&\(name.excerpt)”); write the value where it is needed")
    }

    static func alias(_ name: String) -> Sentence {
        Sentence(
            sv: "alias tas inte emot (”*\(name.excerpt)”); skriv ut värdet, och sätt text som börjar med * "
                + "inom citattecken",
            en: "aliases are not accepted (“*\(name.excerpt)”); write the value itself, and put text that "
                + "begins with * in quotes")
    }

    static func foreignTag(_ tag: String) -> Sentence {
        Sentence(
            sv: "taggen ”\(tag.excerpt)” tas inte emot; ta bort den, och sätt text som börjar med ! inom "
                + "citattecken",
            en: "the tag “\(tag.excerpt)” is not accepted; take it away, and put text that begins with ! in "
                + "quotes")
    }

    static let tagDirective = Sentence(
        sv: "%TAG tas inte emot; ta bort raden",
        en: "%TAG is not accepted; take the line away")

    static func deepYAML(most: Int) -> Sentence {
        Sentence(
            sv: "listor och namn är nästlade djupare än \(most) nivåer; så djupt är inget i en studie",
            en: "lists and names are nested more than \(most) levels deep; nothing in a study is")
    }

    static func duplicateKey(_ key: String, first: Int) -> Sentence {
        Sentence(
            sv: "”\(key.excerpt)” finns redan på rad \(first); varje namn får stå en gång",
            en: "“\(key.excerpt)” is there already on line \(first); each name may stand once")
    }

    static let complexKey = Sentence(
        sv: "ett namn är en lista eller har egna namn; ett namn ska vara en text",
        en: "a name is a list or has names of its own; a name should be a text")

    static let controlCharacter = Sentence(
        sv: "raden har ett styrtecken, som inte får finnas i YAML; ta bort det",
        en: "the line has a control character, which YAML may not have; take it away")

    static let hiddenBreak = Sentence(
        sv: "raden har en osynlig radbrytning (NEL, LS eller PS); ta bort den eller skriv en vanlig",
        en: "the line has an invisible line break (NEL, LS or PS); take it away or write an ordinary one")

    static let neverClosedYAML = Sentence(
        sv: "det som börjar här avslutas aldrig; sätt dit det citattecken eller den parentes som saknas",
        en: "what begins here is never closed; put the quote or bracket that is missing")

    /// By the words of libyaml. `opened` is the line on which the list or mapping around it begins.
    static func brokenYAML(_ problem: String, opened: Int) -> Sentence {
        switch problem {
        case "mapping values are not allowed in this context":
            Sentence(
                sv: "ett kolon står där det inte kan stå; kontrollera indraget, och sätt text med kolon inom "
                    + "citattecken",
                en:
                    "a colon stands where none can; check the indentation, and put text with a colon in quotes"
            )
        case "found character that cannot start any token":
            Sentence(
                sv:
                    "ett tecken som text inte kan börja med; dra in med blanksteg i stället för tabb, och sätt "
                    + "text som börjar med @, % eller ` inom citattecken",
                en:
                    "a character that text cannot begin with; indent with spaces, not tabs, and put text that "
                    + "begins with @, % or ` in quotes")
        case "could not find expected ':'":
            Sentence(
                sv: "ett kolon saknas; skriv ”namn: värde”",
                en: "a colon is missing; write “name: value”")
        case "did not find expected ',' or ']'":
            Sentence(
                sv:
                    "listan inom [ ] som börjar på rad \(opened) går inte ihop här; sätt komma mellan värdena "
                    + "och ] sist",
                en:
                    "the list in [ ] that begins on line \(opened) breaks here; put commas between the values "
                    + "and ] last")
        case "did not find expected ',' or '}'":
            Sentence(
                sv:
                    "det som börjar med { på rad \(opened) går inte ihop här; sätt komma mellan värdena och } "
                    + "sist",
                en:
                    "what begins with { on line \(opened) breaks here; put commas between the values and } last"
            )
        default:
            Sentence(
                sv:
                    "raden kan inte läsas som YAML; kontrollera indrag, kolon och citattecken här och på raden "
                    + "före",
                en:
                    "the line cannot be read as YAML; check indentation, colons and quotes here and on the line "
                    + "before")
        }
    }
}
