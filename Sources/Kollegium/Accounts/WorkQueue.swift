import Foundation
import Synchronization

/// Jobs in the order they came, for threads that take one at a time.
final class WorkQueue: Sendable {
    /// What a job is known by, to take it out again.
    final class Ticket: Sendable {
        fileprivate let isGone = Atomic(false)
    }

    struct Job: Sendable {
        let ticket: Ticket
        /// Does the work, and gives what is to be done when the thread is free again: telling the one who waits.
        let work: @Sendable () -> @Sendable () -> Void
        let refuse: @Sendable (any Error) -> Void
    }

    private struct State {
        var jobs: [Job] = []
        /// Jobs that a thread is at.
        var running = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)

    var waiting: Int { state.withLock { $0.jobs.count } }

    /// Takes a job, or refuses it where `limit` are waiting or running already.
    func add(_ job: Job, limit: Int) {
        let refusal: (any Error)? = state.withLock { state in
            if job.ticket.isGone.load(ordering: .relaxed) { return CancellationError() }
            guard state.jobs.count + state.running < limit, !state.isClosed else {
                return PasswordHashing.Overrun()
            }
            state.jobs.append(job)
            return nil
        }
        if let refusal { job.refuse(refusal) } else { available.signal() }
    }

    /// Takes a job out whose caller went away. One that runs already runs to its end.
    func cancel(_ ticket: Ticket) {
        let job: Job? = state.withLock { state in
            ticket.isGone.store(true, ordering: .relaxed)
            return state.jobs.firstIndex { $0.ticket === ticket }.map { state.jobs.remove(at: $0) }
        }
        job?.refuse(CancellationError())
    }

    /// What each thread does, until the queue is closed.
    func work() {
        while true {
            available.wait()
            let (job, isOver): (Job?, Bool) = state.withLock { state in
                // The job that this turn was for may have been taken out.
                guard !state.jobs.isEmpty else { return (nil, state.isClosed) }
                state.running += 1
                return (state.jobs.removeFirst(), false)
            }
            if isOver {
                available.signal()
                return
            }
            guard let job else { continue }
            let tell = job.work()
            state.withLock { $0.running -= 1 }
            tell()
        }
    }

    /// Ends the threads when the work that is there has been done.
    func close() {
        state.withLock { $0.isClosed = true }
        available.signal()
    }
}
