import Mustache

/// All templates of the application, ready to be filled in, in each language. They are in the program itself, so that
/// no file can be missing where it runs.
struct Templates: Sendable {
    private let libraries: [Language: MustacheLibrary]
    private let filled = FilledTemplates()
    /// Told of each template that is filled in, by tests that compare its tags with what it is filled with.
    var watcher: (@Sendable (_ name: String, _ page: Any) -> Void)?

    /// - Throws: Where a template does not hold together; the tests have seen each of them.
    init() throws {
        PageText.registerOnce()
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var library = MustacheLibrary()
            for source in Self.sources {
                let text = try TemplateText.read(
                    String(decoding: source.text, as: UTF8.self), of: source.name, in: language)
                try library.register(PageText.heading + text, named: source.name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// The template filled in.
    /// - Parameter name: The template's file name without its ending.
    func fill(_ name: String, with page: Any, in language: Language) -> String {
        watcher?(name, page)
        return libraries[language]?.render(page, withTemplate: name) ?? ""
    }

    /// The same for values that are known by what they are: the text is made once and kept for a while.
    func fill(_ name: String, withKnown page: some Hashable & Sendable, in language: Language) -> String {
        filled.text(name, of: page, in: language) { fill(name, with: page, in: language) }
    }
}
