import Measures

extension ProcessReading.Reason {
    var words: Sentence {
        switch self {
        case .meetingsHeld:
            Sentence(
                sv: "Minst 85\u{A0}% av de planerade träffarna hölls, och ledningen gav återkoppling.",
                en: "At least 85% of the planned meetings were held, and leaders gave feedback.")
        case .heldWithoutFeedback:
            Sentence(
                sv:
                    "Minst 85\u{A0}% av de planerade träffarna hölls, men ingen återkoppling från ledningen är noterad.",
                en: "At least 85% of the planned meetings were held, but no feedback from leaders is noted.")
        case .mostlyHeld:
            Sentence(
                sv: "Minst 65\u{A0}% av de planerade träffarna hölls.",
                en: "At least 65% of the planned meetings were held.")
        case .tooFewHeld:
            Sentence(
                sv: "Färre än 65\u{A0}% av de planerade träffarna hölls.",
                en: "Fewer than 65% of the planned meetings were held.")
        case .noMeetings:
            Sentence(
                sv: "Inga träffar är planerade i terminen så här långt.",
                en: "No meetings are planned in the term so far.")
        case .attendanceHigh:
            Sentence(
                sv:
                    "Närvaron är minst 85\u{A0}%, och ingen delning, inget undantag och ingen minskad ram står kvar.",
                en: "Attendance is at least 85%, and no split, exemption or reduced frame stands.")
        case .attendanceInReducedFrame:
            Sentence(
                sv:
                    "Närvaron är minst 85\u{A0}%, men en delning, ett undantag eller en minskad ram står kvar.",
                en: "Attendance is at least 85%, but a split, an exemption or a reduced frame stands.")
        case .attendanceEnough:
            Sentence(sv: "Närvaron är minst 65\u{A0}%.", en: "Attendance is at least 65%.")
        case .attendanceLow:
            Sentence(sv: "Närvaron är under 65\u{A0}%.", en: "Attendance is below 65%.")
        case .noAttendance:
            Sentence(
                sv: "Närvaro är inte noterad, eller för lite för att berätta om.",
                en: "Attendance is not noted, or too little of it to tell.")
        }
    }
}

extension ProcessChange {
    var words: Sentence {
        switch self {
        case .meetingsHeld(let held, let planned):
            Sentence(
                sv: "\(held) av \(planned) planerade träffar hålls.",
                en: "\(held) of \(planned) planned meetings are held.")
        case .leaderFeedback(true):
            Sentence(sv: "Ledningen ger laget återkoppling.", en: "Leaders give the team feedback.")
        case .leaderFeedback(false):
            Sentence(
                sv: "Ingen återkoppling från ledningen.", en: "No feedback from leaders.")
        case .organisationResolved:
            Sentence(sv: "Organiseringen av arbetet är löst.", en: "The organisation of the work is settled.")
        case .attendance(let percent, true):
            Sentence(
                sv: "Närvaron når \(Language.sv.percent(percent)).",
                en: "Attendance reaches \(Language.en.percent(percent)).")
        case .attendance(let percent, false):
            Sentence(
                sv: "Närvaron sjunker under \(Language.sv.percent(percent)).",
                en: "Attendance falls below \(Language.en.percent(percent)).")
        case .lifted(.split):
            Sentence(sv: "Laget är samlat igen.", en: "The team is together again.")
        case .lifted(.exemption):
            Sentence(
                sv: "Undantaget upphör eller blir gemensamt överenskommet.",
                en: "The exemption ends or is agreed jointly.")
        case .lifted(.reduction):
            Sentence(
                sv: "Ramen återställs, eller minskningen blir gemensamt överenskommen.",
                en: "The frame is restored, or its reduction is agreed jointly.")
        }
    }
}
