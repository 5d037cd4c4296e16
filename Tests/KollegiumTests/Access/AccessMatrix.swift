@testable import Kollegium

/// Who may do what, typed by hand from the table of rooms and its rules, and from nothing in the program.
///
/// R reads, W writes, C comments, O overrides, P proposes, L releases, D withdraws, F founds, – nothing.
enum AccessMatrix {
    static let columns = [
        "teacher", "conversation-leader", "team-leader", "supervisor", "supervisor-of-supervisors",
        "school-leader", "programme-leader", "development-leader", "researcher", "guest", "administrator",
        "operator", "clock", "nobody",
    ]

    /// One's own team, school, programme and study, named and let in as a guest; but what somebody else wrote. It
    /// has been released and passed on, and whom it is of said yes to research.
    static let others = """
                              T   CL  TL  S   SS  SL  PL  DL  Re  G   A   Op  Cl  No
        ownAccount            –   –   –   –   –   –   –   –   –   –   –   –   –   –
        ownSession            –   –   –   –   –   –   –   –   –   –   –   –   –   –
        draft                 –   –   –   –   –   –   –   –   –   –   –   –   –   –
        sheet                 –   –   –   –   –   –   –   –   –   –   –   –   –   –
        consent               –   –   –   –   –   –   –   –   –   –   –   –   –   –
        purposeAnswer         –   –   –   –   –   –   –   –   –   –   –   –   –   –
        helpRequest           RW  RW  RW  RW  RW  –   –   –   –   –   –   –   –   –
        subgroupNote          RW  RW  RW  RW  RW  –   –   –   –   –   –   –   –   –
        team                  R   R   R   R   –   –   –   –   –   –   –   –   –   –
        meeting               RW  RW  RW  RW  –   –   –   –   –   –   –   –   –   –
        agenda                RW  RW  RW  RW  –   R   –   –   R   R   –   –   –   –
        trustMap              RC  RC  RC  RCO –   –   –   –   –   –   –   –   –   –
        trustComment          R   R   R   R   –   –   –   –   –   –   –   –   –   –
        trustOverride         R   R   R   RD  –   –   –   –   –   –   –   –   –   –
        teamOutcome           R   R   R   R   –   –   –   –   –   –   –   –   –   –
        teamContinuity        R   R   R   R   –   –   –   –   –   –   –   –   –   –
        teamChange            R   R   R   R   –   –   –   –   –   –   –   –   –   –
        processReport         –   –   –   –   RC  –   R   –   –   –   –   –   –   –
        release               RL  RPL RPL R   –   RW  –   R   –   –   –   –   –   –
        schoolAgreement       RW  RW  RW  –   –   RW  –   –   –   R   –   –   –   –
        purposeStatement      R   R   R   R   –   RW  RW  –   –   –   –   –   –   –
        purposeMirror         R   R   R   R   –   R   R   –   –   –   –   –   –   –
        programme             –   –   –   –   –   R   RWF R   –   –   F   –   –   –
        phase                 –   –   –   –   –   R   RW  R   –   –   –   –   –   –
        school                –   –   –   –   –   R   RW  R   –   –   –   –   –   –
        schoolProfile         –   –   –   –   –   R   RW  R   –   –   –   –   –   –
        teamEntry             –   –   –   –   –   R   RW  R   –   –   –   –   –   –
        teamCode              –   RW  RW  RW  –   –   RW  –   –   –   –   –   –   –
        person                –   –   –   –   –   –   RW  –   –   –   –   –   –   –
        membership            –   –   –   –   –   –   RW  –   –   –   –   –   –   –
        invitation            –   –   –   –   –   –   RW  –   –   –   –   –   –   –
        upload                –   –   –   –   –   –   –   –   –   –   –   RW  –   –
        programmeOutcome      –   –   –   –   –   R   R   R   –   –   –   –   –   –
        programmeContinuity   –   –   –   –   –   R   R   R   –   –   –   –   –   –
        conditions            –   –   –   –   –   R   R   R   R   –   –   –   –   –
        questionnaire         –   –   –   –   –   –   RW  –   R   –   –   –   –   –
        wave                  –   –   –   –   –   –   RW  –   –   –   –   –   –   –
        waveStatus            –   –   –   –   –   R   R   R   –   –   –   –   –   –
        systemCopy            –   –   –   –   –   –   –   –   –   –   –   W   –   –
        statistics            –   –   –   –   –   –   –   –   R   –   –   –   –   –
        researchMaterial      –   –   –   –   –   –   –   –   R   –   –   –   –   –
        studyInformation      –   –   –   –   –   –   RW  –   RW  –   –   –   –   –
        paperSheet            –   –   –   –   –   –   –   –   W   –   –   –   –   –
        goalHeading           –   –   –   –   –   –   –   –   RW  –   –   –   –   –
        account               –   –   –   –   –   –   –   –   –   –   RW  RW  –   –
        assignment            –   –   –   –   –   –   –   –   –   –   RW  RW  –   –
        """

