import Measures
import Testing

private func dated(_ date: String, _ id: String, _ indicator: String, _ value: String) -> DatedEvidence {
    DatedEvidence(date: date, evidence: TrustEvidence(id: id, indicator: indicator, value: value))
}

@Suite struct NewestEvidenceTests {
    @Test func `the latest day counts, whatever the ids and the order given`() {
        let all = [
            dated("2014-06-05", "e9", "efficacy", "low"), dated("2015-06-05", "e1", "efficacy", "growing"),
            dated("2013-12-31", "e5", "efficacy", "established"),
        ]
        for evidence in [all, all.reversed(), [all[1], all[0], all[2]]] {
            #expect(TrustEvidence.newest(of: evidence).mapValues(\.id) == ["efficacy": "e1"])
        }
    }

    @Test func `on the same day the last id counts, by code points`() {
        // A capital before a small letter, ten before two, å after z, and an emoji after all of them,
        // although its UTF-16 code units come before those of U+FF21.
        for (first, last) in [("B", "a"), ("e10", "e2"), ("z", "å"), ("e", "e1"), ("\u{FF21}", "😀")] {
            let pair = [
                dated("2015-06-05", first, "drivers", "absent"),
                dated("2015-06-05", last, "drivers", "present"),
            ]
            #expect(TrustEvidence.newest(of: pair)["drivers"]?.id == last)
            #expect(TrustEvidence.newest(of: pair.reversed())["drivers"]?.id == last)
        }
    }

    @Test func `each indicator has its own newest`() {
        let newest = TrustEvidence.newest(of: [
            dated("2014-06-05", "e1", "efficacy", "low"), dated("2015-06-05", "e2", "drivers", "absent"),
            dated("2013-06-05", "e3", "efficacy", "growing"),
        ])
        #expect(newest.mapValues(\.value) == ["efficacy": "low", "drivers": "absent"])
    }

    @Test func `of nothing there is nothing newest`() {
        #expect(TrustEvidence.newest(of: []).isEmpty)
    }
}
