import Hummingbird

/// Every route of a page stands in one of these groups, which say what it takes in and for how long it may work.
extension RouterGroup where Context == WebContext {
    /// Routes of pages and of the forms on them, whose token is proven before a route sees anything.
    ///
    /// A form may take its time to come (`SlowClientLimits` sees that it comes at all): the time limit is for our work.
    /// - Parameter bytes: What a form may have of whoever has a role; others send no more than an ordinary one.
    func forms(upTo bytes: Int? = nil, of site: Site) -> RouterGroup<WebContext> {
        let usual = site.settings.largestForm
        return group()
            .add(middleware: BodyLimit { $0.caller.reach == nil ? usual : max(usual, bytes ?? usual) })
            .add(middleware: FormProof(site: site))
            .add(middleware: TimeLimit(site.settings.requestTime))
    }

    /// Routes that take in a file as it comes and **prove the form's token themselves**, before they keep any of it.
    func files(upTo bytes: Int, of site: Site) -> RouterGroup<WebContext> {
        group()
            // The fields around the file are small.
            .add(middleware: BodyLimit(bytes: bytes + 16_384))
            .add(middleware: TimeLimit(site.settings.uploadTime, refusal: .cameTooSlowly))
    }
}
