-- btree_gin lets a GIN index lead with workspace_id; both engines ship it.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateTable
CREATE TABLE "customer" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "name_kana" TEXT,
    "honorific" TEXT,
    "department" TEXT,
    "title" TEXT,
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "corporate_number" TEXT,
    "invoice_number" TEXT,
    "prefecture" TEXT,
    "city" TEXT,
    "url" TEXT,
    "note" TEXT,
    "relation_since" DATE,
    "amount" DECIMAL(18,2),
    "currency" TEXT NOT NULL DEFAULT 'JPY',
    "extra" JSONB NOT NULL DEFAULT '{}',
    "match_key" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "merged_into_id" UUID,
    "purpose" TEXT,
    "source" TEXT,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_search" (
    "workspace_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "grams" TEXT[],
    "folded" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,

    CONSTRAINT "customer_search_pkey" PRIMARY KEY ("workspace_id","customer_id")
);

-- CreateTable
CREATE TABLE "customer_name" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_name_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact_point" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "extension" TEXT,
    "label" TEXT,
    "parts" JSONB,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_point_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_code" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_code_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_domain" (
    "workspace_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,

    CONSTRAINT "customer_domain_pkey" PRIMARY KEY ("workspace_id","domain","customer_id")
);

-- CreateTable
CREATE TABLE "history_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT,
    "result" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_until" TIMESTAMPTZ(3),
    "precision" TEXT NOT NULL DEFAULT 'time',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,
    "recorder_id" UUID,
    "contact_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "member_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "group_id" UUID,
    "title" TEXT,
    "body" TEXT NOT NULL,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "visibility" TEXT NOT NULL DEFAULT 'all',
    "surface" TEXT NOT NULL,
    "external_id" TEXT,
    "ref_type" TEXT,
    "ref_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "sheet" TEXT,
    "encoding" TEXT,
    "delimiter" TEXT,
    "header_row" INTEGER,
    "headers" TEXT[],
    "columns" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "total" INTEGER NOT NULL DEFAULT 0,
    "applied" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "purpose" TEXT,
    "source" TEXT,
    "error" JSONB,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "raw" TEXT[],
    "data" JSONB,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "issues" JSONB NOT NULL DEFAULT '[]',
    "customer_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "cluster_id" UUID,
    "person_cluster_id" UUID,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("workspace_id","import_id","row")
);

-- CreateTable
CREATE TABLE "import_change" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "customer_id" UUID NOT NULL,
    "before" JSONB,
    "version" INTEGER NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("workspace_id","import_id","customer_id","row")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "workspace_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("workspace_id","fingerprint")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'done',
    "entity" TEXT,
    "entity_id" TEXT,
    "customer_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "surface" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "customer_ids" UUID[],
    "request_id" TEXT NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "output" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "connection" (
    "workspace_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("workspace_id","kind","external_id")
);

-- CreateTable
CREATE TABLE "plugin_record" (
    "workspace_id" UUID NOT NULL,
    "plugin" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customer_id" UUID,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plugin_record_pkey" PRIMARY KEY ("workspace_id","plugin","key")
);

-- CreateTable
CREATE TABLE "line" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "reading" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "history_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "next_action_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "line_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_kana" TEXT,
    "name_key" TEXT NOT NULL,
    "nicknames" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "email" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "status" TEXT NOT NULL DEFAULT 'active',
    "slack_user_id" TEXT,
    "left_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "member_identity" (
    "workspace_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_identity_pkey" PRIMARY KEY ("workspace_id","provider","subject")
);

