import Measures
import Testing

@Suite struct AttendanceTallyTests {
    @Test(arguments: [
        (80, 8, 0, "0.9091"), (1, 0, 0, "1.0000"), (0, 1, 0, "0.0000"), (1, 2, 0, "0.3333"),
        (2, 1, 0, "0.6667"),
        (1, 1, 7, "0.5000"), (29, 3, 0, "0.9063"), (1, 19_999, 0, "0.0001"), (1, 20_000, 0, "0.0000"),
        (1_299_999, 1, 5, "1.0000"),
    ])
    func `the share is of those present or absent`(present: Int, absent: Int, excused: Int, share: String) {
        let tally = AttendanceTally(present: present, absent: absent, excused: excused)
        #expect(tally.share?.description == share)
    }

    @Test func `there is no share where nobody was either`() {
        #expect(AttendanceTally().share == nil)
        #expect(AttendanceTally(excused: 4).share == nil)
        #expect(AttendanceTally(excused: 4).percent == nil)
    }

    @Test func `per cent are rounded from the exact share and not from the rounded one`() {
        // 89.495 % is 89 %, though 0.8950, which it is with four decimals, would be 90 %.
        let tally = AttendanceTally(present: 17_899, absent: 2_101)
        #expect(tally.share?.description == "0.8950")
        #expect(tally.percent == 89)
        #expect(AttendanceTally(present: 179, absent: 21).percent == 90)
    }
}
