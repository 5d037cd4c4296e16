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

    /// Over the pages that the leaders of schools read as well, each for their own schools.
    static func schedule(_ language: Language) -> RoomBanner {
        var banner = RoomBanner(
            .programme,
            Sentence(
                sv:
                    "Läses av programmets ledning, och av skolornas ledare och utvecklingsledare för sina skolor. Aldrig vad som sagts i ett lag.",
                en:
                    "Read by those who lead the programme, and by the principals and development leaders of schools for their own. Never what is said in a team."
            )(language), language)
        banner.name = Sentence(
            sv: "Programmets och skolornas ledning", en: "Those who lead the programme and its schools")(
                language)
        return banner
    }

    /// Over the pages that tell what people are asked.
    static func questions(_ language: Language) -> RoomBanner {
        RoomBanner(
            .programme,
            Sentence(
                sv: "Läses av programmets ledning och av dess forskare. Här finns frågorna, och inga svar.",
                en:
                    "Read by those who lead the programme and by its researchers. Here are the questions, and no answers."
            )(language), language)
    }
}
