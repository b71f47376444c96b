-- CreateEnum
CREATE TYPE "credit_adjustment_act" AS ENUM ('add', 'remove', 'forgive', 'reverse');

-- CreateTable
CREATE TABLE "credit_removals" (
    "user_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "parts" BIGINT[],
    "owed" BIGINT[],
    "restored_seq" BIGINT,

    CONSTRAINT "credit_removals_pkey" PRIMARY KEY ("user_id","seq")
);

-- CreateTable
CREATE TABLE "credit_adjustments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "act" "credit_adjustment_act" NOT NULL,
    "amount_milli" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "as_debt" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "reverses_id" UUID,
    "entry_seq" BIGINT NOT NULL,
    "delta_milli" BIGINT NOT NULL,
    "debt_delta_milli" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_adjustments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "complimentary_plans" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "given_by" UUID NOT NULL,
    "plan_key" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "monthly_milli" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_periods" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "complimentary_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quota_overrides" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "set_by" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "limit" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_overrides_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "credit_adjustments_reverses_id_key" ON "credit_adjustments"("reverses_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_adjustments_user_id_entry_seq_key" ON "credit_adjustments"("user_id", "entry_seq");

-- CreateIndex
CREATE INDEX "complimentary_plans_user_id_starts_at_idx" ON "complimentary_plans"("user_id", "starts_at");

-- CreateIndex
CREATE INDEX "quota_overrides_user_id_starts_at_idx" ON "quota_overrides"("user_id", "starts_at");

-- AddForeignKey
ALTER TABLE "credit_removals" ADD CONSTRAINT "credit_removals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_accounts"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_adjustments" ADD CONSTRAINT "credit_adjustments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_adjustments" ADD CONSTRAINT "credit_adjustments_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "credit_adjustments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complimentary_plans" ADD CONSTRAINT "complimentary_plans_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quota_overrides" ADD CONSTRAINT "quota_overrides_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "credit_adjustments" ADD CONSTRAINT "credit_adjustments_sound" CHECK (
  "amount_milli" > 0 AND "actor_id" <> "user_id" AND ("act" = 'reverse') = ("reverses_id" IS NOT NULL));
CREATE TRIGGER "credit_adjustments_append_only" BEFORE UPDATE OR DELETE ON "credit_adjustments"
  FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_removals_kept" BEFORE DELETE ON "credit_removals"
  FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_removals_not_truncated" BEFORE TRUNCATE ON "credit_removals"
  FOR EACH STATEMENT EXECUTE FUNCTION credit_refuse_change();

-- One at a time, and what the job asks for.
CREATE UNIQUE INDEX "complimentary_plans_running_key" ON "complimentary_plans"("user_id") WHERE "ended_at" IS NULL;
CREATE INDEX "complimentary_plans_due_idx" ON "complimentary_plans"("due_at") WHERE "ended_at" IS NULL;
ALTER TABLE "complimentary_plans" ADD CONSTRAINT "complimentary_plans_sound" CHECK (
  "monthly_milli" > 0 AND "ends_at" > "starts_at" AND "granted_periods" >= 0 AND "given_by" <> "user_id");
CREATE UNIQUE INDEX "quota_overrides_running_key" ON "quota_overrides"("user_id", "kind") WHERE "ended_at" IS NULL;
ALTER TABLE "quota_overrides" ADD CONSTRAINT "quota_overrides_sound" CHECK (
  "limit" >= 0 AND "ends_at" > "starts_at" AND "set_by" <> "user_id");

-- What of a lot was used and neither became debt nor had been: as much can be owed for it.
CREATE FUNCTION credit_owable(p_lot credit_lots) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(
    p_lot.amount_milli - p_lot.remaining_milli - p_lot.expired_milli - p_lot.clawed_milli
      - p_lot.debt_milli - p_lot.repaid_milli - p_lot.forgiven_milli, 0)
$$;

