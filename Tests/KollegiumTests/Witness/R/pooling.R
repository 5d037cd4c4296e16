# Partial pooling: for each team the cells with its mean drawn towards that of all teams, the 95 % limits of
# the prediction, and the share of its distance to all that it has lost.
#
# The variances are those of nlme by restricted maximum likelihood; given them, the teams' levels and how sure
# they are follow from the mixed model equations (Henderson 1975), solved as they stand.

pooled <- function(values) {
  if (length(values) < 5 || all(lengths(values) == 1)) return(NULL)
  people <- data.frame(
    value = unlist(values, use.names = FALSE),
    team = factor(rep(seq_along(values), lengths(values)))
  )
  alike <- lm(value ~ 1, people)
  fit <- nlme::lme(value ~ 1, random = ~ 1 | team, data = people, method = "REML", control = thorough)
  # nlme comes near a variance of nothing between teams and not to it. It is nothing where the model without
  # teams is as likely.
  teams_differ <- as.numeric(logLik(fit)) > as.numeric(logLik(alike, REML = TRUE))
  told <- if (teams_differ) levels_of(people, fit) else levels_alike(people, alike)

  reach <- qnorm(0.975) * sqrt(told$variance)
  lapply(seq_along(values), function(place) {
    c(
      roughly(told$mean[place]), roughly(told$mean[place] + c(-1, 1) * reach[place]),
      roughly(told$within / (told$between * length(values[[place]]) + told$within))
    )
  })
}

thorough <- nlme::lmeControl(
  opt = "optim", maxIter = 500, msMaxIter = 500, niterEM = 200,
  tolerance = 1e-14, msTol = 1e-14, reltol = 1e-15
)

# nlme climbs to the largest likelihood by steps, and stops near it. What lies about zero may be off by little
# in steps of the scale and yet by much beside itself.
roughly <- function(numbers) figure(numbers, relative = 1e-5, least = 1e-7)

levels_of <- function(people, fit) {
  within <- fit$sigma^2
  between <- as.numeric(nlme::getVarCov(fit))
  design <- cbind(1, model.matrix(~ 0 + team, people))
  equations <- crossprod(design) / within
  teams <- cbind(2:ncol(design), 2:ncol(design))
  equations[teams] <- equations[teams] + 1 / between
  uncertainty <- solve(equations)
  solution <- uncertainty %*% crossprod(design, people$value) / within
  level <- cbind(1, diag(nlevels(people$team)))
  list(
    mean = as.numeric(level %*% solution), variance = rowSums((level %*% uncertainty) * level),
    within = within, between = between
  )
}

levels_alike <- function(people, fit) {
  teams <- nlevels(people$team)
  list(
    mean = rep(coef(fit), teams), variance = rep(as.numeric(vcov(fit)), teams),
    within = sigma(fit)^2, between = 0
  )
}