    /// The same place, where it is one's own: only the rows that differ.
    static let own = """
                              T    CL   TL   S    SS   SL   PL   DL   Re   G    A    Op   Cl   No
        ownAccount            RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   –    –    –
        ownSession            RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   –    –    –
        draft                 RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   –    –    –
        sheet                 RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   –    –    –
        consent               RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   –    –    –
        purposeAnswer         RW   RW   RW   R    R    R    R    R    R    R    R    –    –    –
        helpRequest           RWD  RWD  RWD  RWD  RWD  RD   RD   RD   RD   RD   RD   –    –    –
        subgroupNote          RWD  RWD  RWD  RWD  RWD  RD   RD   RD   RD   RD   RD   –    –    –
        trustComment          RD   RD   RD   RD   RD   RD   RD   RD   RD   RD   RD   –    –    –
        trustOverride         RD   RD   RD   RD   RD   RD   RD   RD   RD   RD   RD   –    –    –
        processReport         RD   RD   RD   RWD  RCD  RD   RD   RD   RD   RD   RD   –    –    –
        release               RLD  RPLD RPLD RD   RD   RWD  RD   RD   RD   RD   RD   –    –    –
        schoolAgreement       RWD  RWD  RWD  RD   RD   RWD  RD   RD   RD   RD   RD   –    –    –
        purposeStatement      RD   RD   RD   RD   RD   RWD  RWD  RD   RD   RD   RD   –    –    –
        membership            –    –    –    –    –    –    R    –    –    –    –    –    –    –
        upload                –    –    –    –    –    –    RW   –    –    –    –    RW   –    –
        assignment            –    –    –    –    –    –    –    –    –    –    R    RW   –    –
        """

    /// Another's, before anything has been released or passed on, and without a yes to research: what differs.
    static let unreleased = """
                              T    CL   TL   S    SS   SL   PL   DL   Re   G    A    Op   Cl   No
        processReport         –    –    –    –    RC   –    –    –    –    –    –    –    –    –
        release               RLD  RPLD RPLD R    –    –    –    –    –    –    –    –    –    –
        researchMaterial      –    –    –    –    –    –    –    –    –    –    –    –    –    –
        """

    /// The table of rooms itself: no cell of a kind may say more than its room's does.
    static let rooms = """
                              T    CL   TL   S    SS   SL   PL   DL   Re   G    A    Op   Cl   No
        mine                  RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   RW   –    –    –
        pair                  RW   RW   RW   RW   RW   –    –    –    –    –    –    –    –    –
        small-group           RW   RW   RW   RW   RW   –    –    –    –    –    –    –    –    –
        team                  RW   RW   RW   RW   –    –    –    –    –    –    –    –    –    –
        supervision           –    –    –    RW   R    –    R    –    –    –    –    –    –    –
        airlock               R    R    R    R    –    RW   –    R    –    –    –    –    –    –
        school                RW   RW   RW   –    –    RW   –    –    –    R    –    –    –    –
        programme             –    –    –    –    –    R    RW   R    –    –    –    –    –    –
        research              –    –    –    –    –    –    –    –    R    –    –    –    –    –
        """

    /// What a kind has beyond its room's cell, each by a rule or a choice that `docs/access.md` names.
    static let beyond = """
                              T    CL   TL   S    SS   SL   PL   DL   Re   G    A    Op   Cl   No
        agenda                –    –    –    –    –    R    –    –    R    R    –    –    –    –
        teamCode              –    RW   RW   RW   –    –    –    –    –    –    –    –    –    –
        conditions            –    –    –    –    –    –    –    –    R    –    –    –    –    –
        questionnaire         –    –    –    –    –    –    –    –    R    –    –    –    –    –
        studyInformation      –    –    –    –    –    –    RW   –    RW   –    –    –    –    –
        paperSheet            –    –    –    –    –    –    –    –    W    –    –    –    –    –
        purposeStatement      –    –    –    –    –    –    RW   –    –    –    –    –    –    –
        purposeMirror         –    –    –    –    –    –    R    –    –    –    –    –    –    –
        goalHeading           –    –    –    –    –    –    –    –    RW   –    –    –    –    –
        upload                –    –    –    –    –    –    –    –    –    –    –    RW   –    –
        systemCopy            –    –    –    –    –    –    –    –    –    –    –    W    –    –
        account               –    –    –    –    –    –    –    –    –    –    RW   RW   –    –
        assignment            –    –    –    –    –    –    –    –    –    –    RW   RW   –    –
        """

    /// The cells of a table: row, column, letters.
    static func cells(_ table: String) -> [String: [String: Set<Character>]] {
        var cells: [String: [String: Set<Character>]] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let words = line.split(separator: " ").map(String.init)
            precondition(words.count == columns.count + 1, "\(line)")
            precondition(cells[words[0]] == nil, "\(words[0]) twice")
            cells[words[0]] = Dictionary(
                uniqueKeysWithValues: zip(columns, words.dropFirst().map { Set($0).subtracting("–") }))
        }
        return cells
    }

    static let letters: [Action: Character] = [
        .read: "R", .write: "W", .comment: "C", .override: "O", .propose: "P", .release: "L", .withdraw: "D",
        .found: "F",
    ]
}
