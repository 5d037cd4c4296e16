# What a team's answers to a part come to, and what of it may be shown.

# The people who answered some items: how many answers each gave, those on top, and the sum of the steps.
people_of <- function(ratings) {
  data.frame(
    answers = rowSums(!is.na(ratings)), top = rowSums(ratings >= 4, na.rm = TRUE),
    sum = rowSums(ratings, na.rm = TRUE)
  )
}

# By area whether its share is told: "exact", as "most" or "least" of what is masked, or "withheld".
outcome_of <- function(study, part, team) {
  items <- study$questionnaire$parts[[part]]$items
  areas <- Filter(function(area) area %in% items$area, names(study$questionnaire$areas))
  of <- lapply(setNames(areas, areas), function(area) {
    own <- ratings(study, part, team, items$item[which(items$area == area)])
    people <- people_of(own)
    is_single <- ncol(own) == 1
    minimum <- if (is_single) study$minimum_for_single else study$minimum_group
    is_masked <- is_single && !study$published
    shown <- if (nrow(people) < minimum) "withheld"
      else if (is_masked && 5 * sum(people$top) >= 4 * sum(people$answers)) "most"
      else if (is_masked && 5 * sum(people$top) <= sum(people$answers)) "least"
      else "exact"
    list(ratings = own, people = people, shown = shown)
  })
  told <- Filter(function(area) of[[area]]$shown != "withheld", areas)
  # How answers lie among so many people may be told: of enough of them, and not beside a masked share.
  is_masked <- any(vapply(of, function(area) area$shown, "") %in% c("most", "least"))
  list(
    tells = function(people) !is_masked && people >= study$minimum_for_single,
    areas = of,
    exact = Filter(function(area) of[[area]]$shown == "exact", areas),
    respondents = nrow(ratings(study, part, team, items$item[!is.na(items$area)])),
    # Each person over the areas shown.
    people = people_of(ratings(study, part, team, items$item[items$area %in% told]))
  )
}

# Those who were members on the day the part opened, and whoever answered.
asked <- function(study, part, team) {
  opens <- study$questionnaire$parts[[part]]$opens
  members <- study$members
  there <- members$team == team & members$from <= opens & (members$to == "" | members$to > opens)
  sheets <- study$sheets
  length(union(members$person[there], sheets$person[sheets$part == part & sheets$team == team]))
}

counted <- function(count, of) sprintf("%s (%d/%d)", percent(count, of), count, of)

index_of <- function(outcome) {
  people <- outcome$people
  if (nrow(people) == 0) return("")
  decimal(rounded(sum(people$sum), sum(people$answers)))
}
