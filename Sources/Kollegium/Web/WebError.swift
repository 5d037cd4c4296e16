import HTTPTypes

/// Why a request got no page of its own.
enum WebError: Error, Equatable {
    /// There is nothing here for whoever asks: it does not exist, or is not theirs to know of.
    case notFound
    /// Nobody is signed in.
    case signedOut
    /// Somebody is signed in who is nobody's person.
    case noRole
    /// A person's mistake, or a rule that stands in the way, in a sentence that they can act on.
    case refused(Sentence)
    /// The request is not made as any of our pages makes it.
    case malformed

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .signedOut: .unauthorized
        case .noRole, .refused: .forbidden
        case .malformed: .badRequest
        }
    }
}
