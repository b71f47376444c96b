-- CreateEnum
CREATE TYPE "credit_kind" AS ENUM ('subscription', 'payg', 'promo', 'admin');

-- CreateEnum
CREATE TYPE "credit_reason" AS ENUM ('grant', 'spend', 'hold', 'capture', 'release', 'expire', 'revoke', 'restore', 'freeze', 'unfreeze', 'forgive');

-- CreateEnum
CREATE TYPE "credit_hold_status" AS ENUM ('open', 'captured', 'released', 'expired');

-- CreateTable
CREATE TABLE "credit_accounts" (
    "user_id" UUID NOT NULL,
    "balance_milli" BIGINT NOT NULL DEFAULT 0,
    "debt_milli" BIGINT NOT NULL DEFAULT 0,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "lot_count" INTEGER NOT NULL DEFAULT 0,
    "next_due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_accounts_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "credit_lots" (
    "user_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" "credit_kind" NOT NULL,
    "priority" SMALLINT NOT NULL,
    "amount_milli" BIGINT NOT NULL,
    "remaining_milli" BIGINT NOT NULL,
    "held_milli" BIGINT NOT NULL DEFAULT 0,
    "expired_milli" BIGINT NOT NULL DEFAULT 0,
    "clawed_milli" BIGINT NOT NULL DEFAULT 0,
    "claimed_milli" BIGINT NOT NULL DEFAULT 0,
    "waived_milli" BIGINT NOT NULL DEFAULT 0,
    "debt_milli" BIGINT NOT NULL DEFAULT 0,
    "repaid_milli" BIGINT NOT NULL DEFAULT 0,
    "forgiven_milli" BIGINT NOT NULL DEFAULT 0,
    "to_debt_milli" BIGINT NOT NULL DEFAULT 0,
    "returned_minor" BIGINT NOT NULL DEFAULT 0,
    "cost_minor" BIGINT NOT NULL DEFAULT 0,
    "cost_currency" TEXT,
    "open" BOOLEAN NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "frozen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "source_key" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "credit_lots_pkey" PRIMARY KEY ("user_id","no")
);

-- CreateTable
CREATE TABLE "credit_entries" (
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "delta_milli" BIGINT NOT NULL,
    "balance_after_milli" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seq" INTEGER NOT NULL,
    "reason" "credit_reason" NOT NULL,
    "touched" BIGINT[],
    "reference" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("user_id","seq")
);

-- CreateTable
CREATE TABLE "credit_holds" (
    "user_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "amount_milli" BIGINT NOT NULL,
    "captured_milli" BIGINT NOT NULL DEFAULT 0,
    "settled_seq" BIGINT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "status" "credit_hold_status" NOT NULL DEFAULT 'open',
    "parts" BIGINT[],
    "reference" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "credit_holds_pkey" PRIMARY KEY ("user_id","seq")
);

