# Reading a study bundle. The YAML is read by its indentation, which is all that it takes for the bundles that
# script/national-study makes: one questionnaire, to teachers, all of whose scales have five steps.

read_csv <- function(folder, file) {
  read.csv(file.path(folder, file), colClasses = "character", na.strings = character(), encoding = "UTF-8")
}

# The n-th thing between brackets of the first line that matches, or `default`.
first_match <- function(pattern, lines, default = NA_character_) {
  found <- regmatches(lines, regexec(pattern, lines, perl = TRUE))
  found <- Filter(length, found)
  if (length(found)) found[[1]][2] else default
}

# The lines of each block that begins with a line of the pattern, by the block's name in it.
blocks <- function(lines, pattern) {
  starts <- grep(pattern, lines, perl = TRUE)
  ends <- c(starts[-1] - 1, length(lines))
  found <- Map(function(from, to) lines[from:to], starts, ends)
  names(found) <- sub(pattern, "\\1", lines[starts], perl = TRUE)
  found
}

read_questionnaire <- function(folder) {
  lines <- readLines(file.path(folder, "instruments/teacher.yaml"), encoding = "UTF-8")
  head <- lines[seq_len(match("parts:", lines) - 1)]
  areas <- blocks(head[-seq_len(match("areas:", head))], "^  (\\w+):$")
  parts <- blocks(lines[-seq_len(match("parts:", lines))], "^- id: (.*)$")
  list(
    areas = vapply(areas, function(block) first_match("^    en: (.*)$", block), ""),
    parts = lapply(parts, function(block) {
      items <- blocks(block, "^  - id: (.*)$")
      is_rating <- vapply(items, function(item) any(item == "    type: rating"), NA)
      list(
        title = first_match("^    en: (.*)$", block),
        opens = first_match("^  opens: '(.*)'$", block),
        items = data.frame(
          item = names(items)[is_rating],
          area = vapply(items[is_rating], function(item) first_match("^    area: (.*)$", item), ""),
          form = vapply(items[is_rating], function(item) first_match("^    form: (.*)$", item), ""),
          row.names = NULL
        )
      )
    })
  )
}

read_bundle <- function(folder) {
  lines <- readLines(file.path(folder, "study.yaml"), encoding = "UTF-8")
  published <- any(grepl("published: true", lines, fixed = TRUE))
  group <- as.integer(first_match("minimumGroup: (\\d+)", lines, 5))
  single <- as.integer(first_match("minimumForSingleItems: (\\d+)", lines, 8))

  schools <- read_csv(folder, "schools.csv")
  teams <- read_csv(folder, "teams.csv")
  teams <- teams[order(teams$id, method = "radix"), ]
  school <- schools$name[match(teams$school, schools$id)]
  is_alone <- table(teams$school)[teams$school] == 1

  rows <- read_csv(folder, "responses.csv")
  rows$value <- as.integer(rows$value)
  members <- read_csv(folder, "memberships.csv")
  list(
    id = first_match("^id: (.*)$", lines), minimum_group = group, published = published,
    # How many people it takes for a single item to be shown, and for the spread among them to be.
    minimum_for_single = if (published) group else max(group, single),
    questionnaire = read_questionnaire(folder),
    teams = teams$id,
    label = setNames(ifelse(is_alone, school, paste0(school, ", ", teams$name)), teams$id),
    members = members[members$role %in% c("teacher", "conversation-leader", "team-leader"), ],
    sheets = unique(rows[c("part", "team", "person")]),
    answers = rows[!is.na(rows$value), ]
  )
}

# One team's answers to some items of a part: a matrix with a row for each person who answered any of them and
# a column for each item, NA where there is no answer.
ratings <- function(study, part, team, items) {
  answers <- study$answers
  own <- answers[answers$part == part & answers$team == team & answers$item %in% items, ]
  people <- sort(unique(own$person), method = "radix")
  result <- matrix(NA_real_, length(people), length(items), dimnames = list(people, items))
  result[cbind(own$person, own$item)] <- own$value
  result
}
