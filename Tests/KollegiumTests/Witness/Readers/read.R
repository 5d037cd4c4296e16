# Reads a file for SPSS or Stata by haven and says as JSON what is in it.
#
#   Rscript read.R FILE

suppressMessages({
  library(haven)
  library(jsonlite)
})

path <- commandArgs(trailingOnly = TRUE)[1]
isSPSS <- grepl("[.]sav$", path)
data <- if (isSPSS) read_sav(path, user_na = TRUE) else read_dta(path)

# A tagged missing value of Stata is told by its letter, any other by nothing.
told <- function(column) {
  if (is.character(column)) return(as.list(column))
  values <- as.list(as.numeric(unclass(column)))
  tags <- if (isSPSS) rep(NA_character_, length(column)) else na_tag(unclass(column))
  lapply(seq_along(values), function(i) {
    if (!is.na(tags[i])) tags[i] else if (is.na(values[[i]])) NULL else values[[i]]
  })
}

labelled <- function(column) {
  labels <- attr(column, "labels")
  if (is.null(labels)) return(list())
  lapply(seq_along(labels), function(i) {
    tag <- if (is.double(labels)) na_tag(labels[[i]]) else NA
    list(unbox(if (!is.na(tag)) tag else as.character(labels[[i]])), unbox(names(labels)[i]))
  })
}

variables <- lapply(names(data), function(name) {
  column <- data[[name]]
  label <- attr(column, "label")
  missing <- attr(column, "na_values")
  list(
    name = unbox(name), label = unbox(if (is.null(label)) "" else label),
    values = labelled(column),
    missing = lapply(missing, function(value) c(value, value))
  )
})
columns <- lapply(data, told)
rows <- lapply(seq_len(nrow(data)), function(i) lapply(unname(columns), function(column) {
  if (is.null(column[[i]])) NULL else unbox(column[[i]])
}))
cat(toJSON(list(variables = variables, rows = rows), null = "null", digits = NA))
