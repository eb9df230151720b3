-- Rows that say most of their customer are applied first, so that the others find it by what these said.
ALTER TABLE "import_row" ADD COLUMN "pass" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "import" ADD COLUMN "pass" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "import" ADD COLUMN "reached" INTEGER NOT NULL DEFAULT 0;

-- An import that is under way goes on behind the row that it had come to.
UPDATE "import" SET "reached" = "applied" WHERE "state" = 'running';