-- CreateTable
CREATE TABLE "credit_revocations" (
    "user_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "lot_no" INTEGER NOT NULL,
    "returned_minor" BIGINT NOT NULL,
    "credits_milli" BIGINT NOT NULL,
    "request_minor" BIGINT NOT NULL,
    "request_milli" BIGINT NOT NULL,
    "restored_seq" BIGINT,

    CONSTRAINT "credit_revocations_pkey" PRIMARY KEY ("user_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "credit_lots_user_id_source_key_key" ON "credit_lots"("user_id", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_key_key" ON "credit_entries"("key");

-- CreateIndex
CREATE INDEX "credit_entries_created_at_idx" ON "credit_entries" USING BRIN ("created_at");

-- AddForeignKey
ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_lots" ADD CONSTRAINT "credit_lots_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_accounts"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_holds" ADD CONSTRAINT "credit_holds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_accounts"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_revocations" ADD CONSTRAINT "credit_revocations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "credit_accounts"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- Rows that change in place leave room for their next version on the same page: no index is touched.
ALTER TABLE "credit_accounts" SET (fillfactor = 50);
ALTER TABLE "credit_lots" SET (fillfactor = 70);

-- The burn order of what is left, and what lapses next. None of their columns changes when credit is spent.
CREATE INDEX "credit_lots_burn_order_idx" ON "credit_lots"("user_id", "priority", "expires_at", "effective_at", "no") WHERE "open";
CREATE INDEX "credit_lots_expiring_idx" ON "credit_lots"("expires_at", "user_id") WHERE "open" AND "expires_at" IS NOT NULL;
CREATE INDEX "credit_lots_owed_idx" ON "credit_lots"("user_id", "no") WHERE "debt_milli" > 0;
CREATE INDEX "credit_holds_open_idx" ON "credit_holds"("user_id", "expires_at") WHERE "status" = 'open';
CREATE INDEX "credit_holds_lapsing_idx" ON "credit_holds"("expires_at", "user_id") WHERE "status" = 'open';

-- PostgreSQL prepares a CHECK anew for every statement, so the rows that every spend writes carry only the one
-- that guards its own sums. The rest is a trigger on the columns that a spend leaves alone.
ALTER TABLE "credit_accounts"
  ADD CONSTRAINT "credit_accounts_owes_at_most_debt" CHECK ("debt_milli" >= 0 AND "balance_milli" >= -"debt_milli");
ALTER TABLE "credit_lots"
  ADD CONSTRAINT "credit_lots_adds_up" CHECK (
    "held_milli" BETWEEN 0 AND "remaining_milli"
    AND "remaining_milli" + "expired_milli" + "clawed_milli" + "to_debt_milli" <= "amount_milli");

CREATE FUNCTION credit_check_lot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_rule text := CASE
    WHEN NEW.amount_milli <= 0 OR NEW.no < 1 THEN 'credit_lots_grants_something'
    WHEN NEW.expires_at <= NEW.effective_at THEN 'credit_lots_counts_for_a_time'
    WHEN least(
      NEW.expired_milli, NEW.clawed_milli, NEW.claimed_milli, NEW.waived_milli, NEW.debt_milli, NEW.repaid_milli,
      NEW.forgiven_milli, NEW.to_debt_milli, NEW.returned_minor) < 0 THEN 'credit_lots_not_negative'
    WHEN NEW.claimed_milli > NEW.held_milli THEN 'credit_lots_claimed_is_held'
    WHEN NEW.waived_milli > NEW.expired_milli THEN 'credit_lots_waived_had_expired'
    WHEN NEW.returned_minor > NEW.cost_minor THEN 'credit_lots_returned_was_paid'
    WHEN NEW.clawed_milli::numeric + NEW.claimed_milli + NEW.waived_milli + NEW.debt_milli + NEW.repaid_milli
      + NEW.forgiven_milli > NEW.amount_milli THEN 'credit_lots_clawback_within_amount'
    WHEN NEW.open <> (NEW.remaining_milli > 0) THEN 'credit_lots_open_while_some_remains'
  END;
BEGIN
  IF v_rule IS NOT NULL THEN
    RAISE EXCEPTION 'Lot % of % breaks the rule %.', NEW.no, NEW.user_id, v_rule USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "credit_lots_sound"
  AFTER INSERT OR UPDATE OF "held_milli", "expired_milli", "clawed_milli", "claimed_milli", "waived_milli", "debt_milli",
    "repaid_milli", "forgiven_milli", "returned_minor" ON "credit_lots"
  FOR EACH ROW EXECUTE FUNCTION credit_check_lot();

ALTER TABLE "credit_holds"
  ADD CONSTRAINT "credit_holds_captured_within_amount" CHECK ("amount_milli" > 0 AND "captured_milli" BETWEEN 0 AND "amount_milli"),
  ADD CONSTRAINT "credit_holds_settled_or_open" CHECK (
    ("status" = 'open') = ("settled_at" IS NULL) AND ("settled_at" IS NULL) = ("settled_seq" IS NULL)),
  ADD CONSTRAINT "credit_holds_parts_is_pairs" CHECK ("parts" IS NOT NULL AND cardinality("parts") % 2 = 0);

-- History is written once.
CREATE FUNCTION credit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or removed: a correction is a new entry.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "credit_entries_append_only" BEFORE UPDATE OR DELETE ON "credit_entries"
  FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_entries_not_truncated" BEFORE TRUNCATE ON "credit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION credit_refuse_change();
-- What a lot was granted as never changes either, and no lot, hold or revocation goes away.
CREATE TRIGGER "credit_lots_granted_once"
  BEFORE UPDATE OF "user_id", "no", "kind", "priority", "amount_milli", "to_debt_milli", "cost_minor", "cost_currency",
    "effective_at", "expires_at", "created_at", "source_key" ON "credit_lots"
  FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_lots_kept" BEFORE DELETE ON "credit_lots" FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_lots_not_truncated" BEFORE TRUNCATE ON "credit_lots"
  FOR EACH STATEMENT EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_holds_kept" BEFORE DELETE ON "credit_holds" FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_holds_settled_once" BEFORE UPDATE ON "credit_holds"
  FOR EACH ROW WHEN (OLD."status" <> 'open') EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_holds_not_truncated" BEFORE TRUNCATE ON "credit_holds"
  FOR EACH STATEMENT EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_revocations_kept" BEFORE DELETE ON "credit_revocations"
  FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "credit_revocations_not_truncated" BEFORE TRUNCATE ON "credit_revocations"
  FOR EACH STATEMENT EXECUTE FUNCTION credit_refuse_change();

-- The answer of every change. Refusals are answers, not errors: the transaction around them stays usable.
CREATE TYPE credit_result AS (
  outcome text, available_milli bigint, seq bigint, delta_milli bigint, balance_after_milli bigint,
  created_at timestamptz, touched bigint[], kinds text[]);

CREATE FUNCTION credit_refusal(p_outcome text, p_available bigint DEFAULT NULL) RETURNS credit_result
LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW(p_outcome, p_available, NULL, NULL, NULL, NULL, NULL, NULL)::credit_result
$$;

-- 128 bits of SHA-256: unique per account in a quarter of the space of the text, whatever its length. (Stable, as
-- convert_to is, so that PostgreSQL inlines it.)
CREATE FUNCTION credit_key(p_user uuid, p_key text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(substring(sha256(convert_to(p_user::text || ':' || p_key, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid
$$;

-- Keys of entries that no caller asked for. Callers' keys have no control characters.
CREATE FUNCTION credit_own_key(p_user uuid, p_what text, p_seq bigint) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT credit_key(p_user, E'\x01' || p_what || ':' || p_seq)
$$;

-- The lots that may be spent at an instant, in burn order.
CREATE FUNCTION credit_spendable(p_user uuid, p_now timestamptz)
RETURNS TABLE (no integer, kind credit_kind, free_milli bigint, priority smallint, expires_at timestamptz, effective_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT l.no, l.kind, l.remaining_milli - l.held_milli, l.priority, l.expires_at, l.effective_at
  FROM credit_lots l
  WHERE l.user_id = p_user AND l.open AND l.frozen_at IS NULL AND l.remaining_milli > l.held_milli
    AND l.effective_at <= p_now AND (l.expires_at IS NULL OR l.expires_at > p_now)
  ORDER BY l.priority, l.expires_at, l.effective_at, l.no
$$;

-- Takes nothing: finds the lots, in burn order, that an amount would come from, and how much is missing. Walks
-- the index of open lots and tests each by itself: one plan for every account, and no sort.
CREATE FUNCTION credit_pick(
  p_user uuid, p_amount bigint, p_now timestamptz,
  OUT lots bigint[], OUT amounts bigint[], OUT kinds text[], OUT missing bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_lot record;
  v_part bigint;
BEGIN
  missing := p_amount;
  FOR v_lot IN
    SELECT no, kind::text, remaining_milli - held_milli AS free, effective_at, expires_at FROM credit_lots
    WHERE user_id = p_user AND open AND frozen_at IS NULL ORDER BY priority, expires_at, effective_at, no
  LOOP
    CONTINUE WHEN v_lot.free = 0 OR v_lot.effective_at > p_now OR v_lot.expires_at <= p_now;
    v_part := least(missing, v_lot.free);
    lots := lots || v_lot.no::bigint;
    amounts := amounts || v_part;
    kinds := kinds || v_lot.kind;
    missing := missing - v_part;
    EXIT WHEN missing = 0;
  END LOOP;
END $$;

-- An entry as a result, with the kind of each lot it touched; the debt (lot number 0) has none.
CREATE FUNCTION credit_told(p_outcome text, p_entry credit_entries) RETURNS credit_result LANGUAGE sql STABLE AS $$
  SELECT ROW(
    p_outcome, NULL, p_entry.seq, p_entry.delta_milli, p_entry.balance_after_milli, p_entry.created_at, p_entry.touched,
    ARRAY(
      SELECT l.kind::text
      FROM generate_series(1, cardinality(p_entry.touched), 2) AS i
      LEFT JOIN credit_lots l ON l.user_id = p_entry.user_id AND l.no = p_entry.touched[i]
      ORDER BY i))::credit_result
$$;

-- Writes one entry and moves the account by it. The account's row must be locked. What the entry touched says
-- how far the balance and the debt move; reservations and marks move nothing.
CREATE FUNCTION credit_append(
  p_user uuid, p_key uuid, p_reason credit_reason, p_touched bigint[], p_reference text, p_description text, p_now timestamptz)
RETURNS credit_entries LANGUAGE plpgsql AS $$
DECLARE
  v_account credit_accounts;
  v_entry credit_entries;
  v_delta bigint := 0;
  v_debt bigint := 0;
BEGIN
  IF p_reason NOT IN ('hold', 'release', 'freeze', 'unfreeze') THEN
    SELECT coalesce(sum(p_touched[i + 1]), 0), coalesce(-sum(p_touched[i + 1]) FILTER (WHERE p_touched[i] = 0), 0)
    INTO v_delta, v_debt
    FROM generate_series(1, cardinality(p_touched), 2) AS i;
  END IF;
  UPDATE credit_accounts
  SET seq = seq + 1, balance_milli = balance_milli + v_delta, debt_milli = debt_milli + v_debt
  WHERE user_id = p_user RETURNING * INTO v_account;
  INSERT INTO credit_entries
    (user_id, key, seq, delta_milli, balance_after_milli, created_at, reason, touched, reference, description)
  VALUES
    (p_user, p_key, v_account.seq, v_delta, v_account.balance_milli, p_now, p_reason, p_touched, p_reference, p_description)
  RETURNING * INTO v_entry;
  RETURN v_entry;
END $$;

-- Takes what is free on a lot that has expired. Credit that running work has reserved stays until the work ends.
CREATE FUNCTION credit_lapse_lot(p_user uuid, p_no integer, p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_lot credit_lots;
  v_lost bigint;
BEGIN
  SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND no = p_no;
  v_lost := v_lot.remaining_milli - v_lot.held_milli;
  IF v_lot.expires_at IS NULL OR v_lot.expires_at > p_now OR v_lost = 0 THEN
    RETURN;
  END IF;
  UPDATE credit_lots
  SET remaining_milli = held_milli, expired_milli = expired_milli + v_lost, open = held_milli > 0
  WHERE user_id = p_user AND no = p_no;
  PERFORM credit_append(
    p_user, credit_own_key(p_user, 'expire:' || p_no, (SELECT seq FROM credit_accounts WHERE user_id = p_user)),
    'expire', ARRAY[p_no, -v_lost], v_lot.source_key, v_lot.description, p_now);
END $$;

-- Ends a hold: takes p_captured from the first of its lots, gives the rest back to exactly the lots it came from.
-- A part that goes back is first given up to a clawback that was waiting for it, then expires if its lot has;
-- a part that is taken although a clawback was waiting for it becomes debt.
CREATE FUNCTION credit_end_hold(p_hold credit_holds, p_status credit_hold_status, p_captured bigint, p_now timestamptz)
RETURNS credit_entries LANGUAGE plpgsql AS $$
DECLARE
  v_entry credit_entries;
  v_lot credit_lots;
  v_left bigint := p_captured;
  v_taken bigint;
  v_back bigint;
  v_given_up bigint;
  v_owed bigint;
  v_touched bigint[] := '{}';
  v_clawed bigint[] := '{}';
BEGIN
  FOR i IN 1 .. cardinality(p_hold.parts) BY 2 LOOP
    SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_hold.user_id AND no = p_hold.parts[i];
    v_taken := least(p_hold.parts[i + 1], v_left);
    v_left := v_left - v_taken;
    v_back := p_hold.parts[i + 1] - v_taken;
    v_given_up := least(v_back, v_lot.claimed_milli);
    v_owed := greatest(v_lot.claimed_milli - v_given_up - (v_lot.held_milli - p_hold.parts[i + 1]), 0);
    UPDATE credit_lots
    SET held_milli = held_milli - p_hold.parts[i + 1],
        remaining_milli = remaining_milli - v_taken - v_given_up,
        open = remaining_milli > v_taken + v_given_up,
        clawed_milli = clawed_milli + v_given_up,
        claimed_milli = claimed_milli - v_given_up - v_owed,
        debt_milli = debt_milli + v_owed
    WHERE user_id = p_hold.user_id AND no = v_lot.no;
    IF p_status <> 'captured' THEN
      v_touched := v_touched || ARRAY[v_lot.no, v_back];
    ELSIF v_taken > 0 THEN
      v_touched := v_touched || ARRAY[v_lot.no, -v_taken];
    END IF;
    IF v_given_up > 0 THEN
      v_clawed := v_clawed || ARRAY[v_lot.no, -v_given_up];
    END IF;
    IF v_owed > 0 THEN
      v_clawed := v_clawed || ARRAY[0, -v_owed];
    END IF;
  END LOOP;
  v_entry := credit_append(
    p_hold.user_id, credit_own_key(p_hold.user_id, 'settle', p_hold.seq),
    CASE p_status WHEN 'captured' THEN 'capture' ELSE 'release' END::credit_reason,
    v_touched, p_hold.reference, p_hold.description, p_now);
  UPDATE credit_holds
  SET status = p_status, captured_milli = p_captured, settled_at = p_now, settled_seq = v_entry.seq
  WHERE user_id = p_hold.user_id AND seq = p_hold.seq;
  IF v_clawed <> '{}' THEN
    PERFORM credit_append(
      p_hold.user_id, credit_own_key(p_hold.user_id, 'claim', p_hold.seq),
      'revoke', v_clawed, p_hold.reference, p_hold.description, p_now);
  END IF;
  FOR i IN 1 .. cardinality(p_hold.parts) BY 2 LOOP
    PERFORM credit_lapse_lot(p_hold.user_id, p_hold.parts[i]::integer, p_now);
  END LOOP;
  RETURN v_entry;
END $$;

-- Writes what lapsed by itself by an instant: holds first, because they give back to lots that may have expired.
-- Every change does this before it looks at the balance, so that the history's running balance is always what
-- the reads had computed. Returns the number of entries written.
CREATE FUNCTION credit_settle(p_user uuid, p_now timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  v_account credit_accounts;
  v_hold credit_holds;
  v_lot credit_lots;
BEGIN
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  IF v_account.next_due_at IS NULL OR v_account.next_due_at > p_now THEN
    RETURN 0;
  END IF;
  FOR v_hold IN
    SELECT * FROM credit_holds
    WHERE user_id = p_user AND status = 'open' AND expires_at <= p_now ORDER BY expires_at, seq
  LOOP
    PERFORM credit_end_hold(v_hold, 'expired', 0, p_now);
  END LOOP;
  FOR v_lot IN
    SELECT * FROM credit_lots
    WHERE user_id = p_user AND open AND expires_at <= p_now AND remaining_milli > held_milli ORDER BY expires_at, no
  LOOP
    PERFORM credit_lapse_lot(p_user, v_lot.no, p_now);
  END LOOP;
  UPDATE credit_accounts
  SET next_due_at = least(
    (SELECT min(expires_at) FROM credit_holds WHERE user_id = p_user AND status = 'open'),
    (SELECT min(expires_at) FROM credit_lots WHERE user_id = p_user AND open AND expires_at > p_now))
  WHERE user_id = p_user;
  RETURN (SELECT seq FROM credit_accounts WHERE user_id = p_user) - v_account.seq;
END $$;

-- Any spend at all: with replays, lapses, refusals, and amounts that need several lots.
CREATE FUNCTION credit_spend_any(
  p_user uuid, p_amount bigint, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_entry credit_entries;
  v_pick record;
  v_touched bigint[] := '{}';
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN credit_refusal('insufficient', 0);
  END IF;
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    IF v_entry.reason = 'spend' AND v_entry.delta_milli = -p_amount AND v_entry.reference = p_reference THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  PERFORM credit_settle(p_user, p_now);
  v_pick := credit_pick(p_user, p_amount, p_now);
  IF v_pick.missing > 0 THEN
    RETURN credit_refusal('insufficient', p_amount - v_pick.missing);
  END IF;
  FOR i IN 1 .. cardinality(v_pick.lots) LOOP
    UPDATE credit_lots
    SET remaining_milli = remaining_milli - v_pick.amounts[i], open = remaining_milli > v_pick.amounts[i]
    WHERE user_id = p_user AND no = v_pick.lots[i];
    v_touched := v_touched || ARRAY[v_pick.lots[i], -v_pick.amounts[i]];
  END LOOP;
  RETURN credit_told('done', credit_append(p_user, v_key, 'spend', v_touched, p_reference, p_description, p_now));
END $$;

-- The spend that nearly all spends are: a new key, nothing lapsed, and the first open lot has enough. Three
-- statements, of which the first takes the account's lock; when it turns out to be another kind of spend, what
-- was written is written back and credit_spend_any decides.
CREATE FUNCTION credit_spend(
  p_user uuid, p_amount bigint, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_seq bigint;
  v_balance bigint;
  v_no integer;
  v_kind text;
BEGIN
  UPDATE credit_accounts SET seq = seq + 1, balance_milli = balance_milli - p_amount
  WHERE user_id = p_user AND balance_milli + debt_milli >= p_amount AND (next_due_at IS NULL OR next_due_at > p_now)
  RETURNING seq, balance_milli INTO v_seq, v_balance;
  IF NOT FOUND THEN
    RETURN credit_spend_any(p_user, p_amount, p_key, p_reference, p_description, p_now);
  END IF;
  UPDATE credit_lots SET remaining_milli = remaining_milli - p_amount, open = remaining_milli > p_amount
  WHERE ctid = (
      SELECT f.ctid FROM credit_lots f WHERE f.user_id = p_user AND f.open
      ORDER BY f.priority, f.expires_at, f.effective_at, f.no LIMIT 1)
    AND remaining_milli - held_milli >= p_amount AND frozen_at IS NULL AND effective_at <= p_now
    AND (expires_at IS NULL OR expires_at > p_now)
  RETURNING no, kind::text INTO v_no, v_kind;
  IF FOUND THEN
    INSERT INTO credit_entries
      (user_id, key, seq, delta_milli, balance_after_milli, created_at, reason, touched, reference, description)
    VALUES
      (p_user, credit_key(p_user, p_key), v_seq, -p_amount, v_balance, p_now, 'spend', ARRAY[v_no, -p_amount],
       p_reference, p_description)
    ON CONFLICT (key) DO NOTHING;
    IF FOUND THEN
      RETURN ROW('done', NULL, v_seq, -p_amount, v_balance, p_now, ARRAY[v_no, -p_amount], ARRAY[v_kind])::credit_result;
    END IF;
    UPDATE credit_lots SET remaining_milli = remaining_milli + p_amount, open = true WHERE user_id = p_user AND no = v_no;
  END IF;
  UPDATE credit_accounts SET seq = seq - 1, balance_milli = balance_milli + p_amount WHERE user_id = p_user;
  RETURN credit_spend_any(p_user, p_amount, p_key, p_reference, p_description, p_now);
END $$;

-- Many spends of one account in one statement: running sums of the amounts against running sums of the lots.
-- Answers in the order asked. When they do not all fit, or a key is not new, they are done one by one instead,
-- so that each gets the verdict it would have had alone.
CREATE FUNCTION credit_spend_batch(
  p_user uuid, p_amounts bigint[], p_keys text[], p_references text[], p_descriptions text[], p_now timestamptz)
RETURNS SETOF credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_account credit_accounts;
  v_keys uuid[];
BEGIN
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  IF v_account.next_due_at <= p_now THEN
    PERFORM credit_settle(p_user, p_now);
    SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user;
  END IF;
  v_keys := ARRAY(SELECT credit_key(p_user, k) FROM unnest(p_keys) WITH ORDINALITY AS t(k, ord) ORDER BY ord);
  IF (SELECT sum(a) FROM unnest(p_amounts) a) > (SELECT coalesce(sum(s.free_milli), 0) FROM credit_spendable(p_user, p_now) s)
    OR (SELECT count(DISTINCT k) FROM unnest(v_keys) k) < cardinality(v_keys)
    OR EXISTS (SELECT FROM credit_entries WHERE key = ANY (v_keys))
  THEN
    FOR i IN 1 .. cardinality(p_amounts) LOOP
      RETURN NEXT credit_spend(p_user, p_amounts[i], p_keys[i], p_references[i], p_descriptions[i], p_now);
    END LOOP;
    RETURN;
  END IF;
  RETURN QUERY
  WITH wanted AS MATERIALIZED (
    SELECT w.*, (sum(w.amount) OVER (ORDER BY w.ord))::bigint AS upto
    FROM unnest(p_amounts, v_keys, p_references, p_descriptions)
      WITH ORDINALITY AS w(amount, key, reference, description, ord)
  ), lots AS MATERIALIZED (
    SELECT s.no, s.kind, s.free_milli AS free,
      sum(s.free_milli) OVER (ORDER BY s.priority, s.expires_at, s.effective_at, s.no) AS upto
    FROM credit_spendable(p_user, p_now) s
  ), parts AS MATERIALIZED (
    SELECT w.ord, l.no, l.kind, l.upto AS lot_order,
      (least(w.upto, l.upto) - greatest(w.upto - w.amount, l.upto - l.free))::bigint AS part
    FROM wanted w JOIN lots l ON l.upto > w.upto - w.amount AND l.upto - l.free < w.upto
  ), taken AS (
    UPDATE credit_lots l
    SET remaining_milli = l.remaining_milli - t.part, open = l.remaining_milli > t.part
    FROM (SELECT p.no, sum(p.part)::bigint AS part FROM parts p GROUP BY p.no) t
    WHERE l.user_id = p_user AND l.no = t.no
  ), moved AS (
    UPDATE credit_accounts a
    SET seq = a.seq + cardinality(p_amounts), balance_milli = a.balance_milli - (SELECT max(w.upto) FROM wanted w)
    WHERE a.user_id = p_user
  ), touched AS MATERIALIZED (
    SELECT p.ord, array_agg(pair.value ORDER BY p.lot_order, pair.place) AS touched,
      array_agg(p.kind::text ORDER BY p.lot_order) FILTER (WHERE pair.place = 1) AS kinds
    FROM parts p CROSS JOIN LATERAL (VALUES (1, p.no::bigint), (2, -p.part)) AS pair(place, value)
    GROUP BY p.ord
  ), written AS (
    INSERT INTO credit_entries
      (user_id, key, seq, delta_milli, balance_after_milli, created_at, reason, touched, reference, description)
    SELECT p_user, w.key, v_account.seq + w.ord, -w.amount, v_account.balance_milli - w.upto, p_now, 'spend',
      t.touched, w.reference, w.description
    FROM wanted w JOIN touched t USING (ord) ORDER BY ord
  )
  SELECT 'done', NULL::bigint, v_account.seq + w.ord, -w.amount, v_account.balance_milli - w.upto, p_now, t.touched, t.kinds
  FROM wanted w JOIN touched t USING (ord) ORDER BY ord;
END $$;

-- Spends of several accounts, one each, in one statement. An account that somebody else has locked answers 'busy':
-- waiting for it would hold up the others, and two such statements could wait for one another.
CREATE FUNCTION credit_spend_each(
  p_users uuid[], p_amounts bigint[], p_keys text[], p_references text[], p_descriptions text[], p_nows timestamptz[])
RETURNS SETOF credit_result LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1 .. cardinality(p_users) LOOP
    PERFORM FROM credit_accounts WHERE user_id = p_users[i] FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND THEN
      RETURN NEXT credit_spend(p_users[i], p_amounts[i], p_keys[i], p_references[i], p_descriptions[i], p_nows[i]);
    ELSE
      RETURN NEXT credit_refusal('busy');
    END IF;
  END LOOP;
END $$;

-- Later grants repay the oldest debt first; forgiveness lets go of it in the same order.
CREATE FUNCTION credit_reduce_debt(p_user uuid, p_amount bigint, p_forgiven boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_lot record;
  v_left bigint := p_amount;
  v_part bigint;
BEGIN
  FOR v_lot IN SELECT no, debt_milli FROM credit_lots WHERE user_id = p_user AND debt_milli > 0 ORDER BY no LOOP
    v_part := least(v_left, v_lot.debt_milli);
    UPDATE credit_lots
    SET debt_milli = debt_milli - v_part,
        repaid_milli = repaid_milli + CASE WHEN p_forgiven THEN 0 ELSE v_part END,
        forgiven_milli = forgiven_milli + CASE WHEN p_forgiven THEN v_part ELSE 0 END
    WHERE user_id = p_user AND no = v_lot.no;
    v_left := v_left - v_part;
    EXIT WHEN v_left = 0;
  END LOOP;
END $$;

-- Adds a lot, numbered next on its account. Its entry is the caller's to write.
CREATE FUNCTION credit_add_lot(p_lot credit_lots) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credit_accounts
  SET lot_count = lot_count + 1,
      next_due_at = CASE WHEN p_lot.remaining_milli > 0 THEN least(next_due_at, p_lot.expires_at) ELSE next_due_at END
  WHERE user_id = p_lot.user_id RETURNING lot_count INTO p_lot.no;
  INSERT INTO credit_lots
    (user_id, no, kind, priority, amount_milli, remaining_milli, to_debt_milli, cost_minor, cost_currency, open,
     effective_at, expires_at, created_at, source_key, description)
  VALUES
    (p_lot.user_id, p_lot.no, p_lot.kind, p_lot.priority, p_lot.amount_milli, p_lot.remaining_milli, p_lot.to_debt_milli,
     p_lot.cost_minor, p_lot.cost_currency, p_lot.remaining_milli > 0, p_lot.effective_at, p_lot.expires_at,
     p_lot.created_at, p_lot.source_key, p_lot.description);
  RETURN p_lot.no;
END $$;

CREATE FUNCTION credit_grant(
  p_user uuid, p_amount bigint, p_kind credit_kind, p_priority integer, p_effective timestamptz, p_expires timestamptz,
  p_cost_minor bigint, p_cost_currency text, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_account credit_accounts;
  v_entry credit_entries;
  v_lot credit_lots;
BEGIN
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    -- Two first grants at once: the second waits for the first one's row, adds none, and then locks it.
    INSERT INTO credit_accounts (user_id, created_at) SELECT id, p_now FROM users WHERE id = p_user ON CONFLICT DO NOTHING;
    SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      RETURN credit_refusal('unknown_user');
    END IF;
  END IF;
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    PERFORM FROM credit_lots
    WHERE v_entry.reason = 'grant' AND user_id = p_user AND source_key = p_key
      AND amount_milli = p_amount AND kind = p_kind AND priority = p_priority
      AND effective_at = coalesce(p_effective, effective_at) AND expires_at IS NOT DISTINCT FROM p_expires
      AND cost_minor = p_cost_minor AND cost_currency IS NOT DISTINCT FROM p_cost_currency;
    IF FOUND THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  PERFORM credit_settle(p_user, p_now);
  SELECT * INTO v_account FROM credit_accounts WHERE user_id = p_user;
  IF v_account.balance_milli::numeric + v_account.debt_milli + p_amount > 9223372036854775807 THEN
    RETURN credit_refusal('overflow');
  END IF;
  v_lot.user_id := p_user;
  v_lot.kind := p_kind;
  v_lot.priority := p_priority;
  v_lot.amount_milli := p_amount;
  v_lot.to_debt_milli := CASE WHEN p_expires <= p_now THEN 0 ELSE least(v_account.debt_milli, p_amount) END;
  v_lot.remaining_milli := p_amount - v_lot.to_debt_milli;
  v_lot.cost_minor := p_cost_minor;
  v_lot.cost_currency := p_cost_currency;
  -- A grant that arrives after its end counted for no time at all: it began before it ended all the same.
  v_lot.effective_at := coalesce(p_effective, least(p_now, p_expires - interval '1 millisecond'));
  v_lot.expires_at := p_expires;
  v_lot.created_at := p_now;
  v_lot.source_key := p_key;
  v_lot.description := p_description;
  v_lot.no := credit_add_lot(v_lot);
  PERFORM credit_reduce_debt(p_user, v_lot.to_debt_milli, false);
  v_entry := credit_append(
    p_user, v_key, 'grant',
    CASE WHEN v_lot.to_debt_milli > 0 THEN ARRAY[0, v_lot.to_debt_milli] ELSE '{}' END
      || CASE WHEN v_lot.remaining_milli > 0 THEN ARRAY[v_lot.no, v_lot.remaining_milli] ELSE '{}' END,
    p_reference, p_description, p_now);
  PERFORM credit_lapse_lot(p_user, v_lot.no, p_now);
  RETURN credit_told('done', v_entry);
END $$;

CREATE FUNCTION credit_hold(
  p_user uuid, p_amount bigint, p_expires timestamptz, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_entry credit_entries;
  v_pick record;
  v_parts bigint[] := '{}';
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN credit_refusal('insufficient', 0);
  END IF;
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    PERFORM FROM credit_holds
    WHERE v_entry.reason = 'hold' AND user_id = p_user AND seq = v_entry.seq
      AND amount_milli = p_amount AND reference = p_reference;
    IF FOUND THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  PERFORM credit_settle(p_user, p_now);
  v_pick := credit_pick(p_user, p_amount, p_now);
  IF v_pick.missing > 0 THEN
    RETURN credit_refusal('insufficient', p_amount - v_pick.missing);
  END IF;
  FOR i IN 1 .. cardinality(v_pick.lots) LOOP
    UPDATE credit_lots SET held_milli = held_milli + v_pick.amounts[i] WHERE user_id = p_user AND no = v_pick.lots[i];
    v_parts := v_parts || ARRAY[v_pick.lots[i], v_pick.amounts[i]];
  END LOOP;
  v_entry := credit_append(p_user, v_key, 'hold', v_parts, p_reference, p_description, p_now);
  INSERT INTO credit_holds (user_id, seq, amount_milli, expires_at, created_at, parts, reference, description)
  VALUES (p_user, v_entry.seq, p_amount, p_expires, p_now, v_parts, p_reference, p_description);
  UPDATE credit_accounts SET next_due_at = least(next_due_at, p_expires) WHERE user_id = p_user;
  RETURN credit_told('done', v_entry);
END $$;

-- Locks the account, writes what has lapsed, and finds a hold by the key it was made with.
CREATE FUNCTION credit_find_hold(p_user uuid, p_hold_key text, p_now timestamptz) RETURNS credit_holds LANGUAGE plpgsql AS $$
DECLARE
  v_hold credit_holds;
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  PERFORM credit_settle(p_user, p_now);
  SELECT h.* INTO v_hold
  FROM credit_entries e JOIN credit_holds h ON h.user_id = e.user_id AND h.seq = e.seq
  WHERE e.key = credit_key(p_user, p_hold_key) AND e.reason = 'hold';
  RETURN v_hold;
END $$;

-- The result of a hold that was settled before.
CREATE FUNCTION credit_settled_result(p_hold credit_holds) RETURNS credit_result LANGUAGE sql STABLE AS $$
  SELECT credit_told('replayed', e) FROM credit_entries e WHERE e.user_id = p_hold.user_id AND e.seq = p_hold.settled_seq
$$;

CREATE FUNCTION credit_capture(p_user uuid, p_hold_key text, p_amount bigint, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_hold credit_holds := credit_find_hold(p_user, p_hold_key, p_now);
BEGIN
  RETURN CASE
    WHEN v_hold.seq IS NULL THEN credit_refusal('unknown_hold')
    WHEN v_hold.status = 'captured' AND v_hold.captured_milli = p_amount THEN credit_settled_result(v_hold)
    WHEN v_hold.status = 'captured' THEN credit_refusal('conflict')
    WHEN v_hold.status = 'released' THEN credit_refusal('hold_released')
    WHEN v_hold.status = 'expired' THEN credit_refusal('hold_expired')
    WHEN p_amount > v_hold.amount_milli THEN credit_refusal('beyond_hold')
    ELSE credit_told('done', credit_end_hold(v_hold, 'captured', p_amount, p_now))
  END;
END $$;

CREATE FUNCTION credit_release(p_user uuid, p_hold_key text, p_now timestamptz) RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_hold credit_holds := credit_find_hold(p_user, p_hold_key, p_now);
BEGIN
  RETURN CASE
    WHEN v_hold.seq IS NULL THEN credit_refusal('unknown_hold')
    WHEN v_hold.status IN ('released', 'expired') THEN credit_settled_result(v_hold)
    WHEN v_hold.status = 'captured' THEN credit_refusal('hold_captured')
    ELSE credit_told('done', credit_end_hold(v_hold, 'released', 0, p_now))
  END;
END $$;

-- Locks the account, writes what has lapsed, and finds a lot by the key of its grant.
CREATE FUNCTION credit_find_lot(p_user uuid, p_lot_key text, p_now timestamptz) RETURNS credit_lots LANGUAGE plpgsql AS $$
DECLARE
  v_lot credit_lots;
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  PERFORM credit_settle(p_user, p_now);
  SELECT * INTO v_lot FROM credit_lots WHERE user_id = p_user AND source_key = p_lot_key;
  RETURN v_lot;
END $$;

-- The part of a lot's credits that a part of its price stands for, rounded down.
CREATE FUNCTION credit_share(p_amount bigint, p_part_minor bigint, p_whole_minor bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_whole_minor = 0 THEN 0 ELSE div(p_amount::numeric * p_part_minor, p_whole_minor)::bigint END
$$;

-- How a clawback of credits or of money falls on a lot, without doing it. `outcome` is null when it can be done.
CREATE FUNCTION credit_plan_revocation(
  p_lot credit_lots, p_minor bigint, p_currency text, p_milli bigint,
  OUT outcome text, OUT returned_minor bigint, OUT credits_milli bigint,
  OUT clawed bigint, OUT waived bigint, OUT claimed bigint, OUT owed bigint)
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  v_open bigint := p_lot.amount_milli - p_lot.clawed_milli - p_lot.claimed_milli - p_lot.waived_milli
    - p_lot.debt_milli - p_lot.repaid_milli - p_lot.forgiven_milli;
BEGIN
  IF p_lot.no IS NULL THEN
    outcome := 'unknown_lot';
    RETURN;
  END IF;
  returned_minor := 0;
  credits_milli := p_milli;
  IF p_currency IS NOT NULL THEN
    IF p_currency IS DISTINCT FROM p_lot.cost_currency THEN
      outcome := 'other_currency';
      RETURN;
    END IF;
    returned_minor := least(p_minor, p_lot.cost_minor - p_lot.returned_minor);
    credits_milli := least(
      v_open,
      credit_share(p_lot.amount_milli, p_lot.returned_minor + returned_minor, p_lot.cost_minor)
        - credit_share(p_lot.amount_milli, p_lot.returned_minor, p_lot.cost_minor));
  ELSIF p_milli > v_open THEN
    outcome := 'beyond_lot';
    RETURN;
  END IF;
  clawed := least(credits_milli, p_lot.remaining_milli - p_lot.held_milli);
  waived := least(credits_milli - clawed, p_lot.expired_milli - p_lot.waived_milli);
  claimed := least(credits_milli - clawed - waived, p_lot.held_milli - p_lot.claimed_milli);
  owed := credits_milli - clawed - waived - claimed;
END $$;

CREATE FUNCTION credit_revoke(
  p_user uuid, p_lot_key text, p_minor bigint, p_currency text, p_milli bigint,
  p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_lot credit_lots := credit_find_lot(p_user, p_lot_key, p_now);
  v_entry credit_entries;
  v_plan record;
BEGIN
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    PERFORM FROM credit_revocations
    WHERE v_entry.reason = 'revoke' AND user_id = p_user AND seq = v_entry.seq
      AND lot_no = v_lot.no AND request_minor = p_minor AND request_milli = p_milli;
    IF FOUND THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  v_plan := credit_plan_revocation(v_lot, p_minor, p_currency, p_milli);
  IF v_plan.outcome IS NOT NULL THEN
    RETURN credit_refusal(v_plan.outcome);
  END IF;
  IF (SELECT debt_milli::numeric + v_plan.owed > 9223372036854775807 FROM credit_accounts WHERE user_id = p_user) THEN
    RETURN credit_refusal('overflow');
  END IF;
  UPDATE credit_lots
  SET remaining_milli = remaining_milli - v_plan.clawed, open = remaining_milli > v_plan.clawed,
      clawed_milli = clawed_milli + v_plan.clawed, waived_milli = waived_milli + v_plan.waived,
      claimed_milli = claimed_milli + v_plan.claimed, debt_milli = debt_milli + v_plan.owed,
      returned_minor = returned_minor + v_plan.returned_minor
  WHERE user_id = p_user AND no = v_lot.no;
  v_entry := credit_append(
    p_user, v_key, 'revoke',
    ARRAY[v_lot.no, -v_plan.clawed] || CASE WHEN v_plan.owed > 0 THEN ARRAY[0, -v_plan.owed] ELSE '{}' END,
    p_reference, p_description, p_now);
  INSERT INTO credit_revocations (user_id, seq, lot_no, returned_minor, credits_milli, request_minor, request_milli)
  VALUES (p_user, v_entry.seq, v_lot.no, v_plan.returned_minor, v_plan.credits_milli, p_minor, p_milli);
  RETURN credit_told('done', v_entry);
END $$;

-- Gives one revocation back in the reverse order of taking: debt, what waited for a hold, what had expired
-- (nothing to give), what was forgiven (nothing), what came from the lot.
CREATE FUNCTION credit_restore(
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
  v_left := least(
    v_lot.clawed_milli + v_lot.claimed_milli + v_lot.waived_milli + v_lot.debt_milli + v_lot.repaid_milli + v_lot.forgiven_milli,
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

CREATE FUNCTION credit_freeze(
  p_user uuid, p_lot_key text, p_frozen boolean, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_reason credit_reason := CASE WHEN p_frozen THEN 'freeze' ELSE 'unfreeze' END;
  v_lot credit_lots := credit_find_lot(p_user, p_lot_key, p_now);
  v_entry credit_entries;
BEGIN
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    IF v_entry.reason = v_reason AND v_entry.touched[1] = v_lot.no THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  IF v_lot.no IS NULL THEN
    RETURN credit_refusal('unknown_lot');
  END IF;
  UPDATE credit_lots SET frozen_at = CASE WHEN p_frozen THEN coalesce(frozen_at, p_now) END
  WHERE user_id = p_user AND no = v_lot.no;
  RETURN credit_told('done', credit_append(
    p_user, v_key, v_reason, ARRAY[v_lot.no, v_lot.remaining_milli - v_lot.held_milli], p_reference, p_description, p_now));
END $$;

CREATE FUNCTION credit_forgive(
  p_user uuid, p_amount bigint, p_key text, p_reference text, p_description text, p_now timestamptz)
RETURNS credit_result LANGUAGE plpgsql AS $$
DECLARE
  v_key uuid := credit_key(p_user, p_key);
  v_entry credit_entries;
  v_debt bigint;
BEGIN
  PERFORM FROM credit_accounts WHERE user_id = p_user FOR NO KEY UPDATE;
  SELECT * INTO v_entry FROM credit_entries WHERE key = v_key;
  IF FOUND THEN
    IF v_entry.reason = 'forgive' AND v_entry.delta_milli = coalesce(p_amount, v_entry.delta_milli) THEN
      RETURN credit_told('replayed', v_entry);
    END IF;
    RETURN credit_refusal('conflict');
  END IF;
  PERFORM credit_settle(p_user, p_now);
  SELECT debt_milli INTO v_debt FROM credit_accounts WHERE user_id = p_user;
  IF coalesce(v_debt, 0) = 0 OR p_amount > v_debt THEN
    RETURN credit_refusal('beyond_debt');
  END IF;
  PERFORM credit_reduce_debt(p_user, coalesce(p_amount, v_debt), true);
  RETURN credit_told('done', credit_append(
    p_user, v_key, 'forgive', ARRAY[0, coalesce(p_amount, v_debt)], p_reference, p_description, p_now));
END $$;

-- An account's lots as they stand at an instant, whether or not what lapsed by then has been written: holds past
-- their end have given back (first to a clawback that waits for them), and lots past their end hold nothing free.
CREATE FUNCTION credit_lots_at(p_user uuid, p_now timestamptz) RETURNS TABLE (
  no integer, kind credit_kind, priority smallint, source_key text, description text, amount_milli bigint,
  remaining_milli bigint, held_milli bigint, expired_milli bigint, clawed_milli bigint, to_debt_milli bigint,
  spent_milli bigint, spendable_milli bigint, cost_minor bigint, cost_currency text, open boolean,
  effective_at timestamptz, expires_at timestamptz, frozen boolean, expired boolean, created_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT l.no, l.kind, l.priority, l.source_key, l.description, l.amount_milli,
    n.free + n.held, n.held, l.expired_milli + n.lost, l.clawed_milli + n.given_up, l.to_debt_milli,
    l.amount_milli - l.remaining_milli - l.expired_milli - l.clawed_milli - l.to_debt_milli,
    CASE WHEN l.frozen_at IS NULL AND l.effective_at <= p_now THEN n.free ELSE 0 END,
    l.cost_minor, l.cost_currency, l.open, l.effective_at, l.expires_at, l.frozen_at IS NOT NULL, n.past, l.created_at
  FROM credit_lots l
  LEFT JOIN (
    SELECT h.parts[i] AS no, sum(h.parts[i + 1])::bigint AS lapsed
    FROM credit_holds h CROSS JOIN generate_series(1, cardinality(h.parts), 2) AS i
    WHERE h.user_id = p_user AND h.status = 'open' AND h.expires_at <= p_now
    GROUP BY h.parts[i]
  ) h ON h.no = l.no
  CROSS JOIN LATERAL (
    SELECT coalesce(l.expires_at <= p_now, false) AS past,
      l.held_milli - coalesce(h.lapsed, 0) AS held,
      least(coalesce(h.lapsed, 0), l.claimed_milli) AS given_up
  ) m
  CROSS JOIN LATERAL (
    SELECT m.past, m.held, m.given_up,
      CASE WHEN m.past THEN 0 ELSE l.remaining_milli - m.given_up - m.held END AS free,
      CASE WHEN m.past THEN l.remaining_milli - m.given_up - m.held ELSE 0 END AS lost
  ) n
  WHERE l.user_id = p_user
$$;

-- Recomputes what the accounts cache from the history and from the lots, and tells every difference. One
-- statement, so that it sees each account at one instant even while it is being spent from.
CREATE FUNCTION credit_differences(p_users uuid[]) RETURNS TABLE (user_id uuid, rule text, expected numeric, actual numeric)
LANGUAGE sql STABLE AS $$
  WITH entries AS MATERIALIZED (
    SELECT e.user_id, e.seq, e.reason, e.delta_milli, e.balance_after_milli, e.touched,
      e.reason NOT IN ('hold', 'release', 'freeze', 'unfreeze') AS moves,
      sum(e.delta_milli) OVER (PARTITION BY e.user_id ORDER BY e.seq) AS running,
      row_number() OVER (PARTITION BY e.user_id ORDER BY e.seq) AS place
    FROM credit_entries e WHERE e.user_id = ANY (p_users)
  ), pairs AS MATERIALIZED (
    SELECT e.user_id, e.seq, e.reason, e.touched[i] AS no, e.touched[i + 1] AS amount
    FROM entries e CROSS JOIN generate_series(1, cardinality(e.touched), 2) AS i WHERE e.moves
  ), by_entry AS (
    SELECT p.user_id, p.seq, sum(p.amount) AS amount FROM pairs p GROUP BY 1, 2
  ), by_lot AS (
    SELECT p.user_id, p.no, sum(p.amount) AS moved,
      coalesce(-sum(p.amount) FILTER (WHERE p.reason IN ('spend', 'capture')), 0) AS spent,
      coalesce(-sum(p.amount) FILTER (WHERE p.reason = 'expire'), 0) AS expired,
      coalesce(-sum(p.amount) FILTER (WHERE p.reason IN ('revoke', 'restore')), 0) AS clawed,
      -- A lot that gives back what had repaid a debt begins with a restore instead of a grant.
      (array_agg(p.reason ORDER BY p.seq))[1] = 'restore' AS restored
    FROM pairs p GROUP BY 1, 2
  ), holds AS (
    SELECT h.user_id, h.parts[i] AS no, sum(h.parts[i + 1]) AS held
    FROM credit_holds h CROSS JOIN generate_series(1, cardinality(h.parts), 2) AS i
    WHERE h.user_id = ANY (p_users) AND h.status = 'open' GROUP BY 1, 2
  ), lots AS MATERIALIZED (
    SELECT l.*, coalesce(b.moved, 0) AS told_remaining, coalesce(b.spent, 0) AS told_spent,
      coalesce(b.expired, 0) AS told_expired,
      coalesce(b.clawed, 0) + CASE WHEN b.restored THEN l.amount_milli ELSE 0 END AS told_clawed,
      coalesce(h.held, 0) AS told_held,
      l.amount_milli - l.remaining_milli - l.expired_milli - l.clawed_milli - l.to_debt_milli AS spent_milli
    FROM credit_lots l
    LEFT JOIN by_lot b ON b.user_id = l.user_id AND b.no = l.no
    LEFT JOIN holds h ON h.user_id = l.user_id AND h.no = l.no
    WHERE l.user_id = ANY (p_users)
  ), lot_sums AS (
    SELECT l.user_id, sum(l.remaining_milli) AS remaining, sum(l.debt_milli) AS debt, max(l.no) AS lots FROM lots l GROUP BY 1
  ), history AS (
    SELECT e.user_id, sum(e.delta_milli) AS balance, count(*) AS entries,
      count(*) FILTER (WHERE e.balance_after_milli <> e.running) AS wrong_running,
      count(*) FILTER (WHERE e.seq <> e.place) AS gaps,
      count(*) FILTER (WHERE e.delta_milli <> CASE WHEN e.moves THEN coalesce(b.amount, 0) ELSE 0 END) AS unexplained,
      count(*) FILTER (WHERE NOT CASE
        WHEN e.reason IN ('spend', 'expire') THEN e.delta_milli < 0
        WHEN e.reason IN ('capture', 'revoke') THEN e.delta_milli <= 0
        WHEN e.reason IN ('grant', 'forgive') THEN e.delta_milli > 0
        WHEN e.reason = 'restore' THEN e.delta_milli >= 0
        ELSE e.delta_milli = 0 END) AS wrong_sign
    FROM entries e LEFT JOIN by_entry b USING (user_id, seq) GROUP BY 1
  ), owed AS (
    SELECT p.user_id, -sum(p.amount) AS debt FROM pairs p WHERE p.no = 0 GROUP BY 1
  ), due AS (
    SELECT d.user_id, count(*) AS missed
    FROM (
      SELECT h.user_id, h.expires_at FROM credit_holds h WHERE h.user_id = ANY (p_users) AND h.status = 'open'
      UNION ALL
      SELECT l.user_id, l.expires_at FROM lots l WHERE l.expires_at IS NOT NULL AND l.remaining_milli > l.held_milli
    ) d JOIN credit_accounts a USING (user_id)
    WHERE d.expires_at < coalesce(a.next_due_at, 'infinity') GROUP BY 1
  ), captures AS (
    SELECT h.user_id, count(*) AS wrong
    FROM credit_holds h LEFT JOIN entries e ON e.user_id = h.user_id AND e.seq = h.settled_seq
    WHERE h.user_id = ANY (p_users) AND h.status <> 'open'
      AND (e.delta_milli IS DISTINCT FROM -h.captured_milli OR (h.status = 'captured') <> (e.reason = 'capture'))
    GROUP BY 1
  ), rules AS (
    SELECT a.user_id, r.rule, r.expected, r.actual
    FROM credit_accounts a
    LEFT JOIN history h USING (user_id)
    LEFT JOIN lot_sums s USING (user_id)
    LEFT JOIN owed o USING (user_id)
    LEFT JOIN due d USING (user_id)
    LEFT JOIN captures c USING (user_id)
    CROSS JOIN LATERAL (VALUES
      ('balance is the sum of the entries', coalesce(h.balance, 0), a.balance_milli::numeric),
      ('balance is what the lots have left, less the debt', coalesce(s.remaining, 0) - a.debt_milli, a.balance_milli),
      ('debt is what the entries say', coalesce(o.debt, 0), a.debt_milli),
      ('debt is what the lots owe', coalesce(s.debt, 0), a.debt_milli),
      ('entries are numbered without gaps', a.seq, coalesce(h.entries, 0)),
      ('entries out of order', 0, coalesce(h.gaps, 0)),
      ('entries whose balance after is wrong', 0, coalesce(h.wrong_running, 0)),
      ('entries that their lots do not explain', 0, coalesce(h.unexplained, 0)),
      ('entries whose sign contradicts their reason', 0, coalesce(h.wrong_sign, 0)),
      ('lots are numbered without gaps', a.lot_count, coalesce(s.lots, 0)),
      ('settled holds that their entry does not match', 0, coalesce(c.wrong, 0)),
      ('lots and holds that lapse unnoticed', 0, coalesce(d.missed, 0))
    ) AS r(rule, expected, actual)
    WHERE a.user_id = ANY (p_users)
    UNION ALL
    SELECT l.user_id, 'lot ' || l.no || ': ' || r.rule, r.expected, r.actual
    FROM lots l
    CROSS JOIN LATERAL (VALUES
      ('remaining is what the entries say', l.told_remaining, l.remaining_milli::numeric),
      ('spent is what the entries say', l.told_spent, l.spent_milli),
      ('expired is what the entries say', l.told_expired, l.expired_milli),
      ('clawed back is what the entries say', l.told_clawed, l.clawed_milli),
      ('held is what the open holds say', l.told_held, l.held_milli),
      ('it is open while some remains', (l.remaining_milli > 0)::int, l.open::int),
      ('remaining lies between 0 and the amount', least(greatest(l.remaining_milli, 0), l.amount_milli), l.remaining_milli)
    ) AS r(rule, expected, actual)
    UNION ALL
    SELECT e.user_id, 'the account of its entries exists', 1, 0
    FROM history e WHERE NOT EXISTS (SELECT FROM credit_accounts a WHERE a.user_id = e.user_id)
  )
  SELECT r.user_id, r.rule, r.expected, r.actual FROM rules r WHERE r.expected <> r.actual ORDER BY 1, 2
$$;
