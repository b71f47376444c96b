-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "target_type" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "user_id" UUID,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "ip" TEXT,
    "user_agent" TEXT,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_streams" (
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_streams_pkey" PRIMARY KEY ("stream")
);

-- CreateIndex
CREATE INDEX "audit_entries_user_id_id_idx" ON "audit_entries"("user_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_id_idx" ON "audit_entries"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_action_id_idx" ON "audit_entries"("action", "id");

-- CreateIndex
CREATE INDEX "audit_entries_target_type_target_id_id_idx" ON "audit_entries"("target_type", "target_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_stream_seq_key" ON "audit_entries"("stream", "seq");

-- What was written stays as it was written.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or removed.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "audit_entries_not_truncated" BEFORE TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
-- The end of a stream moves one entry at a time, or not at all.
CREATE TRIGGER "audit_streams_forward" BEFORE UPDATE ON "audit_streams"
  FOR EACH ROW WHEN (NEW."seq" NOT IN (OLD."seq", OLD."seq" + 1)
    OR (NEW."seq" = OLD."seq" AND NEW."hash" <> OLD."hash") OR NEW."stream" <> OLD."stream")
  EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "audit_streams_kept" BEFORE DELETE ON "audit_streams"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "audit_streams_not_truncated" BEFORE TRUNCATE ON "audit_streams"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
