# How sure a share or an index is. Each person has a number of answers and a sum over them (of those on top,
# or of their steps).

wilson <- function(count, of) {
  suppressWarnings(as.numeric(prop.test(count, of, correct = FALSE)$conf.int))
}

jeffreys <- function(count, of) {
  limits <- qbeta(c(0.025, 0.975), count + 0.5, of - count + 0.5)
  c(if (count == 0) 0 else limits[1], if (count == of) 1 else limits[2])
}

clopper_pearson <- function(count, of) as.numeric(binom.test(count, of)$conf.int)

# How alike the answers of one person are, from an analysis of variance of the single answers (1 on top, 0
# not), drawn towards 1 as if half a person had been seen whose answers were all alike.
correlation_within <- function(answers, top) {
  if (all(answers == 1)) return(0)
  share <- sum(top) / sum(answers)
  told <- (length(answers) - 1) * 4 * share * (1 - share)
  if (told == 0) return(1)
  person <- factor(rep(seq_along(answers), answers))
  single <- unlist(Map(function(k, x) rep(1:0, c(x, k - x)), answers, top))
  squares <- summary(aov(single ~ person))[[1]][["Mean Sq"]]
  size <- (sum(answers) - sum(answers^2) / sum(answers)) / (length(answers) - 1)
  plain <- (squares[1] - squares[2]) / (squares[1] + (size - 1) * squares[2])
  (0.5 + told * min(max(plain, 0), 1)) / (0.5 + told)
}

beta_binomial <- function(answers, top) {
  correlation <- correlation_within(answers, top)
  effective <- sum(answers) / (1 + (sum(answers^2) / sum(answers) - 1) * correlation)
  share <- sum(top) / sum(answers)
  list(
    interval = qbeta(c(0.025, 0.975), 0.5 + share * effective, 0.5 + (1 - share) * effective),
    correlation = correlation, effective = effective
  )
}

# Each person counted as one answer: what may be told of few people.
each_as_one_answer <- function(people) {
  share <- sum(people$top) / sum(people$answers)
  count <- nrow(people)
  list(
    interval = qbeta(c(0.025, 0.975), 0.5 + share * count, 0.5 + (1 - share) * count),
    correlation = NA, effective = NA
  )
}

# The program resamples 2,000 times and takes the 50th smallest and largest figure; here it is 20,000 times.
# Chance parts the two, and how far is known whatever the figures are: of 20,000 independent draws, the number
# that fall below the 50th smallest of 2,000 others is beta-binomial with 50 and 1,951. With a and b its
# quantiles at one in a million from either end, the program's limit lies between the a-th and the (b + 1)-th
# of ours.
own_resamples <- 20000
ranks_below <- local({
  j <- 0:own_resamples
  chance <- exp(lchoose(own_resamples, j) + lbeta(j + 50, own_resamples - j + 1951) - lbeta(50, 1951))
  c(least = sum(cumsum(chance) < 1e-6), most = own_resamples - sum(rev(cumsum(rev(chance))) < 1e-6))
})

bootstrap <- function(answers, sums) {
  people <- length(answers)
  if (people < 2) return(NULL)
  draws <- matrix(sample.int(people, people * own_resamples, replace = TRUE), people)
  figures <- colSums(matrix(sums[draws], people)) / colSums(matrix(answers[draws], people))
  figures <- sort(figures)
  mirrored <- function(rank) own_resamples + 1 - rank
  list(
    value = figures[c(own_resamples / 40, mirrored(own_resamples / 40))],
    least = figures[c(ranks_below["least"], mirrored(ranks_below["most"] + 1))],
    most = figures[c(ranks_below["most"] + 1, mirrored(ranks_below["least"]))]
  )
}
