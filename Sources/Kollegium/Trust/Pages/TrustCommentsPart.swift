import Measures

/// What the team says of a level, and where one says more.
struct TrustCommentsPart: Sendable {
    let isEmpty: Bool
    let comments: [Comment]
    /// Said to whom earlier comments are not shown.
    let sinceJoining: String?
    let form: CommentForm?

    struct Comment: Sendable {
        /// By paragraph; nothing where it was taken back.
        let paragraphs: [String]
        let from: String
        /// Where it is taken back, for who may.
        let withdrawal: String?
    }

    struct CommentForm: Sendable {
        let path: String
        let hint: String
        let text: String
        let flaw: String?
        let style: String
        let describedBy: String
    }

    init(_ all: [TrustComment], at spot: TrustSpot, _ view: TrustView, _ typed: TrustTyped?) {
        let readable = all.filter { view.canRead($0) }
        let language = view.language
        let url = SiteURL.trustLevel(team: view.room.publicID, form: spot.form.rawValue, term: spot.term)
        // A stub is left where others have gone on after it.
        let last = readable.lastIndex { !$0.isWithdrawn } ?? -1
        comments = readable.enumerated().filter { $0.offset <= last }.map {
            Comment($0.element, url.path, view)
        }
        isEmpty = comments.isEmpty
        sinceJoining = readable.count < all.count ? view.sinceJoining : nil
        guard view.reach.may(.comment, Thing(.trustMap, view.room.place)) else {
            form = nil
            return
        }
        let flaw = typed?.comment == nil ? nil : typed?.problems["text"]
        form = CommentForm(
            path: url.path + "/comments", hint: Self.hint(view)(language), text: typed?.comment?.text ?? "",
            flaw: flaw?.asWhole(language),
            style: flaw == nil ? "field" : "field wrong",
            describedBy: flaw == nil ? "text-h" : "text-h text-e")
    }
}

extension TrustCommentsPart {
    /// Who will read it, under whose name, and how much there is room for.
    private static func hint(_ view: TrustView) -> Sentence {
        let most = TrustCommentDraft.most
        let others =
            view.reach.hat.role == .supervisor
            ? Sentence(sv: "laget och av dig som handledare", en: "the team and by you as its supervisor")
            : Sentence(sv: "laget och er handledare", en: "the team and your supervisor")
        return Sentence(
            sv:
                "Läses av \(others.sv), med ditt namn. Högst \(Language.sv.grouped(most)) tecken. Du kan ta tillbaka den.",
            en:
                "Read by \(others.en), with your name. At most \(Language.en.grouped(most)) characters. You can take it back."
        )
    }
}

extension TrustCommentsPart.Comment {
    fileprivate init(_ comment: TrustComment, _ path: String, _ view: TrustView) {
        let language = view.language
        guard !comment.isWithdrawn else {
            paragraphs = []
            from = Sentence(sv: "En kommentar har tagits tillbaka.", en: "A comment was taken back.")(
                language)
            withdrawal = nil
            return
        }
        paragraphs = WrittenText.paragraphs(comment.text)
        let isOwn = comment.author == view.reach.hat.person
        let name = isOwn ? Sentence(sv: "Du", en: "You")(language) : view.name(comment.author)
        from = "\(name), \(view.date(comment.at))"
        withdrawal =
            view.reach.may(.withdraw, Thing(.trustComment, view.room.place.owned(by: comment.author)))
            ? "\(path)/comments/\(comment.publicID)/withdraw" : nil
    }
}
