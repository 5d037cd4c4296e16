import Foundation
import Hummingbird
import Storage

/// How routes answer.
extension Site {
    /// The page in its frame. Tokens of its forms are put in here, so that no page knows of them.
    func answer(
        _ page: some Page, to caller: Caller, status: HTTPResponse.Status = .ok
    ) -> Response {
        let content = templates.fill(type(of: page).template, with: page, in: caller.language)
        return answer(page.heading, PageBytes(content), to: caller, status)
    }

    /// The same for a page that only depends on what is stored, who asks and the time: as long as nothing is written it
    /// is read and filled in once, and no page may be slow to open because many open it.
    func answer(
        _ request: Request, to context: PersonContext,
        reading read: @escaping @Sendable (Session) throws -> any Page
    ) async throws -> Response {
        let (templates, language) = (templates, context.caller.language)
        return try await answer(request, to: context) { db in
            let page = try read(db)
            return KnownPage(
                heading: page.heading,
                content: PageBytes(templates.fill(type(of: page).template, with: page, in: language)))
        }
    }

    /// The same for a page that is not filled in by its template alone.
    func answer(
        _ request: Request, to context: PersonContext,
        making make: @escaping @Sendable (Session) throws -> KnownPage
    ) async throws -> Response {
        let caller = context.caller
        guard let stamp = caller.stamp else { throw WebError.signedOut }
        let question = PageQuestion(
            path: request.uri.string, account: context.signedIn.account, hat: context.reach.hat,
            language: caller.language, minute: now / 60_000)
        let page = try await pages.value(question, at: stamp) { try await database.read(make) }
        return answer(page.heading, page.content, to: caller, .ok)
    }

    private func answer(
        _ heading: PageHeading, _ content: PageBytes, to caller: Caller, _ status: HTTPResponse.Status
    ) -> Response {
        let frame = templates.fill("frame", withKnown: frame(heading, caller), in: caller.language)
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: bytes(of: frame, around: content, caller)))
    }

    /// To another page, after something was done or because it has moved. Only to addresses of our own.
    /// - Parameter part: The id of the part of the page that somebody was at.
    func redirect(_ url: SiteURL, saying notice: Notice? = nil, at part: String? = nil) -> Response {
        var answer = redirect(path: url.path, saying: notice)
        if let part { answer.headers[.location]? += "#" + part }
        return answer
    }

    func redirect(path: String, saying notice: Notice? = nil) -> Response {
        let query = notice.map { (path.contains("?") ? "&" : "?") + "done=" + $0.rawValue } ?? ""
        return Response(status: .seeOther, headers: [.location: path + query])
    }

    /// The page as it is sent: the content in its frame, and a token where templates leave room for one. Nothing of the
    /// kind can stand in what anybody wrote: escaping takes the characters out.
    private func bytes(of frame: String, around content: PageBytes, _ caller: Caller) -> ByteBuffer {
        let token = formTokens.make(for: caller.tokenSubject)
        var frame = frame
        return frame.withUTF8 { frame in
            content.bytes.withUnsafeBufferPointer { content in
                var page = ByteBuffer()
                page.reserveCapacity(frame.count + content.count + 1_000)
                let place = frame.firstIndex(of: PageText.contentPlace) ?? frame.endIndex
                page.write(frame[..<place], with: token)
                page.write(content[...], with: token)
                page.write(frame[place...].dropFirst(), with: token)
                return page
            }
        }
    }

    private func frame(_ heading: PageHeading, _ caller: Caller) -> Frame {
        Frame(
            language: caller.language.rawValue, title: heading.title,
            style: StaticFiles.url(.app_css), icon: StaticFiles.url(.icon_svg),
            script: heading.script.map(StaticFiles.url), ownStyle: heading.style.map(StaticFiles.url),
            hasTrail: !heading.trail.isEmpty,
            trail: heading.trail, room: heading.room, notice: caller.notice?.sentence(caller.language),
            person: caller.signedIn.map { Frame.Person($0, caller, under: heading.trail) },
            demo: demo.map { _ in Frame.DemoStrip(today: caller.language.weekdayAndDate(today)) })
    }
}

extension Frame.Person {
    init(_ signedIn: SignedIn, _ caller: Caller, under trail: [Link]) {
        let (reach, language) = (caller.reach, caller.language)
        name = reach?.name ?? signedIn.email
        hat = reach.map { $0.hat.role.name(language) }
        nameAlone = reach == nil ? signedIn.email : nil
        let others = (reach?.hats ?? []).filter { $0 != reach?.hat }
        hasHats = !others.isEmpty
        hats = others.map {
            Frame.HatChoice(value: $0.value, words: $0.role.name(language))
        }
        navigation = Navigation.places(reach, at: caller.path, under: trail, language)
    }
}

extension ByteBuffer {
    /// Appends a piece of a page, the token in its places.
    fileprivate mutating func write(_ text: Slice<UnsafeBufferPointer<UInt8>>, with token: String) {
        var rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text))
        while let start = rest.baseAddress, let place = memchr(start, Int32(PageText.tokenPlace), rest.count)
        {
            let before = UnsafeRawPointer(place) - start
            writeBytes(UnsafeRawBufferPointer(rebasing: rest[..<before]))
            writeString(token)
            rest = UnsafeRawBufferPointer(rebasing: rest[(before + 1)...])
        }
        writeBytes(rest)
    }
}
