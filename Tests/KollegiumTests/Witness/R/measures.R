# What the reports' tables and `report change --format json` must say of a study, reckoned from its bundle
# alone and as far as can be by R's own means: an independent witness of the measures.
#
#   Rscript measures.R BUNDLE OUT
#
# BUNDLE is a folder as script/national-study makes it. OUT is a folder; into it go outcome.csv and
# change.csv, which tables.R describes, and change.json.
if (!requireNamespace("nlme", quietly = TRUE)) {
  stop("The R package nlme is missing: `script/bootstrap --witness` installs it.", call. = FALSE)
}
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
own <- setdiff(list.files(here, "[.]R$", full.names = TRUE), file.path(here, "measures.R"))
for (file in own) source(file, encoding = "UTF-8")

paths <- commandArgs(trailingOnly = TRUE)
study <- read_bundle(paths[1])
write_tables(outcome_tables(study), file.path(paths[2], "outcome.csv"))
changes <- changes_of(study)
write_tables(change_tables(study, changes), file.path(paths[2], "change.csv"))
writeLines(change_json(study, changes), file.path(paths[2], "change.json"))
