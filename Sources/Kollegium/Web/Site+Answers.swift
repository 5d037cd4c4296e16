import Foundation
import Hummingbird

/// How routes answer.
extension Site {
    /// The page in its frame. Tokens of its forms are put in here, so that no page knows of them.
    func answer(
        _ page: some Page, to caller: Caller, status: HTTPResponse.Status = .ok
    ) -> Response {
        let content = templates.fill(type(of: page).template, with: page, in: caller.language)
        let html = templates.fill("frame", with: frame(page.heading, content, caller), in: caller.language)
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: bytes(of: html, caller)))
    }

    /// To another page, after something was done or because it has moved. Only to addresses of our own.
    func redirect(_ url: SiteURL, saying notice: Notice? = nil) -> Response {
        redirect(path: url.path, saying: notice)
    }

    func redirect(path: String, saying notice: Notice? = nil) -> Response {
        let query = notice.map { (path.contains("?") ? "&" : "?") + "done=" + $0.rawValue } ?? ""
        return Response(status: .seeOther, headers: [.location: path + query])
    }

    /// The page as it is sent, with a token where its templates leave room for one. No token can stand in what anybody
    /// wrote: escaping takes the character out.
    private func bytes(of html: String, _ caller: Caller) -> ByteBuffer {
        var html = html
        return html.withUTF8 { bytes in
            var result = ByteBuffer()
            var rest = UnsafeRawBufferPointer(bytes)
            var token: String?
            result.reserveCapacity(rest.count + 1024)
            while let start = rest.baseAddress, let place = memchr(start, Int32(PageText.tokenPlace), rest.count) {
                let before = UnsafeRawPointer(place) - start
                result.writeBytes(UnsafeRawBufferPointer(rebasing: rest[..<before]))
                let made = token ?? formTokens.make(for: caller.tokenSubject)
                token = made
                result.writeString(made)
                rest = UnsafeRawBufferPointer(rebasing: rest[(before + 1)...])
            }
            result.writeBytes(rest)
            return result
        }
    }

    private func frame(_ heading: PageHeading, _ content: String, _ caller: Caller) -> Frame {
        Frame(
            language: caller.language.rawValue, title: heading.title, content: content,
            style: StaticFiles.url(.app_css), refresh: heading.refresh, hasTrail: !heading.trail.isEmpty,
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
        let others = (reach?.hats ?? []).filter { $0 != reach?.hat }
        hasHats = !others.isEmpty
        hats = others.map {
            Frame.HatChoice(value: $0.value, words: $0.role.name(language))
        }
        navigation = Navigation.places(reach, at: caller.path, under: trail, language)
    }
}
