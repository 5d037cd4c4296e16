# The tables of `report outcome --format html`.

article_row <- function(study, team, outcome) {
  shares <- lapply(outcome$areas, function(area) {
    people <- area$people
    switch(area$shown,
      withheld = "not shown", most = "\u2265 80%", least = "\u2264 20%",
      exact = counted(sum(people$top), sum(people$answers))
    )
  })
  c(
    words(study$label[[team]]), words(outcome$respondents), do.call(c, lapply(unname(shares), words)),
    words(index_of(outcome))
  )
}

share_row <- function(study, part, team, outcome, area) {
  own <- outcome$areas[[area]]
  people <- own$people
  tells <- outcome$tells(nrow(people))
  belief <- if (tells) beta_binomial(people$answers, people$top) else each_as_one_answer(people)
  possible <- asked(study, part, team) * ncol(own$ratings)
  least <- percent(sum(people$top), possible)
  most <- percent(sum(people$top) + possible - sum(people$answers), possible)
  c(
    words(study$label[[team]]), words(study$questionnaire$areas[[area]]), words(nrow(people)),
    words(percent(sum(people$top), sum(people$answers))), figure(belief$interval),
    drawn(if (tells) bootstrap(people$answers, people$top)), figure(belief$correlation),
    figure(belief$effective),
    words(if (least == most) most else sub("%", paste0("\u2013", most), least, fixed = TRUE))
  )
}

single_row <- function(study, team, outcome, area) {
  people <- outcome$areas[[area]]$people
  count <- sum(people$top)
  of <- nrow(people)
  c(
    words(study$label[[team]]), words(study$questionnaire$areas[[area]]), words(counted(count, of)),
    figure(wilson(count, of)), figure(jeffreys(count, of)), figure(clopper_pearson(count, of))
  )
}

# Of teams where it may be told how the answers lie.
index_rows <- function(study, outcomes) {
  outcomes <- Filter(function(outcome) {
    nrow(outcome$people) > 0 && outcome$tells(nrow(outcome$people))
  }, outcomes)
  means <- lapply(outcomes, function(outcome) outcome$people$sum / outcome$people$answers)
  pooling <- pooled(means)
  lapply(seq_along(outcomes), function(place) {
    people <- outcomes[[place]]$people
    c(
      words(study$label[[names(outcomes)[place]]]), words(index_of(outcomes[[place]])),
      drawn(bootstrap(people$answers, people$sum)), figure(mean(means[[place]])),
      if (is.null(pooling)) rep(figure(NA), 3) else pooling[[place]]
    )
  })
}

# The areas as sets of questions, each with the ratings of the teams whose share of it is shown exactly.
area_sets <- function(study, part, outcomes) {
  items <- study$questionnaire$parts[[part]]$items
  areas <- Filter(function(area) area %in% items$area, names(study$questionnaire$areas))
  lapply(areas, function(area) {
    exact <- Filter(function(outcome) {
      area %in% outcome$exact && outcome$tells(nrow(outcome$areas[[area]]$people))
    }, outcomes)
    label <- study$questionnaire$areas[[area]]
    count <- sum(items$area == area, na.rm = TRUE)
    list(
      label = label,
      heading = sprintf("%s (%d %s)", label, count, if (count == 1) "question" else "questions"),
      teams = lapply(exact, function(outcome) outcome$areas[[area]]$ratings)
    )
  })
}

outcome_tables <- function(study) {
  set.seed(1)
  all <- study$questionnaire$parts
  parts <- Filter(function(part) any(!is.na(all[[part]]$items$area)), names(all))
  tables <- list()
  for (number in seq_along(parts)) {
    part <- parts[number]
    outcomes <- lapply(setNames(study$teams, study$teams), function(team) outcome_of(study, part, team))
    outcomes <- Filter(function(outcome) outcome$respondents >= study$minimum_group, outcomes)
    # The rows of each team and area whose share is shown exactly.
    rows <- function(make) {
      do.call(c, lapply(names(outcomes), function(team) {
        lapply(outcomes[[team]]$exact, function(area) make(team, outcomes[[team]], area))
      }))
    }
    sets <- area_sets(study, part, outcomes)
    own <- list(
      plain = lapply(names(outcomes), function(team) article_row(study, team, outcomes[[team]])),
      shares = rows(function(team, outcome, area) share_row(study, part, team, outcome, area)),
      singles = Filter(length, rows(function(team, outcome, area) {
        if (ncol(outcome$areas[[area]]$ratings) == 1) single_row(study, team, outcome, area)
      })),
      indices = index_rows(study, outcomes),
      quality = quality_rows(study, sets),
      agreement = agreement_rows(study, sets)
    )
    tables <- c(tables, setNames(own, paste0(names(own), "-", number)))
  }
  filled(tables)
}
