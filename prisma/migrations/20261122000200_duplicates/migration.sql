-- AlterTable
ALTER TABLE "import_row" ADD COLUMN "match" JSONB;

-- CreateTable
CREATE TABLE "customer_match" (
    "workspace_id" UUID NOT NULL,
    "key" INTEGER NOT NULL,
    "customer_id" UUID NOT NULL,

    CONSTRAINT "customer_match_pkey" PRIMARY KEY ("workspace_id","key","customer_id")
);

-- CreateTable
CREATE TABLE "duplicate_pair" (
    "workspace_id" UUID NOT NULL,
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "reason_key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "duplicate_pair_pkey" PRIMARY KEY ("workspace_id","a_id","b_id")
);

-- CreateTable
CREATE TABLE "customer_merge" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "version" INTEGER NOT NULL,

    CONSTRAINT "customer_merge_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "customer_match_workspace_id_customer_id_idx" ON "customer_match"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "duplicate_pair_workspace_id_b_id_idx" ON "duplicate_pair"("workspace_id", "b_id");

-- CreateIndex
CREATE INDEX "duplicate_pair_workspace_id_state_score_idx" ON "duplicate_pair"("workspace_id", "state", "score");

-- CreateIndex
CREATE INDEX "duplicate_pair_workspace_id_import_id_idx" ON "duplicate_pair"("workspace_id", "import_id");

-- CreateIndex
CREATE INDEX "customer_merge_workspace_id_kept_id_idx" ON "customer_merge"("workspace_id", "kept_id");

-- CreateIndex
CREATE INDEX "customer_merge_workspace_id_merged_id_idx" ON "customer_merge"("workspace_id", "merged_id");

-- Rules that Prisma's schema language cannot say.
ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_state CHECK (state IN ('open', 'same', 'site', 'different', 'unsure'));
ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_ordered CHECK (a_id < b_id);

-- A customer is merged into one other at a time.
CREATE UNIQUE INDEX customer_merge_once ON customer_merge (workspace_id, merged_id) WHERE undone_at IS NULL;
