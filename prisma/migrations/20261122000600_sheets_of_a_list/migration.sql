-- A list that is read again is cut into the sheets it came from, with the preset it was read by.
ALTER TABLE "import" ADD COLUMN "parts" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "import" ADD COLUMN "preset" TEXT;

-- What people said a list of this shape is.
ALTER TABLE "column_mapping" ADD COLUMN "kind" TEXT;
