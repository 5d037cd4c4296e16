# `report change`, as JSON and as the tables of its page.

change_json <- function(study, changes) {
  number <- function(hundredths) chartr("\u2212", "-", decimal(hundredths))
  entries <- vapply(changes, function(entry) {
    head <- sprintf(
      '"team": "%s", "form": "%s", "from": "%s", "to": "%s"', entry$team, entry$form, entry$from, entry$to
    )
    change <- entry$change
    if (is.null(change)) return(sprintf('{%s, "n": null, "withheld": true}', head))
    limits <- change$interval
    interval <- if (is.null(limits)) "null" else sprintf("[%s, %s]", number(limits[1]), number(limits[2]))
    p <- rounded(change$extreme, 2^change$n, parts = 10000)
    sprintf(
      paste0(
        '{%s, "n": %d, "meanFrom": %s, "meanTo": %s, "difference": %s, "interval": %s, ',
        '"up": %d, "same": %d, "down": %d, "exactP": %d.%04d}'
      ),
      head, change$n, number(change$mean_from), number(change$mean_to), number(change$difference), interval,
      change$up, change$same, change$down, p %/% 10000, p %% 10000
    )
  }, "")
  sprintf(
    '{"format": "kollegium-report/1", "study": "%s", "minimumGroup": %d, "teams": [%s]}',
    study$id, study$minimum_group, paste(entries, collapse = ",\n")
  )
}

figures_row <- function(study, entry) {
  change <- entry$change
  limits <- change$interval
  dash <- if (length(limits) && limits[1] < 0) " to " else "\u2013"
  interval <- if (is.null(limits)) "" else paste0(decimal(limits[1]), dash, decimal(limits[2]))
  texts <- c(
    study$label[[entry$team]], entry$form, change$n, decimal(change$mean_from), decimal(change$mean_to),
    signed(change$difference), interval, change$up, change$same, change$down
  )
  lapply(texts, function(text) words(text)[[1]])
}

test_row <- function(study, entry) {
  change <- entry$change
  c(
    words(study$label[[entry$team]]), words(entry$form), words(change$n), words(signed(change$difference)),
    figure(change$extreme / 2^change$n), figure(signed_rank_p(change$differences, TRUE)),
    figure(signed_rank_p(change$differences, FALSE)), figure(sign_test_p(change))
  )
}

pooled_rows <- function(study, entries) {
  # Of teams with enough people for their spread to be told.
  entries <- Filter(function(entry) entry$change$n >= study$minimum_for_single, entries)
  pooling <- pooled(lapply(entries, function(entry) entry$change$differences / entry$change$unit))
  if (is.null(pooling)) return(NULL)
  lapply(seq_along(entries), function(place) {
    entry <- entries[[place]]
    c(
      words(study$label[[entry$team]]), words(entry$form), words(signed(entry$change$difference)),
      pooling[[place]]
    )
  })
}

# The forms as sets of questions, each with the ratings of the teams where enough people answered it.
form_sets <- function(study, part) {
  lapply(names(forms), function(form) {
    teams <- lapply(setNames(study$teams, study$teams), function(team) {
      ratings(study, part, team, form_items(study, part, form))
    })
    list(
      label = forms[[form]], heading = forms[[form]],
      teams = Filter(function(ratings) nrow(ratings) >= study$minimum_for_single, teams)
    )
  })
}

change_tables <- function(study, changes) {
  shown <- Filter(function(entry) !is.null(entry$change), changes)
  tables <- list()
  for (wave in unique(vapply(changes, function(entry) entry$wave, 0))) {
    own <- Filter(function(entry) entry$wave == wave, shown)
    by_form <- lapply(names(forms), function(form) Filter(function(entry) entry$form == form, own))
    tables[[paste0("plain-", wave)]] <- lapply(own, function(entry) figures_row(study, entry))
    tables[[paste0("tests-", wave)]] <- lapply(own, function(entry) test_row(study, entry))
    tables[[paste0("pooled-", wave)]] <-
      do.call(c, lapply(by_form, function(entries) pooled_rows(study, entries)))
  }
  parts <- names(study$questionnaire$parts)
  for (number in seq_along(parts)) {
    sets <- form_sets(study, parts[number])
    tables[[paste0("quality-", number)]] <- quality_rows(study, sets)
    tables[[paste0("agreement-", number)]] <- agreement_rows(study, sets)
  }
  filled(tables)
}