-- Takes credit away that nobody spent, in burn order. With p_as_debt what is missing becomes debt for what was used,
-- the latest lot first; nobody can owe more than they used.
CREATE FUNCTION credit_remove(
  p_user uuid, p_amount bigint, p_as_debt boolean, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_entry credit_entries;
  v_lot credit_lots;
  v_pick record;
  v_missing bigint;
  v_part bigint;
  v_parts bigint[] := '{}';
  v_owed bigint[] := '{}';
  v_touched bigint[] := '{}';
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN credit_refusal('insufficient', 0);
  END IF;
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    PERFORM FROM credit_removals r
    WHERE v_entry.reason = 'revoke' AND r.user_id = p_user AND r.seq = v_entry.seq
      AND v_entry.delta_milli = -p_amount AND (p_as_debt OR r.owed = '{}');
    IF FOUND THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  PERFORM credit_settle(p_user, p_now);
  v_pick := credit_pick(p_user, p_amount, p_now);
  v_missing := v_pick.missing;
  IF v_missing > 0 AND NOT p_as_debt THEN
    RETURN credit_refusal('insufficient', p_amount - v_missing);
  END IF;
  IF v_missing > (
    SELECT coalesce(sum(credit_owable(l)), 0) FROM credit_lots l WHERE l.user_id = p_user)
  THEN
    RETURN credit_refusal('beyond_lot');
  END IF;
  FOR i IN 1 .. coalesce(cardinality(v_pick.lots), 0) LOOP
    UPDATE credit_lots
    SET remaining_milli = remaining_milli - v_pick.amounts[i], open = remaining_milli > v_pick.amounts[i],
        clawed_milli = clawed_milli + v_pick.amounts[i]
    WHERE user_id = p_user AND no = v_pick.lots[i];
    v_parts := v_parts || ARRAY[v_pick.lots[i], v_pick.amounts[i]];
    v_touched := v_touched || ARRAY[v_pick.lots[i], -v_pick.amounts[i]];
  END LOOP;
  IF v_missing > 0 THEN
    v_touched := v_touched || ARRAY[0, -v_missing];
    FOR v_lot IN SELECT * FROM credit_lots l WHERE l.user_id = p_user AND credit_owable(l) > 0 ORDER BY l.no DESC LOOP
      v_part := least(v_missing, credit_owable(v_lot));
      UPDATE credit_lots SET debt_milli = debt_milli + v_part WHERE user_id = p_user AND no = v_lot.no;
      v_owed := v_owed || ARRAY[v_lot.no, v_part];
      v_missing := v_missing - v_part;
      EXIT WHEN v_missing = 0;
    END LOOP;
  END IF;
  v_entry := credit_append(p_user, v_key, 'revoke', v_touched, p_reference, p_description, p_now);
  INSERT INTO credit_removals (user_id, seq, parts, owed) VALUES (p_user, v_entry.seq, v_parts, v_owed);
  RETURN credit_told('done', v_entry);
END $$;

-- Gives one removal back in the reverse order of taking, as credit_restore does for a clawback: debt goes first, what
-- grants repaid meanwhile comes back as a lot that never expires, what was forgiven is nothing, and what was taken
-- returns to its lots with their old expiry.
CREATE FUNCTION credit_put_back(
  p_user uuid, p_removal_key text, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_account credit_accounts;
  v_entry credit_entries;
  v_removal credit_removals;
  v_lot credit_lots;
  v_new credit_lots;
  v_left bigint;
  v_part bigint;
  v_debt bigint := 0;
  v_repaid bigint := 0;
  v_touched bigint[] := '{}';
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  PERFORM credit_settle(p_user, p_now);
  SELECT r.* INTO v_removal
  FROM credit_entries e JOIN credit_removals r ON r.user_id = e.user_id AND r.seq = e.seq
  WHERE e.key = credit_key(p_user, p_removal_key) AND e.reason = 'revoke';
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    IF v_entry.reason = 'restore' AND v_removal.restored_seq = v_entry.seq THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  IF v_removal.seq IS NULL THEN
    RETURN credit_refusal('unknown_revocation');
  ELSIF v_removal.restored_seq IS NOT NULL THEN
    RETURN credit_refusal('already_restored');
  END IF;
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user;
  -- No more can come back than was taken: every pair's amount.
  IF v_account.balance_milli::numeric + v_account.debt_milli
    + (SELECT coalesce(sum((v_removal.parts || v_removal.owed)[i]), 0)
       FROM generate_series(2, cardinality(v_removal.parts || v_removal.owed), 2) AS i) > 9223372036854775807
  THEN
    RETURN credit_refusal('overflow');
  END IF;
  FOR i IN 1 .. cardinality(v_removal.owed) BY 2 LOOP
    SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND no = v_removal.owed[i];
    v_left := v_removal.owed[i + 1];
    v_part := least(v_left, v_lot.debt_milli);
    v_debt := v_debt + v_part;
    v_left := v_left - v_part;
    UPDATE credit_lots
    SET debt_milli = debt_milli - v_part,
        repaid_milli = repaid_milli - least(v_left, v_lot.repaid_milli),
        forgiven_milli = forgiven_milli - least(v_left - least(v_left, v_lot.repaid_milli), v_lot.forgiven_milli)
    WHERE user_id = p_user AND no = v_lot.no;
    v_repaid := v_repaid + least(v_left, v_lot.repaid_milli);
  END LOOP;
  IF v_debt > 0 THEN
    v_touched := v_touched || ARRAY[0, v_debt];
  END IF;
  FOR i IN 1 .. cardinality(v_removal.parts) BY 2 LOOP
    SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND no = v_removal.parts[i];
    v_part := least(v_removal.parts[i + 1], v_lot.clawed_milli);
    CONTINUE WHEN v_part = 0;
    UPDATE credit_lots
    SET clawed_milli = clawed_milli - v_part, remaining_milli = remaining_milli + v_part, open = true
    WHERE user_id = p_user AND no = v_lot.no;
    UPDATE credit_accounts SET next_due_at = least(next_due_at, v_lot.expires_at) WHERE user_id = p_user;
    v_touched := v_touched || ARRAY[v_lot.no, v_part];
  END LOOP;
  IF v_repaid > 0 THEN
    v_new.user_id := p_user;
    v_new.kind := 'admin';
    v_new.priority := 20;
    v_new.amount_milli := v_repaid;
    v_new.remaining_milli := v_repaid;
    v_new.to_debt_milli := 0;
    v_new.cost_minor := 0;
    v_new.effective_at := p_now;
    v_new.created_at := p_now;
    v_new.source_key := p_key;
    v_new.description := p_description;
    v_touched := v_touched || ARRAY[credit_add_lot(v_new), v_repaid];
  END IF;
  v_entry := credit_append(p_user, v_key, 'restore', v_touched, p_reference, p_description, p_now);
  UPDATE credit_removals SET restored_seq = v_entry.seq WHERE user_id = p_user AND seq = v_removal.seq;
  FOR i IN 1 .. cardinality(v_removal.parts) BY 2 LOOP
    PERFORM credit_lapse_lot(p_user, v_removal.parts[i]::integer, p_now);
  END LOOP;
  RETURN credit_told('done', v_entry);
END $$;

-- What removals that were not put back took of a lot, or owe for it.
CREATE FUNCTION credit_removed(p_user uuid, p_no integer) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum((r.parts || r.owed)[i + 1]), 0)::bigint
  FROM credit_removals r CROSS JOIN LATERAL generate_series(1, cardinality(r.parts || r.owed), 2) AS i
  WHERE r.user_id = p_user AND r.restored_seq IS NULL AND (r.parts || r.owed)[i] = p_no
$$;

-- As before, but for what an admin removed from the lot: a refund that failed does not give that back.
CREATE OR REPLACE FUNCTION credit_restore(
  p_user uuid, p_revocation_key text, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_account credit_accounts;
  v_entry credit_entries;
  v_revocation credit_revocations;
  v_lot credit_lots;
  v_new credit_lots;
  v_left bigint;
  v_debt bigint;
  v_repaid bigint;
  v_claimed bigint;
  v_waived bigint;
  v_forgiven bigint;
  v_touched bigint[] := '{}';
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  PERFORM credit_settle(p_user, p_now);
  SELECT r.* INTO v_revocation
  FROM credit_entries e JOIN credit_revocations r ON r.user_id = e.user_id AND r.seq = e.seq
  WHERE e.key = credit_key(p_user, p_revocation_key) AND e.reason = 'revoke';
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    IF v_entry.reason = 'restore' AND v_revocation.restored_seq = v_entry.seq THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  IF v_revocation.seq IS NULL THEN
    RETURN credit_refusal('unknown_revocation');
  ELSIF v_revocation.restored_seq IS NOT NULL THEN
    RETURN credit_refusal('already_restored');
  END IF;
  SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND no = v_revocation.lot_no;
  -- Never more than clawbacks hold now: with some by money and some by credits, an earlier restoration may have
  -- given back what this one took.
  -- What an admin removed from the lot is none of it.
  v_left := least(
    greatest(
      v_lot.clawed_milli + v_lot.claimed_milli + v_lot.waived_milli + v_lot.debt_milli + v_lot.repaid_milli
        + v_lot.forgiven_milli - credit_removed(p_user, v_lot.no), 0),
    CASE WHEN v_revocation.request_milli > 0 THEN v_revocation.credits_milli ELSE
      credit_share(v_lot.amount_milli, v_lot.returned_minor, v_lot.cost_minor)
        - credit_share(v_lot.amount_milli, v_lot.returned_minor - v_revocation.returned_minor, v_lot.cost_minor) END);
  v_debt := least(v_left, v_lot.debt_milli);
  v_left := v_left - v_debt;
  v_repaid := least(v_left, v_lot.repaid_milli);
  v_left := v_left - v_repaid;
  v_forgiven := least(v_left, v_lot.forgiven_milli);
  v_left := v_left - v_forgiven;
  v_claimed := least(v_left, v_lot.claimed_milli);
  v_left := v_left - v_claimed;
  v_waived := least(v_left, v_lot.waived_milli);
  v_left := v_left - v_waived;
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user;
  IF v_account.balance_milli::numeric + v_account.debt_milli + v_left + v_repaid > 9223372036854775807 THEN
    RETURN credit_refusal('overflow');
  END IF;
  UPDATE credit_lots
  SET debt_milli = debt_milli - v_debt, repaid_milli = repaid_milli - v_repaid, forgiven_milli = forgiven_milli - v_forgiven,
      claimed_milli = claimed_milli - v_claimed, waived_milli = waived_milli - v_waived, clawed_milli = clawed_milli - v_left,
      remaining_milli = remaining_milli + v_left, open = remaining_milli + v_left > 0,
      returned_minor = returned_minor - v_revocation.returned_minor
  WHERE user_id = p_user AND no = v_lot.no;
  IF v_debt > 0 THEN
    v_touched := v_touched || ARRAY[0, v_debt];
  END IF;
  IF v_left > 0 THEN
    v_touched := v_touched || ARRAY[v_lot.no, v_left];
    UPDATE credit_accounts SET next_due_at = least(next_due_at, v_lot.expires_at) WHERE user_id = p_user;
  END IF;
  IF v_repaid > 0 THEN
    v_new.user_id := p_user;
    v_new.kind := 'payg';
    v_new.priority := 20;
    v_new.amount_milli := v_repaid;
    v_new.remaining_milli := v_repaid;
    v_new.to_debt_milli := 0;
    v_new.cost_minor := 0;
    v_new.effective_at := p_now;
    v_new.created_at := p_now;
    v_new.source_key := p_key;
    v_new.description := p_description;
    v_touched := v_touched || ARRAY[credit_add_lot(v_new), v_repaid];
  END IF;
  v_entry := credit_append(p_user, v_key, 'restore', v_touched, p_reference, p_description, p_now);
  UPDATE credit_revocations SET restored_seq = v_entry.seq WHERE user_id = p_user AND seq = v_revocation.seq;
  PERFORM credit_lapse_lot(p_user, v_lot.no, p_now);
  RETURN credit_told('done', v_entry);
END $$;
