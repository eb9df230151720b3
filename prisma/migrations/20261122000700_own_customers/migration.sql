-- Whose customers are one's own is asked with each typed line: answered from the index alone.
DROP INDEX "ownership_workspace_id_member_id_until_idx";
CREATE INDEX "ownership_workspace_id_member_id_until_customer_id_idx" ON "ownership"("workspace_id", "member_id", "until", "customer_id");
