-- What customers bought, one line of a slip each.
CREATE TABLE "purchase" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "item" TEXT,
    "quantity" DECIMAL(18,4),
    "unit" TEXT,
    "unit_price" DECIMAL(18,4),
    "amount" DECIMAL(18,2),
    "purchased_on" DATE NOT NULL,
    "precision" TEXT NOT NULL DEFAULT 'day',
    "delivered_on" DATE,
    "note" TEXT,
    "member_id" UUID,
    "recorder_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "import_id" UUID,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "purchase_workspace_id_customer_id_purchased_on_id_idx" ON "purchase"("workspace_id", "customer_id", "purchased_on" DESC, "id" DESC);
CREATE UNIQUE INDEX "purchase_workspace_id_external_id_key" ON "purchase"("workspace_id", "external_id");

-- A list brings customers, past activities or purchases; of the latter two each row becomes one entry.
ALTER TABLE "import" ADD COLUMN "kind" TEXT;
ALTER TABLE "import_row" ADD COLUMN "entry_id" UUID;
