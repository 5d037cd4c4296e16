import Storage

extension SheetStore {
    /// Hands a sheet in. Twice is once; what is handed in can be changed until the wave closes.
    /// - Throws: `FormRefusal` where nothing is answered.
    func handIn(_ wave: Wave, by hand: Hand, own: OwnSheets) throws {
        guard let sheet = own.sheet(wave.part), !sheet.answers.isEmpty else {
            throw FormRefusal(
                "",
                Sentence(
                    sv: "Du har inte svarat på något än, så det finns inget att lämna in.",
                    en: "You have answered nothing yet, so there is nothing to hand in."))
        }
        guard !sheet.isHandedIn else { return }
        try db.execute(
            "UPDATE sheets SET state = 'handed-in', submitted = ? WHERE id = ? AND state = 'open'",
            hand.today.description, sheet.key)
    }
}
