-- A company that became a site of another (同じ会社の別拠点) may be merged later on like any site: only merges are once.
DROP INDEX customer_merge_once;
CREATE UNIQUE INDEX customer_merge_once ON customer_merge (workspace_id, merged_id)
  WHERE undone_at IS NULL AND before ->> 'as' = 'merge';
