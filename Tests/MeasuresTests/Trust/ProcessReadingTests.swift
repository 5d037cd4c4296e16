import Testing

@testable import Measures

/// What the process itself says, border by border.
@Suite struct ProcessReadingTests {
    private func meetings(_ held: Int, of planned: Int, feedback: Int = 1) -> ProcessReading? {
        ProcessReading(.process, TermProcess(planned: planned, held: held, leaderFeedback: feedback))
    }

    private func attendance(_ present: Int, absent: Int, standing: [FrameChange] = []) -> ProcessReading? {
        ProcessReading(
            .collective,
            TermProcess(
                attendance: AttendanceTally(present: present, absent: absent, excused: 50), standing: standing
            ))
    }

    @Test func `85 per cent of the meetings with feedback are high, without it high enough`() {
        #expect(meetings(17, of: 20)?.level == .high)
        #expect(meetings(17, of: 20)?.reason == .meetingsHeld)
        #expect(meetings(17, of: 20, feedback: 0)?.level == .enough)
        #expect(meetings(17, of: 20, feedback: 0)?.reason == .heldWithoutFeedback)
        #expect(meetings(16, of: 20)?.level == .enough)
        #expect(meetings(16, of: 20)?.reason == .mostlyHeld)
    }

    @Test func `65 per cent of the meetings are high enough, and fewer are low`() {
        #expect(meetings(13, of: 20, feedback: 0)?.level == .enough)
        #expect(meetings(12, of: 20)?.level == .low)
        #expect(meetings(12, of: 20)?.reason == .tooFewHeld)
        #expect(meetings(0, of: 1)?.level == .low)
    }

    @Test func `without meetings, or without attendance, there is nothing to say`() {
        #expect(meetings(0, of: 0)?.level == .some(nil))
        #expect(meetings(0, of: 0)?.reason == .noMeetings)
        #expect(attendance(2, absent: 0)?.reason == .noAttendance)
        #expect(attendance(3, absent: 0)?.level == .high)
    }

    @Test func `attendance of 85 and 65 per cent`() {
        #expect(attendance(17, absent: 3)?.level == .high)
        #expect(attendance(16, absent: 4)?.level == .enough)
        #expect(attendance(13, absent: 7)?.level == .enough)
        #expect(attendance(12, absent: 8)?.level == .low)
    }

    @Test(arguments: FrameChange.Kind.allCases)
    func `nothing that stands leaves attendance high`(_ kind: FrameChange.Kind) {
        let reading = attendance(20, absent: 0, standing: [FrameChange(kind: kind, day: 1)])
        #expect(reading?.level == .enough)
        #expect(reading?.reason == .attendanceInReducedFrame)
    }

    @Test func `collegial trust has no process`() {
        #expect(ProcessReading(.collegial, TermProcess(planned: 1, held: 1, leaderFeedback: 1)) == nil)
    }

    @Test func `a split stands until the team is merged again`() {
        let split = FrameChange(kind: .split, day: 10)
        #expect(FrameChange.standing([split], merged: [], agreed: [99]) == [split])
        #expect(FrameChange.standing([split], merged: [9, 10], agreed: []) == [split])
        #expect(FrameChange.standing([split], merged: [11], agreed: []) == [])
    }

    @Test(arguments: [FrameChange.Kind.exemption, .reduction])
    func `a joint agreement covers what came before and in its own term`(_ kind: FrameChange.Kind) {
        let change = FrameChange(kind: kind, day: 10)
        #expect(FrameChange.standing([change], merged: [11], agreed: []) == [change])
        #expect(FrameChange.standing([change], merged: [], agreed: [10]) == [])
        #expect(FrameChange.standing([change], merged: [], agreed: [9]) == [change])
    }
}
