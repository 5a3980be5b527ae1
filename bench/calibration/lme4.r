# Fits by lme4, beside which ours stand: every design.csv of a folder, and lme4's own Penicillin and InstEval, which are written there.
# Prints one JSON value. Times are of lmer() as it comes; values are those of its optimiser told to go on until nothing changes, for as it
# comes it stops up to 3e-4 short in a variance.
suppressMessages({ library(lme4); library(jsonlite) })
folder <- commandArgs(trailingOnly = TRUE)[1]
own <- list(
  Penicillin = data.frame(entry = Penicillin$plate, judge = Penicillin$sample, category = 0, y = Penicillin$diameter),
  InstEval = data.frame(entry = InstEval$s, judge = InstEval$d, category = 0, y = InstEval$y)
)
for (name in names(own)) {
  design <- own[[name]]
  design$entry <- as.integer(design$entry) - 1L
  design$judge <- as.integer(design$judge) - 1L
  write.csv(design, file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}
thorough <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9, maxfun = 1e5), calc.derivs = FALSE)
fit <- function(file) {
  d <- read.csv(file)
  d$entry <- factor(d$entry)
  d$judge <- factor(d$judge)
  d$category <- factor(d$category)
  formula <- if (nlevels(d$category) > 1) y ~ 0 + category + (1 | entry) + (1 | judge) else y ~ 1 + (1 | entry) + (1 | judge)
  quiet <- function(x) suppressMessages(suppressWarnings(x))
  time <- system.time(quiet(lmer(formula, d)))
  model <- quiet(lmer(formula, d, control = thorough))
  v <- as.data.frame(VarCorr(model))
  of <- function(group) v$vcov[v$grp == group]
  list(name = sub("\\.csv$", "", basename(file)), criterion = REMLcrit(model), entry = of("entry"), judge = of("judge"),
       residual = of("Residual"), cpu = 1000 * (time[["user.self"]] + time[["sys.self"]]), version = as.character(packageVersion("lme4")))
}
cat(toJSON(lapply(sort(list.files(folder, "\\.csv$", full.names = TRUE)), fit), auto_unbox = TRUE, digits = I(15)))
