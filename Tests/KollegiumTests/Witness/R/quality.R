# How well questions measure, and how alike a team answers. Ratings are matrices of people by items.

# One-way analysis of variance over the teams of the means of those who answered at least half of the
# questions; k is the plain mean number of people.
intraclass <- function(study, teams) {
  means <- lapply(teams, function(ratings) {
    rowMeans(ratings[2 * rowSums(!is.na(ratings)) >= ncol(ratings), , drop = FALSE], na.rm = TRUE)
  })
  # Told where enough teams have enough people.
  means <- means[lengths(means) >= study$minimum_group]
  sizes <- lengths(means)
  if (length(sizes) < 5 || sum(sizes) == length(sizes)) return(c(NA, NA))
  team <- factor(rep(seq_along(means), sizes))
  squares <- summary(aov(unlist(means) ~ team))[[1]][["Mean Sq"]]
  if (sum(squares) < 1e-20) return(c(NA, NA))
  between <- squares[1]
  within <- squares[2]
  c((between - within) / (between + (mean(sizes) - 1) * within), (between - within) / between)
}

# Raw, standardised, and the mean correlation between two items.
cronbach <- function(ratings) {
  items <- ncol(ratings)
  if (items < 2 || nrow(ratings) < 2) return(rep(NA, 3))
  covariance <- cov(ratings)
  if (sum(covariance) == 0) return(rep(NA, 3))
  raw <- items / (items - 1) * (1 - sum(diag(covariance)) / sum(covariance))
  if (any(diag(covariance) == 0)) return(c(raw, NA, NA))
  correlations <- cor(ratings)
  correlation <- mean(correlations[upper.tri(correlations)])
  c(raw, items * correlation / (1 + (items - 1) * correlation), correlation)
}

# Agreement among a team's members beside that of answers by chance, whose variance is given.
rwg <- function(ratings, by_chance) {
  variances <- apply(ratings, 2, var, na.rm = TRUE)
  items <- sum(!is.na(variances))
  if (items == 0) return(NA)
  ratio <- mean(variances, na.rm = TRUE) / by_chance
  if (ratio >= 1) return(0)
  items * (1 - ratio) / (items * (1 - ratio) + ratio)
}

average_deviation <- function(ratings) {
  items <- ratings[, colSums(!is.na(ratings)) > 1, drop = FALSE]
  if (ncol(items) == 0) return(NA)
  mean(colMeans(abs(sweep(items, 2, colMeans(items, na.rm = TRUE))), na.rm = TRUE))
}

# The table of a part: one row for each set of questions. A set has its heading, and by team the ratings of
# those teams of which it may be told.
quality_rows <- function(study, sets) {
  lapply(unname(Filter(function(set) length(set$teams) > 0, sets)), function(set) {
    all <- do.call(rbind, set$teams)
    complete <- all[complete.cases(all), , drop = FALSE]
    alpha <- if (nrow(complete) < study$minimum_for_single) rep(NA, 3) else cronbach(complete)
    figures <- c(alpha, intraclass(study, set$teams))
    c(words(set$heading), words(ncol(all)), words(nrow(complete)), do.call(c, lapply(figures, figure)))
  })
}

# The table of agreement: one row for each team and set of questions. The variances by chance are those of
# five steps: each as likely, and slightly skewed (LeBreton and Senter 2008).
agreement_rows <- function(study, sets) {
  rows <- lapply(study$teams, function(team) {
    lapply(unname(sets), function(set) {
      ratings <- set$teams[[team]]
      if (is.null(ratings) || nrow(ratings) < study$minimum_for_single) return(NULL)
      c(
        words(study$label[[team]]), words(set$label), words(nrow(ratings)),
        figure(rwg(ratings, 2)), figure(rwg(ratings, 1.34)), figure(average_deviation(ratings))
      )
    })
  })
  Filter(length, do.call(c, rows))
}
