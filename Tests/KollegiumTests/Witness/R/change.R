# How trust has changed between two waves, exactly.

forms <- c(process = "Trust in the process", collegial = "Collegial trust", collective = "Collective trust")

form_items <- function(study, part, form) {
  items <- study$questionnaire$parts[[part]]$items
  items$item[which(items$form == form)]
}

# Each person's sum and number of answers, of those who gave answers to at least half of the form's items.
sums_of <- function(study, part, team, form) {
  own <- ratings(study, part, team, form_items(study, part, form))
  own <- own[2 * rowSums(!is.na(own)) >= ncol(own), , drop = FALSE]
  data.frame(person = rownames(own), sum = rowSums(own, na.rm = TRUE), answers = rowSums(!is.na(own)))
}

# One entry for each team, form and pair of consecutive waves; `people` are those counted in both.
changes_of <- function(study) {
  parts <- names(study$questionnaire$parts)
  entries <- expand.grid(
    wave = seq_len(length(parts) - 1), form = names(forms), team = study$teams, stringsAsFactors = FALSE
  )
  lapply(seq_len(nrow(entries)), function(row) {
    entry <- as.list(entries[row, ])
    entry$from <- parts[entry$wave]
    entry$to <- parts[entry$wave + 1]
    people <- merge(
      sums_of(study, entry$from, entry$team, entry$form), sums_of(study, entry$to, entry$team, entry$form),
      by = "person", suffixes = c("_from", "_to")
    )
    c(entry, if (nrow(people) >= study$minimum_group) list(change = change_of(people)))
  })
}

# Everything in whole parts of the unit, the least common multiple of the numbers of answers.
change_of <- function(people) {
  n <- nrow(people)
  unit <- least_common_multiple(c(people$answers_from, people$answers_to))
  from <- people$sum_from * unit / people$answers_from
  to <- people$sum_to * unit / people$answers_to
  differences <- to - from
  list(
    n = n, differences = differences, unit = unit,
    mean_from = rounded(sum(from), unit * n), mean_to = rounded(sum(to), unit * n),
    difference = rounded(sum(differences), unit * n), interval = subset_interval(differences, unit),
    up = sum(differences > 0), same = sum(differences == 0), down = sum(differences < 0),
    extreme = extreme_sign_changes(differences)
  )
}

# The k-th smallest and the k-th largest of the means of all subsets but the empty one, in hundredths. Equal
# fractions are the same double, and of fractions with terms as small as these others are not, so doubles
# order them rightly.
subset_interval <- function(differences, unit) {
  k <- floor(0.025 * 2^length(differences))
  if (k == 0) return(NULL)
  all <- subsets(differences)
  order <- order(all$sums[-1] / all$sizes[-1])
  chosen <- 1 + order[c(k, length(order) + 1 - k)]
  rounded(all$sums[chosen], unit * all$sizes[chosen])
}

# Wilcoxon's signed ranks, twice each so that they are whole numbers; zeros dropped first, or ranked and then
# left out.
signed_ranks <- function(differences, drop_zeros) {
  if (drop_zeros) differences <- differences[differences != 0]
  2 * (rank(abs(differences)) * sign(differences))[differences != 0]
}

signed_rank_p <- function(differences, drop_zeros) {
  ranks <- signed_ranks(differences, drop_zeros)
  if (length(ranks) == 0) return(NA)
  extreme_sign_changes(ranks) / 2^length(ranks)
}

sign_test_p <- function(change) {
  if (change$up + change$down == 0) return(NA)
  binom.test(change$up, change$up + change$down)$p.value
}
