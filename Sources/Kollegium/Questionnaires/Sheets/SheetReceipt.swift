import Hummingbird

/// What a script is told when it has saved what somebody is writing: what each question now is made from, and what could
/// not be kept.
struct SheetReceipt: Sendable {
    private var bytes: [UInt8]

    init(_ here: SheetInHand, _ sent: SheetEntries, _ saving: SheetStore.Saving, _ language: Language) {
        var json = JSONWriter()
        json.object { json in
            json.array("saved") { json in
                for index in sent.places
                where sent.problems["q\(index + 1)"] == nil
                    && !saving.conflicts.keys.contains(here.part.questions[index].item)
                {
                    json.object { json in
                        json.number("question", index + 1)
                        json.string("basis", sent.given[index].basis)
                    }
                }
            }
            json.array("refused") { json in
                for index in sent.places {
                    let question = here.part.questions[index]
                    if let problem = sent.problems["q\(index + 1)"] {
                        json.object { json in
                            json.number("question", index + 1)
                            json.string("words", problem.asWhole(language))
                        }
                    } else if let stored = saving.conflicts[question.item] {
                        let flaw = QuestionFlaw(stored, question, language)
                        json.object { json in
                            json.number("question", index + 1)
                            json.string("basis", stored.basis)
                            json.string("words", flaw.words)
                            json.string("other", flaw.other)
                        }
                    }
                }
            }
        }
        bytes = json.bytes
    }

    var response: Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: .init(bytes: bytes)))
    }
}
