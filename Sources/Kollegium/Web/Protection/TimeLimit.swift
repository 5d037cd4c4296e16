import Hummingbird
import Storage

/// How long the work for an answer may take. When it has taken longer it is cancelled, which interrupts its statements
/// in the database, and the person is told. An answer that is ready all the same is given.
///
/// What is streamed is not in it: a body is written when the answer has left here.
struct TimeLimit<Context: RequestContext>: RouterMiddleware {
    let limit: Duration
    /// What is said to whoever it took too long for.
    var refusal = RequestRefusal.tookTooLong
    private let deadlines: Deadlines

    init(_ limit: Duration, refusal: RequestRefusal = .tookTooLong) {
        self.limit = limit
        self.refusal = refusal
        deadlines = Deadlines(after: limit)
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        try await withoutActuallyEscaping(next) { next in
            let work = Work(run: next)
            // A task of its own, because only a whole task can be cancelled.
            let task = Task { try await work.run(request, context) }
            let deadline = deadlines.set { task.cancel() }
            do {
                let response = try await withTaskCancellationHandler {
                    try await task.value
                } onCancel: {
                    task.cancel()
                }
                deadlines.lift(deadline)
                return response
            } catch {
                let isOverdue = deadlines.lift(deadline) == false
                // Whatever else the interrupted work ended with, this is why.
                throw isOverdue && Self.isInterruption(error) ? refusal : error
            }
        }
    }

    private static func isInterruption(_ error: any Error) -> Bool {
        if error is CancellationError { return true }
        return !(error is any HTTPResponseError || error is WebError)
    }

    /// The task has ended when this is left, so the closure does not outlive its caller.
    private struct Work: @unchecked Sendable {
        let run: (Request, Context) async throws -> Response
    }
}
