import Hummingbird
import Storage

/// A programme's questionnaires: which there are, one of them, and beginning another.
struct QuestionnaireRoutes {
    let site: Site

    func add(to pages: RouterGroup<PersonContext>) {
        pages.get("/programmes/:id/questionnaires", use: list)
        pages.post("/programmes/:id/questionnaires", use: begin)
        pages.get("/questionnaires/:id", use: show)
        pages.get("/questionnaires/:id/yaml") { try await file(.yaml, $1) }
        pages.get("/questionnaires/:id/xlsx") { try await file(.xlsx, $1) }
    }

    @Sendable func list(_ request: Request, _ context: PersonContext) async throws -> Response {
        site.answer(try await page(nil, context), to: context.caller)
    }

    private func page(_ problems: FormProblems?, _ context: PersonContext) async throws -> QuestionnairesPage
    {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        return try await site.database.read { db in
            let here = try ProgrammeInHand(db, id, reach, .read, .questionnaire)
            return try QuestionnairesPage.read(db, here, reach, problems, language)
        }
    }

    /// Begins a draft of a ready-made one.
    @Sendable func begin(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, act) = (try context.part("id"), context.reach, site.act(of: context.reach))
        let ready = ReadyMade(rawValue: context.form["ready"])
        return try await site.attempt {
            let draft = try await site.database.write { db in
                let here = try ProgrammeInHand(db, id, reach, .write, .questionnaire)
                guard let ready else { throw FormRefusal("ready", .chooseOne) }
                return try QuestionnaireStore(db: db).beginNew(ready.questionnaire(), in: here.key, by: act)
            }
            return site.redirect(.draft(draft), saying: .draftBegun)
        } otherwise: { problems in
            site.refused(try await page(problems, context), to: context.caller)
        }
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, reach, language) = (try context.part("id"), context.reach, context.language)
        let today = site.today
        let page = try await site.database.read { db in
            try QuestionnairePage.read(db, id, reach, today: today, language)
        }
        return site.answer(page, to: context.caller)
    }

    private func file(_ kind: QuestionnaireFile, _ context: PersonContext) async throws -> Response {
        let (id, reach) = (try context.part("id"), context.reach)
        let whole = try await site.database.read { db in
            try QuestionnaireInHand(db, id, reach, .read).standing.whole
        }
        guard let whole else { throw WebError.notFound }
        return try kind.response(whole)
    }
}

extension QuestionnaireFile {
    fileprivate func response(_ questionnaire: Questionnaire) throws -> Response {
        let bytes: [UInt8]
        let type: String
        switch self {
        case .yaml:
            bytes = Array(questionnaire.yaml.utf8)
            type = "application/yaml; charset=utf-8"
        case .xlsx:
            do {
                bytes = try XLSFormWriting(questionnaire).bytes()
            } catch let refusal as XLSFormRefusal {
                throw WebError.refused(refusal.sentence)
            }
            type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
        let name = questionnaire.fileName
        return Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: "attachment; filename=\"\(name).\(rawValue)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Questionnaire {
    /// What its files are called, without their endings: by its name and version, so that two of them lie side by side.
    var fileName: String {
        ReadableCode.from(name(.sv), otherwise: ReadableCode.from(code, otherwise: "questionnaire"))
            + "-v\(version)"
    }
}
