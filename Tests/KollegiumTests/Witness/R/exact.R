# Whole numbers, which R's doubles hold exactly up to 2^53; here they stay below 2^40.

# The fraction in hundredths (or other parts of one), halves away from zero.
rounded <- function(numerator, denominator, parts = 100) {
  sign(numerator) * ((2 * parts * abs(numerator) + denominator) %/% (2 * denominator))
}

percent <- function(count, of) sprintf("%d%%", rounded(count, of))

# Hundredths with two decimals, with a minus as wide as a plus.
decimal <- function(hundredths) {
  magnitude <- abs(hundredths)
  sprintf("%s%d.%02d", ifelse(hundredths < 0, "\u2212", ""), magnitude %/% 100, magnitude %% 100)
}

signed <- function(hundredths) paste0(ifelse(hundredths > 0, "+", ""), decimal(hundredths))

greatest_common_divisor <- function(a, b) if (b == 0) a else greatest_common_divisor(b, a %% b)

least_common_multiple <- function(numbers) {
  Reduce(function(a, b) a / greatest_common_divisor(a, b) * b, numbers)
}

# The sums of all 2^n subsets, and how many numbers each has.
subsets <- function(numbers) {
  sums <- 0
  sizes <- 0
  for (number in numbers) {
    sums <- c(sums, sums + number)
    sizes <- c(sizes, sizes + 1)
  }
  list(sums = sums, sizes = sizes)
}

# Of the 2^n ways to change the signs of whole numbers, how many give a sum at least as far from zero.
extreme_sign_changes <- function(numbers) {
  total <- sum(abs(numbers))
  sum(abs(total - 2 * subsets(abs(numbers))$sums) >= abs(sum(numbers)))
}
