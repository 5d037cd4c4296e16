# Tables as a list of rows by the table's name, a row as a list of cells, and how they are written:
#
#   table   its id in the page; "plain-2" is the page's second table without an id
#   row     from 1
#   column  from 0, the row's heading
#   value   the cell's text; or a number or two limits with a space between, with all their digits; empty for a
#           dash
#   least   the least that the page's number may be, or its two limits; empty for a text
#   most    the most

words <- function(text) list(c(text, "", ""))

digits <- function(numbers) paste(sprintf("%.17g", numbers), collapse = " ")

# A number, or two limits, by a formula: to six digits unless fewer will do. What should be nothing may be a
# trifle, the `least` that is told from nothing.
figure <- function(numbers, relative = 1e-6, least = 1e-9) {
  if (anyNA(numbers)) return(words(""))
  reach <- pmax(relative * abs(numbers), least)
  list(c(digits(numbers), digits(numbers - reach), digits(numbers + reach)))
}

# Two limits by chance, each with the bounds of what chance can make of it.
drawn <- function(limits) {
  if (is.null(limits)) return(words(""))
  list(c(digits(limits$value), digits(limits$least - 1e-9), digits(limits$most + 1e-9)))
}

write_tables <- function(tables, path) {
  out <- NULL
  for (name in names(tables)) {
    for (row in seq_along(tables[[name]])) {
      cells <- do.call(rbind, tables[[name]][[row]])
      out <- rbind(out, data.frame(
        table = name, row = row, column = seq_len(nrow(cells)) - 1,
        value = cells[, 1], least = cells[, 2], most = cells[, 3]
      ))
    }
  }
  write.csv(out, path, row.names = FALSE, fileEncoding = "UTF-8")
}

# Tables that have rows; the page leaves the others out.
filled <- function(tables) Filter(length, tables)
