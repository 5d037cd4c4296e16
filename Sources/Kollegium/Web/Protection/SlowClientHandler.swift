import NIOCore
import NIOHTTPTypes

/// Closes the connections of clients that are too slow, on purpose or not: those whose request does not come, whose body
/// trickles, or who do not take their answer. Stands behind the HTTP decoder, so what is no whole head has not come.
final class SlowClientHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: SlowClientLimits
    /// Nil where the connection is closed.
    private var check: Scheduled<Void>?
    /// By when the next head has to be there; nil while a request is being read or answered.
    private var headDeadline: NIODeadline?
    /// Of the body that is being read.
    private var body: BodyPace?
    private var answer = AnswerPace()
    private var unanswered = 0
    /// By when a client that has its answer has to have sent its body.
    private var restDeadline: NIODeadline?

    init(_ limits: SlowClientLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        if check == nil { begin(context) }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    private func begin(_ context: ChannelHandlerContext) {
        headDeadline = .now() + limits.head
        watch(context)
    }

    private func end() {
        check?.cancel()
        check = nil
    }

    // What comes

    func read(context: ChannelHandlerContext) {
        body?.wait(.now())
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            headDeadline = nil
            unanswered += 1
            body = BodyPace()
            body?.wait(.now())
        case .body(let bytes):
            body?.came(bytes.readableBytes, .now())
        case .end:
            body = nil
            restDeadline = nil
            expectHead()
        }
        context.fireChannelRead(data)
    }

    private func expectHead() {
        if unanswered == 0, body == nil { headDeadline = .now() + limits.idle }
    }

    // What goes

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: break
        case .body(let bytes): answer.handOver(bytes.readableBytes, .now())
        case .end:
            unanswered = max(0, unanswered - 1)
            if body != nil { restDeadline = .now() + limits.afterAnswer }
            expectHead()
        }
        context.write(data, promise: promise)
    }

    // The clock

    private func watch(_ context: ChannelHandlerContext) {
        let shortest = min(limits.head, limits.idle, limits.body, limits.answer, limits.afterAnswer)
        let pause = max(
            TimeAmount.milliseconds(20), min(TimeAmount.seconds(2), .nanoseconds(shortest.nanoseconds / 5)))
        check = context.eventLoop.assumeIsolatedUnsafeUnchecked().scheduleTask(in: pause) {
            if self.isTooSlow(context, .now()) {
                self.end()
                context.close(promise: nil)
            } else {
                self.watch(context)
            }
        }
    }

    private func isTooSlow(_ context: ChannelHandlerContext, _ now: NIODeadline) -> Bool {
        let left = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        // Who still takes an answer need not send anything yet.
        if left > 0, headDeadline != nil { headDeadline = now + limits.idle }
        if [headDeadline, restDeadline].contains(where: { $0.map { now >= $0 } ?? false }) { return true }
        if body?.isTooSlow(limits, now) == true { return true }
        return answer.isTooSlow(left: left, limits, now)
    }
}

@available(*, unavailable)
extension SlowClientHandler: Sendable {}
