extension RoomBanner {
    /// Over every page of those who lead a programme.
    static func programme(_ language: Language) -> RoomBanner {
        RoomBanner(
            .programme,
            Sentence(
                sv:
                    "Läses av programmets ledning. Här finns schema, antal och villkor, aldrig vad som sagts i ett lag.",
                en:
                    "Read by those who lead the programme. Here are schedule, counts and conditions, never what is said in a team."
            )(language), language)
    }
}
