import NIOCore

/// How long a client may take. Per address nothing is limited here: a whole school may sit behind one, and the server in
/// front of us (docs/running.md) is the place for it.
struct SlowClientLimits: Sendable {
    /// From the connection, or the end of the answer before, until the whole head of a request is there.
    var head: TimeAmount = .seconds(10)
    /// How long a connection may lie unused between two requests.
    var idle: TimeAmount = .seconds(30)
    /// How long we have waited for a body in all before its pace counts: an ordinary form is long here by then.
    var body: TimeAmount = .seconds(60)
    /// Bytes a second that a body then has to have come with.
    var bodyPace = 1_000
    /// How long an answer may lie without the client taking `answerPace` bytes a second of it.
    var answer: TimeAmount = .seconds(30)
    var answerPace = 1_000
    /// How long a client that was answered before it had sent all may go on sending.
    var afterAnswer: TimeAmount = .seconds(5)
    /// Bytes of all header fields together, and of one.
    var headers = 32 * 1_024
    /// How many header fields.
    var headerCount = 100
    /// Connections at once; further ones wait until one closes.
    var connections = 2_000
}
