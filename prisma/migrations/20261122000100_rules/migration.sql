-- Rules that Prisma's schema language cannot say. The test of the catalogue keeps them.

-- One 営業担当 at a time.
CREATE UNIQUE INDEX ownership_one_current_owner ON ownership (workspace_id, customer_id)
  WHERE role = 'owner' AND until IS NULL;

-- The same mail is logged once per customer; cancelling frees it.
CREATE UNIQUE INDEX history_entry_external_once ON history_entry (workspace_id, customer_id, external_id)
  WHERE external_id IS NOT NULL AND cancelled_at IS NULL;

-- What the sweepers look for: small, whatever the size of the table.
CREATE INDEX domain_event_waiting ON domain_event (workspace_id, at) WHERE dispatched_at IS NULL;
CREATE INDEX outbox_message_waiting ON outbox_message (workspace_id, next_attempt_at) WHERE state = 'waiting';

-- A customer waits in one open handover at most: kept by the operation, which locks the customer.
CREATE INDEX handover_open ON handover (workspace_id, created_at) WHERE state IN ('proposed', 'asked');

ALTER TABLE customer ADD CONSTRAINT customer_kind CHECK (kind IN ('company', 'site', 'person'));
ALTER TABLE customer ADD CONSTRAINT customer_state CHECK (state IN ('active', 'merged', 'erased'));
ALTER TABLE customer ADD CONSTRAINT customer_not_own_parent CHECK (parent_id IS NULL OR parent_id <> id);
ALTER TABLE member ADD CONSTRAINT member_role CHECK (role IN ('admin', 'manager', 'member', 'viewer'));
ALTER TABLE member ADD CONSTRAINT member_status CHECK (status IN ('active', 'former', 'name_only'));
ALTER TABLE next_action ADD CONSTRAINT next_action_kind CHECK (kind IN ('promise', 'follow', 'appointment'));
ALTER TABLE next_action ADD CONSTRAINT next_action_state CHECK (state IN ('open', 'done', 'cancelled'));
ALTER TABLE handover ADD CONSTRAINT handover_state CHECK (state IN ('proposed', 'asked', 'accepted', 'declined', 'withdrawn'));
ALTER TABLE audit_entry ADD CONSTRAINT audit_outcome CHECK (outcome IN ('done', 'refused'));
