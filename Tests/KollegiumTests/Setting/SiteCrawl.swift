import Testing

@testable import Kollegium

extension Browser {
    typealias Found = (path: String, page: Answer)

    /// Every page that links lead to from some, each once.
    func crawl(from start: [String] = ["/"]) async throws -> [Found] {
        var found: [Found] = []
        try await follow(from: start, to: \.self) { path, answer in
            found.append((path, answer))
            return found.count < 400
        }
        return found
    }

    /// One page of each kind that links lead to from some, as the first of its kind is met.
    func crawlKinds(
        from start: [String] = ["/"], passing passed: Set<String> = [],
        _ visit: (_ kind: String, _ page: Answer) throws -> Void
    ) async throws {
        try await follow(from: start, passing: passed, to: \.pageKind) { path, answer in
            if answer.headers[.contentType]?.hasPrefix("text/html") == true {
                try visit(path.pageKind, answer)
            }
            return true
        }
    }

    /// Follows links, the nearest first, to one page of each kind until the visitor has seen enough.
    private func follow(
        from start: [String], passing passed: Set<String> = [], to kind: (String) -> String,
        _ visit: (String, Answer) throws -> Bool
    ) async throws {
        var waiting = start[...]
        var known = passed.union(start.map(kind))
        while let path = waiting.popFirst() {
            let answer = try await get(path)
            if answer.status == .seeOther, let next = answer.location {
                if known.insert(kind(next)).inserted { waiting.append(next) }
                continue
            }
            guard try visit(path, answer) else { return }
            guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
            for link in try ParsedPage(answer.body).root.all("a").compactMap({ $0.attributes["href"] }) {
                let target = String(link.prefix { $0 != "#" })
                guard target.hasPrefix("/"), known.insert(kind(target)).inserted else { continue }
                waiting.append(target)
            }
        }
    }
}

extension String {
    /// The address with what stands for one of many taken out, and without what is asked after the `?`.
    var pageKind: String {
        String(prefix { $0 != "?" })
            .replacing(#/\/trust\/[^\/]+\/[^\/]+/#, with: "/trust/:form/:term")
            .replacing(#/(\/members\/[a-z2-7]{26})\/[a-z-]+\/[-0-9]+/#) { $0.output.1 + "/:role/:from" }
            .replacing(#/\/receipts\/[A-Z2-7]{5}-[A-Z2-7]{5}/#, with: "/receipts/:id")
            .replacing(#/\/[a-z2-7]{26}(?=\/|$)/#, with: "/:id")
    }
}
