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
            body: ResponseBody(byteBuffer: ByteBuffer(string: withTokens(html, caller))))
    }

    /// To another page, after something was done or because it has moved. Only to addresses of our own.
    func redirect(_ url: SiteURL, saying notice: Notice? = nil) -> Response {
        redirect(path: url.path, saying: notice)
    }

    func redirect(path: String, saying notice: Notice? = nil) -> Response {
        let query = notice.map { (path.contains("?") ? "&" : "?") + "done=" + $0.rawValue } ?? ""
        return Response(status: .seeOther, headers: [.location: path + query])
    }

    /// A token that cannot stand in what anybody wrote: escaping takes the character out.
    private func withTokens(_ html: String, _ caller: Caller) -> String {
        guard html.utf8.contains(PageText.tokenPlace) else { return html }
        let token = formTokens.make(for: caller.tokenSubject)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(html.utf8.count + 16 * token.utf8.count)
        for byte in html.utf8 {
            if byte == PageText.tokenPlace {
                bytes.append(contentsOf: token.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func frame(_ heading: PageHeading, _ content: String, _ caller: Caller) -> Frame {
        Frame(
            language: caller.language.rawValue, title: heading.title, content: content,
            style: StaticFiles.url(.app_css), refresh: heading.refresh, hasTrail: !heading.trail.isEmpty,
            trail: heading.trail, room: heading.room, notice: caller.notice?.sentence(caller.language),
            person: caller.signedIn.map { Frame.Person($0, caller.reach, at: heading, caller.language) },
            demo: demo.map { _ in Frame.DemoStrip(today: caller.language.weekdayAndDate(today)) })
    }
}

extension Frame.Person {
    init(_ signedIn: SignedIn, _ reach: Reach?, at heading: PageHeading, _ language: Language) {
        name = reach?.name ?? signedIn.email
        hat = reach.map { $0.hat.role.name(language) }
        let others = (reach?.hats ?? []).filter { $0 != reach?.hat }
        hasHats = !others.isEmpty
        hats = others.map {
            Frame.HatChoice(value: "\($0.person)-\($0.role.rawValue)", words: $0.role.name(language))
        }
        navigation = [
            Frame.Place(words: Sentence(sv: "Start", en: "Start")(language), path: "/", isHere: false)
        ]
    }
}
