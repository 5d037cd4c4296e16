import Storage

/// The schools of a programme, page by page; a school's leader sees their own.
struct SchoolsPage: Page {
    static let template = "schools"
    let heading: PageHeading
    let tabs: ProgrammeTabs
    let search: String
    let table: SchoolTable
    let pager: Pager?
    let newPath: String?

    static func read(
        _ db: Session, _ id: String, _ reach: Reach, _ asked: Asked, _ language: Language
    ) throws -> SchoolsPage {
        let here = try ProgrammeInHand(db, id, reach, .read, .programme)
        let list = try SchoolStore(db: db).schools(
            of: here.key, within: .schools(reach), search: asked.search, page: asked.page)
        let mayWrite = here.summary.isOpen && reach.may(.write, Thing(.school, here.place))
        return SchoolsPage(
            heading: .programme(
                Sentence(sv: "Skolor", en: "Schools"), here.summary, language, isForSchools: true),
            tabs: ProgrammeTabs(id, here.place, reach, at: .schools, language), search: asked.search,
            table: SchoolTable(list.rows, language),
            pager: Pager(list, of: .programme(id, .schools), [("q", asked.search)], language),
            newPath: mayWrite ? SiteURL.programme(id, .newSchool).path : nil)
    }
}
