-- What waits to be sorted into this index is read by every search, and makes the planner read the whole table instead.
-- The default of 4 MB is half an imported list, and the embedded database has no autovacuum that would clear it.
ALTER INDEX "customer_search_workspace_id_grams_idx" SET (gin_pending_list_limit = 256);