-- CreateTable
CREATE TABLE "link_code" (
    "code_hash" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "api_token" (
    "token_hash" TEXT NOT NULL,
    "workspace_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "next_action" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE,
    "due_time" TEXT,
    "due_precision" TEXT NOT NULL DEFAULT 'day',
    "as_typed" TEXT,
    "owner_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "history_entry_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "completed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "next_action_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "ownership" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'owner',
    "reason" TEXT,
    "proposer_id" UUID,
    "accepted_by_id" UUID,
    "handover_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "ownership_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "handover" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_member_id" UUID,
    "to_member_id" UUID NOT NULL,
    "proposer_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "reason" TEXT,
    "note" TEXT,
    "brief" JSONB NOT NULL,
    "decline_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "handover_customer" (
    "workspace_id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "handover_customer_pkey" PRIMARY KEY ("workspace_id","handover_id","customer_id")
);

-- CreateTable
CREATE TABLE "handover_message" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_message_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "quiet" BOOLEAN NOT NULL DEFAULT true,
    "locale" TEXT NOT NULL DEFAULT 'ja',
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Tokyo',
    "slack_team_id" TEXT,
    "closed_days" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customer_workspace_id_match_key_idx" ON "customer"("workspace_id", "match_key");

-- CreateIndex
CREATE INDEX "customer_workspace_id_parent_id_idx" ON "customer"("workspace_id", "parent_id");

-- CreateIndex
CREATE INDEX "customer_workspace_id_import_id_idx" ON "customer"("workspace_id", "import_id");

-- CreateIndex
CREATE INDEX "customer_workspace_id_corporate_number_idx" ON "customer"("workspace_id", "corporate_number");

-- CreateIndex
CREATE INDEX "customer_workspace_id_sort_key_id_idx" ON "customer"("workspace_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "customer_search_workspace_id_grams_idx" ON "customer_search" USING GIN ("workspace_id" uuid_ops, "grams" array_ops);

-- CreateIndex
CREATE INDEX "customer_name_workspace_id_customer_id_idx" ON "customer_name"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_name_workspace_id_key_idx" ON "customer_name"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "contact_point_workspace_id_customer_id_idx" ON "contact_point"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "contact_point_workspace_id_kind_normalized_idx" ON "contact_point"("workspace_id", "kind", "normalized");

-- CreateIndex
CREATE INDEX "customer_code_workspace_id_customer_id_idx" ON "customer_code"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "customer_code_workspace_id_code_idx" ON "customer_code"("workspace_id", "code");

-- CreateIndex
CREATE INDEX "customer_domain_workspace_id_customer_id_idx" ON "customer_domain"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "history_entry_workspace_id_customer_id_occurred_at_id_idx" ON "history_entry"("workspace_id", "customer_id", "occurred_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "history_entry_workspace_id_external_id_idx" ON "history_entry"("workspace_id", "external_id");

-- CreateIndex
CREATE INDEX "import_workspace_id_created_at_idx" ON "import"("workspace_id", "created_at");

-- CreateIndex
CREATE INDEX "import_workspace_id_file_hash_idx" ON "import"("workspace_id", "file_hash");

-- CreateIndex
CREATE INDEX "audit_entry_workspace_id_customer_id_id_idx" ON "audit_entry"("workspace_id", "customer_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_workspace_id_entity_id_idx" ON "audit_entry"("workspace_id", "entity_id");

-- CreateIndex
CREATE INDEX "idempotency_key_workspace_id_at_idx" ON "idempotency_key"("workspace_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_workspace_id_key_key" ON "outbox_message"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "connection_workspace_id_kind_idx" ON "connection"("workspace_id", "kind");

-- CreateIndex
CREATE INDEX "plugin_record_workspace_id_plugin_customer_id_idx" ON "plugin_record"("workspace_id", "plugin", "customer_id");

-- CreateIndex
CREATE INDEX "line_workspace_id_member_id_state_idx" ON "line"("workspace_id", "member_id", "state");

-- CreateIndex
CREATE INDEX "member_workspace_id_email_idx" ON "member"("workspace_id", "email");

-- CreateIndex
CREATE INDEX "member_workspace_id_name_key_idx" ON "member"("workspace_id", "name_key");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_slack_user_id_key" ON "member"("workspace_id", "slack_user_id");

-- CreateIndex
CREATE INDEX "member_identity_workspace_id_member_id_idx" ON "member_identity"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "link_code_workspace_id_member_id_idx" ON "link_code"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "api_token_workspace_id_member_id_idx" ON "api_token"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "next_action_workspace_id_customer_id_state_due_on_idx" ON "next_action"("workspace_id", "customer_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "next_action_workspace_id_owner_id_state_due_on_idx" ON "next_action"("workspace_id", "owner_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "ownership_workspace_id_customer_id_until_idx" ON "ownership"("workspace_id", "customer_id", "until");

-- CreateIndex
CREATE INDEX "ownership_workspace_id_member_id_until_idx" ON "ownership"("workspace_id", "member_id", "until");

-- CreateIndex
CREATE INDEX "handover_workspace_id_to_member_id_state_idx" ON "handover"("workspace_id", "to_member_id", "state");

-- CreateIndex
CREATE INDEX "handover_customer_workspace_id_customer_id_idx" ON "handover_customer"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "handover_message_workspace_id_handover_id_at_idx" ON "handover_message"("workspace_id", "handover_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slack_team_id_key" ON "workspace"("slack_team_id");

