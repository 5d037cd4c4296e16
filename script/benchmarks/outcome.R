# What a researcher would write in R for the counts of `report outcome`, straight from the study bundle.
# Rscript outcome.R responses.csv areas.csv out.csv
suppressPackageStartupMessages(library(data.table))
paths <- commandArgs(trailingOnly = TRUE)

answers <- fread(paths[1])
areas <- fread(paths[2])
counts <- answers[areas, on = "item"][
  !is.na(value),
  .(answered = .N, top = sum(value >= 4), total = sum(value), people = uniqueN(person)),
  keyby = .(team, part, area)
]
fwrite(counts, paths[3])
