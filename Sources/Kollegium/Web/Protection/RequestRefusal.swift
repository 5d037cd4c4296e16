import HTTPTypes
import Hummingbird

/// Why a request is not answered, before any page has looked at it. The error page says it in the person's language;
/// where nobody made a page of it, the answer is the sentence alone.
enum RequestRefusal: Error, Equatable {
    /// The address names another host than the ones we answer for.
    case unknownHost
    /// Another site, or nobody that says who, asked for a change in the person's name.
    case foreignOrigin
    /// The form has no token, or not the one of this session: mostly a page that was open for long.
    case formExpired
    /// More was sent than is taken in here, in bytes.
    case tooLarge(limit: Int)
    /// The answer was not ready in time, and the work is cancelled.
    case tookTooLong
    /// What was sent did not come in time.
    case cameTooSlowly

    var sentence: Sentence {
        switch self {
        case .unknownHost:
            Sentence(
                sv: "Här svarar vi inte för den adressen. Följ länken till startsidan.",
                en: "We do not answer for that address here. Follow the link to the start page.")
        case .foreignOrigin:
            Sentence(
                sv:
                    "Formuläret kom inte från den här webbplatsen. Inget är ändrat. Öppna sidan här och försök igen.",
                en:
                    "The form did not come from this site. Nothing was changed. Open the page here and try again."
            )
        case .formExpired:
            Sentence(
                sv: "Sidan hade varit öppen för länge. Inget är ändrat. Öppna den på nytt och försök igen.",
                en:
                    "The page had been open for too long. Nothing was changed. Open it again and try once more."
            )
        case .tooLarge(let limit):
            Sentence(
                sv: "Det är för stort: högst \(Self.size(limit, .sv)) tas emot här. Inget är ändrat.",
                en:
                    "That is too large: at most \(Self.size(limit, .en)) is taken in here. Nothing was changed."
            )
        case .tookTooLong:
            Sentence(
                sv: "Det tog för lång tid, så vi avbröt. Vänta en stund och försök igen.",
                en: "It took too long, so we stopped. Wait a while and try again.")
        case .cameTooSlowly:
            Sentence(
                sv:
                    "Det kom för långsamt, så vi slutade vänta. Inget är ändrat. Försök igen där uppkopplingen är snabbare.",
                en:
                    "It came too slowly, so we stopped waiting. Nothing was changed. Try again where the connection is faster."
            )
        }
    }

    private static func size(_ bytes: Int, _ language: Language) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) byte"
        case ..<1_000_000: "\(language.grouped(bytes / 1_000)) kB"
        default: "\(language.grouped(bytes / 1_000_000)) MB"
        }
    }
}

extension RequestRefusal: HTTPResponseError {
    var status: HTTPResponse.Status {
        switch self {
        case .unknownHost: .misdirectedRequest
        case .foreignOrigin, .formExpired: .forbidden
        case .tooLarge: .contentTooLarge
        case .tookTooLong: .serviceUnavailable
        case .cameTooSlowly: .requestTimeout
        }
    }

    func response(from request: Request, context: some RequestContext) -> Response {
        let text = sentence.sv + "\n" + sentence.en + "\n"
        return Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
