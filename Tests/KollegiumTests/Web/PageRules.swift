import Testing

/// Everything that holds for every page, whatever its study says.
func expectRules(
    _ text: String, _ language: String, _ name: String = "the page",
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let page = try ParsedPage(text).root
    func expect(_ holds: Bool, _ rule: String) {
        #expect(holds, "\(name): \(rule)", sourceLocation: sourceLocation)
    }
    let all = page.all

    // What it is.
    expect(page.children.map(\.name) == ["html"], "one html")
    expect(page.children.first?.attributes["lang"] == language, "the language")
    expect(all.filter { $0.name == "h1" }.count == 1, "one h1")
    expect(
        page.all("title").first?.words.contains(page.all("h1").first?.words ?? "?") == true,
        "the title says it")
    expect(page.all("main").count == 1 && page.all("header").count == 1, "landmarks")
    let levels = all.compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
    expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "no heading skips a level")
    expect(
        all.filter { ["h1", "h2", "h3", "li", "p", "th", "caption", "figcaption"].contains($0.name) }
            .allSatisfy { !$0.words.filter { !$0.isWhitespace }.isEmpty }, "nothing is empty")
    expect(page.all("ul").allSatisfy { !$0.children.isEmpty }, "no list is empty")
    expect(page.all(ofClass: "appendix").allSatisfy { !$0.all("table").isEmpty }, "no appendix is empty")

    // Nothing comes from elsewhere or runs.
    let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true, "a strict policy")
    let foreign: Set = [
        "script", "link", "iframe", "object", "embed", "img", "image", "base", "form", "use", "a",
    ]
    expect(all.allSatisfy { !foreign.contains($0.name) }, "no element that fetches or leads away")
    let fetching: Set = ["src", "srcset", "href", "action", "style", "data", "background", "poster"]
    let names = Set(all.flatMap(\.attributes.keys))
    expect(
        names.isDisjoint(with: fetching) && !names.contains { $0.hasPrefix("on") }, "no attribute that does")
    let style = page.all("style").map { style in style.content.map { "\($0)" }.joined() }.joined()
    expect(!style.contains("url(") && !style.contains("@import"), "no style from elsewhere")

    // Pictures and tables.
    for picture in page.all("svg") where picture.attributes["aria-hidden"] != "true" {
        expect(picture.attributes["role"] == "img", "a picture is one")
        let heads = picture.children.prefix(2)
        expect(heads.map(\.name) == ["title", "desc"], "a picture has a title and a description")
        expect(heads.allSatisfy { !$0.words.isEmpty }, "and they say something")
        let box = picture.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) } ?? []
        expect(box.count == 4, "a picture has a measure")
        let across: Set = ["x", "x1", "x2", "cx", "width"]
        let down: Set = ["y", "y1", "y2", "cy", "height", "r"]
        for shape in picture.all where box.count == 4 {
            for (place, value) in shape.attributes where across.contains(place) || down.contains(place) {
                let most = across.contains(place) ? box[2] : box[3]
                expect(
                    Double(value).map { (0...most).contains($0) } == true,
                    "\(place)=\(value) is in the picture")
            }
        }
    }
    for table in page.all("table") {
        expect(table.children.first?.name == "caption", "a table has a caption")
        let columns = table.all("thead").flatMap { $0.all("th") }
        expect(columns.allSatisfy { $0.attributes["scope"] == "col" }, "column headings say so")
        expect(!table.all("tbody").flatMap(\.children).isEmpty, "a table has rows")
        for row in table.all("tbody").flatMap(\.children) {
            expect(row.children.count == columns.count, "rows are as long as the head")
            expect(row.children.first?.name == "th", "rows have a heading")
            expect(row.children.first?.attributes["scope"] == "row", "row headings say so")
            expect(row.children.dropFirst().allSatisfy { $0.name == "td" }, "and one only")
        }
    }
    let ids = all.compactMap { $0.attributes["id"] }
    expect(Set(ids).count == ids.count, "no two elements have the same id")
    for region in all where region.attributes["tabindex"] != nil {
        expect(
            region.attributes["aria-label"]?.isEmpty == false, "what is reached by the keyboard has a name")
    }
}
