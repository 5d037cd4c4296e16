/// Why a request got no page of its own.
enum WebError: Error, Equatable {
    /// There is nothing here for whoever asks: it does not exist, or is not theirs to know of.
    case notFound
    /// Somebody is signed in who has no role here today.
    case noRole
    /// Nobody is signed in.
    case signedOut
    /// The form does not come from a page of ours, or from one that is too old.
    case formExpired
    /// The request is not made as any of our pages makes it.
    case malformed
    case tooLarge
    /// What was asked took too long, or too much is asked at once.
    case busy
    /// A person's mistake, in a sentence that they can act on.
    case refused(Sentence)
}
