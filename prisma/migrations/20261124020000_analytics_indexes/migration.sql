-- CreateIndex
CREATE INDEX "analytics_presence_zone_who_day_previous_day_people_idx" ON "analytics_presence"("zone", "who", "day", "previous_day", "people");

-- One day of the ledger is read while it changes. Entries of different length fill gaps on old pages, so that a block
-- range soon holds times of years, and an index by block ranges leads to all of them.
-- DropIndex
DROP INDEX "credit_entries_created_at_idx";

-- CreateIndex
CREATE INDEX "credit_entries_created_at_idx" ON "credit_entries"("created_at");
