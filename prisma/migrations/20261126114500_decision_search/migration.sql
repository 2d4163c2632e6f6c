-- Words of decisions are found by their beginnings, whatever the language: the "simple" configuration folds case and knows no
-- grammar. One index per table whose words count.
CREATE INDEX "decision_words" ON "decision" USING gin (to_tsvector('simple', "question" || ' ' || "context"));
CREATE INDEX "decision_option_words" ON "decision_option" USING gin (to_tsvector('simple', "title" || ' ' || "description"));
CREATE INDEX "outcome_words" ON "outcome" USING gin (to_tsvector('simple', "rationale"));
