import Hummingbird

/// How long the work for an answer may take. When it has taken longer it is cancelled, which interrupts its statements
/// in the database, and the person is asked to try again. An answer that is ready all the same is given.
///
/// What is streamed is not in it: a body is written when the answer has left here.
struct TimeLimit<Context: RequestContext>: RouterMiddleware {
    let limit: Duration

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        try await withoutActuallyEscaping(next) { next in
            let work = Work(run: next)
            return try await withThrowingTaskGroup(of: Response?.self) { group in
                group.addTask { try await work.run(request, context) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    return nil
                }
                defer { group.cancelAll() }
                if let first = try await group.next(), let response = first { return response }
                group.cancelAll()
                do {
                    if let late = try await group.next(), let response = late { return response }
                } catch let error as any HTTPResponseError {
                    throw error
                } catch {
                    // Whatever the interrupted work ended with, this is why.
                }
                throw RequestRefusal.tookTooLong
            }
        }
    }

    /// The group has ended when this is left, so the closure does not outlive its caller, and only one task runs it.
    private struct Work: @unchecked Sendable {
        let run: (Request, Context) async throws -> Response
    }
}
