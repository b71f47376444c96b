-- CreateEnum
CREATE TYPE "usage_kind" AS ENUM ('run', 'api_call');

-- CreateEnum
CREATE TYPE "usage_outcome" AS ENUM ('started', 'succeeded', 'failed', 'timed_out', 'refused');

-- AlterTable
ALTER TABLE "credit_accounts" ADD COLUMN     "low_milli" BIGINT DEFAULT 20000,
ADD COLUMN     "top_up_milli" BIGINT;

-- CreateTable
CREATE TABLE "usage_records" (
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "kind" "usage_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "source" "service_run_source" NOT NULL,
    "api_key_id" UUID,
    "outcome" "usage_outcome" NOT NULL DEFAULT 'started',
    "cost_milli" BIGINT NOT NULL DEFAULT 0,
    "subscription_milli" BIGINT NOT NULL DEFAULT 0,
    "payg_milli" BIGINT NOT NULL DEFAULT 0,
    "duration_ms" INTEGER,

    CONSTRAINT "usage_records_pkey" PRIMARY KEY ("user_id","at","id")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "usage_marks" (
    "id" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "claimed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "usage_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_zones" (
    "user_id" UUID NOT NULL,
    "zone" TEXT NOT NULL,

    CONSTRAINT "usage_zones_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "usage_hours" (
    "user_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "kind" "usage_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "source" "service_run_source" NOT NULL,
    "events" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "cost_milli" BIGINT NOT NULL,
    "subscription_milli" BIGINT NOT NULL,
    "payg_milli" BIGINT NOT NULL,
    "duration_ms" BIGINT NOT NULL,

    CONSTRAINT "usage_hours_pkey" PRIMARY KEY ("user_id","hour","kind","subject","source")
);

-- CreateTable
CREATE TABLE "usage_days" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "usage_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "source" "service_run_source" NOT NULL,
    "events" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "cost_milli" BIGINT NOT NULL,
    "subscription_milli" BIGINT NOT NULL,
    "payg_milli" BIGINT NOT NULL,
    "duration_ms" BIGINT NOT NULL,

    CONSTRAINT "usage_days_pkey" PRIMARY KEY ("user_id","day","kind","subject","source")
);

-- CreateTable
CREATE TABLE "quota_versions" (
    "user_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "quota_versions_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "quota_counters" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "used" BIGINT NOT NULL,

    CONSTRAINT "quota_counters_pkey" PRIMARY KEY ("user_id","kind","starts_at")
) WITH (fillfactor = 50);

-- CreateTable
CREATE TABLE "quota_hits" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "limit" BIGINT NOT NULL,
    "hits" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_hits_pkey" PRIMARY KEY ("user_id","kind","starts_at")
);

-- CreateTable
CREATE TABLE "quota_alerts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "limit" BIGINT NOT NULL,
    "percent" INTEGER NOT NULL,
    "used" BIGINT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_alerts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "usage_marks_user_id_hour_idx" ON "usage_marks"("user_id", "hour");

-- CreateIndex
CREATE INDEX "usage_hours_hour_idx" ON "usage_hours"("hour");

-- CreateIndex
CREATE INDEX "usage_days_day_idx" ON "usage_days"("day");

-- CreateIndex
CREATE INDEX "quota_counters_kind_starts_at_idx" ON "quota_counters"("kind", "starts_at");

-- CreateIndex
CREATE INDEX "quota_hits_last_at_idx" ON "quota_hits"("last_at");

-- CreateIndex
CREATE INDEX "quota_alerts_raised_at_idx" ON "quota_alerts"("raised_at");

-- CreateIndex
CREATE UNIQUE INDEX "quota_alerts_user_id_kind_starts_at_limit_percent_key" ON "quota_alerts"("user_id", "kind", "starts_at", "limit", "percent");


-- Months of records, in a schema of their own. What comes for a month that has no table waits in `rest`.
CREATE SCHEMA "usage_months";
CREATE TABLE "usage_months"."rest" PARTITION OF "usage_records" DEFAULT WITH (fillfactor = 85);

-- Makes the tables of all months from one instant to another, and moves into them what waits in `rest`. Idempotent;
-- several at once wait for each other.
CREATE FUNCTION ensure_usage_months(p_from timestamptz, p_to timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_month timestamptz := date_trunc('month', p_from, 'UTC');
  v_next timestamptz;
  v_name text;
  v_made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('usage_months', 0));
  WHILE v_month <= p_to LOOP
    v_next := (v_month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
    v_name := to_char(v_month AT TIME ZONE 'UTC', '"m"YYYYMM');
    IF to_regclass(format('usage_months.%I', v_name)) IS NULL THEN
      EXECUTE format('CREATE TABLE usage_months.%I (LIKE usage_records INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
        WITH (fillfactor = 85)', v_name);
      LOCK TABLE usage_records IN SHARE ROW EXCLUSIVE MODE;
      EXECUTE format('WITH moved AS (DELETE FROM usage_months.rest WHERE at >= %L AND at < %L RETURNING *)
        INSERT INTO usage_months.%I SELECT * FROM moved', v_month, v_next, v_name);
      EXECUTE format('ALTER TABLE usage_records ATTACH PARTITION usage_months.%I FOR VALUES FROM (%L) TO (%L)',
        v_name, v_month, v_next);
      v_made := v_made + 1;
    END IF;
    v_month := v_next;
  END LOOP;
  RETURN v_made;
END $$;

-- Drops the months that ended by an instant. What waits in `rest` from before it goes, too.
CREATE FUNCTION drop_usage_months(p_before timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_name text;
  v_dropped int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('usage_months', 0));
  FOR v_name IN
    SELECT relname FROM pg_class
    WHERE relnamespace = 'usage_months'::regnamespace AND relkind = 'r' AND relname ~ '^m\d{6}$'
      AND to_timestamp(substr(relname, 2) || ' UTC', 'YYYYMM TZ') + interval '1 month' <= p_before
  LOOP
    EXECUTE format('DROP TABLE usage_months.%I', v_name);
    v_dropped := v_dropped + 1;
  END LOOP;
  DELETE FROM usage_months.rest WHERE at < p_before;
  RETURN v_dropped;
END $$;

-- One unclaimed mark of somebody's hour is enough for all: nearly always this is one look at an index.
CREATE FUNCTION mark_usage(p_user uuid, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_hour timestamptz := date_trunc('hour', p_at, 'UTC');
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' OR NOT EXISTS (
    SELECT FROM usage_marks m WHERE m.user_id = p_user AND m.hour = v_hour AND NOT m.claimed)
  THEN
    INSERT INTO usage_marks (user_id, hour) VALUES (p_user, v_hour);
  END IF;
END $$;

-- A share of a limit that somebody reached, and the job that tells them: once, whoever comes first.
CREATE FUNCTION raise_quota_alert(p_user uuid, p_kind text, p_starts timestamptz, p_limit bigint, p_percent int,
  p_used bigint, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_id uuid;
BEGIN
  INSERT INTO quota_alerts (id, user_id, kind, starts_at, "limit", percent, used, raised_at)
  VALUES (uuidv7(), p_user, p_kind, p_starts, p_limit, p_percent, p_used, p_at)
  ON CONFLICT DO NOTHING RETURNING id INTO v_id;
  IF FOUND THEN
    PERFORM graphile_worker.add_job('tell-quota-alert', json_build_object('alertId', v_id),
      job_key => 'quota-alert:' || v_id);
  END IF;
END $$;

-- Adds to the counters of one window each, all or none of them. `used` is what they say then, in the order asked.
-- `refused` is the first kind that has no room, and `used` what its counter says alone; nothing was counted then.
CREATE FUNCTION take_quota(p_user uuid, p_at timestamptz, p_amount bigint, p_kinds text[], p_starts timestamptz[],
  p_limits bigint[], p_alerts boolean[], OUT refused text, OUT used bigint[]) LANGUAGE plpgsql AS $$
DECLARE
  v_used bigint;
  v_percent int;
BEGIN
  FOR i IN 1 .. cardinality(p_kinds) LOOP
    v_used := NULL;
    IF p_amount <= p_limits[i] THEN
      INSERT INTO quota_counters AS c (user_id, kind, starts_at, used)
      VALUES (p_user, p_kinds[i], p_starts[i], p_amount)
      ON CONFLICT (user_id, kind, starts_at) DO UPDATE SET used = c.used + p_amount
        WHERE c.used <= p_limits[i] - p_amount
      RETURNING c.used INTO v_used;
    END IF;
    IF v_used IS NULL THEN
      FOR j IN 1 .. i - 1 LOOP
        UPDATE quota_counters c SET used = c.used - p_amount
        WHERE c.user_id = p_user AND c.kind = p_kinds[j] AND c.starts_at = p_starts[j];
      END LOOP;
      refused := p_kinds[i];
      used := ARRAY[COALESCE((SELECT c.used FROM quota_counters c
        WHERE c.user_id = p_user AND c.kind = p_kinds[i] AND c.starts_at = p_starts[i]), 0)];
      RETURN;
    END IF;
    used := used || v_used;
  END LOOP;
  FOR i IN 1 .. cardinality(p_kinds) LOOP
    CONTINUE WHEN NOT p_alerts[i] OR p_limits[i] = 0;
    -- The highest share that this very count crossed: nobody else's count did.
    v_percent := (SELECT max(p) FROM unnest(ARRAY[50, 80, 100]) AS p
      WHERE used[i] * 100 >= p_limits[i] * p AND (used[i] - p_amount) * 100 < p_limits[i] * p);
    IF v_percent IS NOT NULL THEN
      PERFORM raise_quota_alert(p_user, p_kinds[i], p_starts[i], p_limits[i], v_percent, used[i], p_at);
    END IF;
  END LOOP;
END $$;

-- Counts one use against its limits and writes its record, or does neither. `outcome`: counted, refused, or stale when
-- the limits were read before something changed them.
CREATE FUNCTION begin_usage(p_user uuid, p_at timestamptz, p_id uuid, p_kind usage_kind, p_subject text,
  p_source service_run_source, p_api_key uuid, p_version bigint, p_kinds text[], p_starts timestamptz[],
  p_limits bigint[], p_alerts boolean[], OUT outcome text, OUT refused text, OUT used bigint[]) LANGUAGE plpgsql AS $$
BEGIN
  IF p_version <> COALESCE((SELECT v.version FROM quota_versions v WHERE v.user_id = p_user), 0) THEN
    outcome := 'stale';
    RETURN;
  END IF;
  SELECT t.refused, t.used INTO refused, used
  FROM take_quota(p_user, p_at, 1, p_kinds, p_starts, p_limits, p_alerts) t;
  IF refused IS NOT NULL THEN
    outcome := 'refused';
    RETURN;
  END IF;
  INSERT INTO usage_records (user_id, at, id, kind, subject, source, api_key_id)
  VALUES (p_user, p_at, p_id, p_kind, p_subject, p_source, p_api_key);
  PERFORM mark_usage(p_user, p_at);
  outcome := 'counted';
END $$;

-- Writes how a use ended. What has ended stays as it is.
CREATE FUNCTION end_usage(p_user uuid, p_at timestamptz, p_id uuid, p_outcome usage_outcome, p_cost bigint,
  p_subscription bigint, p_payg bigint, p_duration int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE usage_records SET outcome = p_outcome, cost_milli = p_cost, subscription_milli = p_subscription,
    payg_milli = p_payg, duration_ms = p_duration
  WHERE user_id = p_user AND at = p_at AND id = p_id AND outcome = 'started';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM mark_usage(p_user, p_at);
  RETURN true;
END $$;

-- Keeps that somebody was refused, and tells them once that the limit is reached: it may have come down to what was
-- used, which no count crosses.
CREATE FUNCTION keep_quota_hit(p_user uuid, p_kind text, p_starts timestamptz, p_limit bigint, p_alerts boolean,
  p_used bigint, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO quota_hits AS h (user_id, kind, starts_at, "limit", hits, first_at, last_at)
  VALUES (p_user, p_kind, p_starts, p_limit, 1, p_at, p_at)
  ON CONFLICT (user_id, kind, starts_at) DO UPDATE
    SET hits = h.hits + 1, "limit" = excluded."limit", last_at = GREATEST(h.last_at, excluded.last_at);
  IF p_alerts AND p_limit > 0 AND NOT EXISTS (
    SELECT FROM quota_alerts a WHERE a.user_id = p_user AND a.kind = p_kind AND a.starts_at = p_starts
      AND a."limit" = p_limit AND a.percent = 100)
  THEN
    PERFORM raise_quota_alert(p_user, p_kind, p_starts, p_limit, 100, p_used, p_at);
  END IF;
END $$;

ALTER TABLE "quota_counters" ADD CONSTRAINT "quota_counters_sound" CHECK ("used" >= 0);
ALTER TABLE "quota_alerts" ADD CONSTRAINT "quota_alerts_sound" CHECK ("percent" IN (50, 80, 100) AND "limit" > 0);

-- What may change what somebody is allowed.
CREATE FUNCTION quota_rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO quota_versions AS v (user_id, version) VALUES (COALESCE(NEW.user_id, OLD.user_id), 1)
  ON CONFLICT (user_id) DO UPDATE SET version = v.version + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "quota_rights_added" AFTER INSERT OR DELETE ON "subscriptions"
  FOR EACH ROW EXECUTE FUNCTION quota_rights_changed();
CREATE TRIGGER "quota_rights_changed" AFTER UPDATE ON "subscriptions" FOR EACH ROW
  WHEN ((OLD.user_id, OLD.plan_key, OLD.plan_name, OLD.status, OLD.surplus)
    IS DISTINCT FROM (NEW.user_id, NEW.plan_key, NEW.plan_name, NEW.status, NEW.surplus))
  EXECUTE FUNCTION quota_rights_changed();
CREATE TRIGGER "quota_rights_changed" AFTER INSERT OR UPDATE OR DELETE ON "complimentary_plans"
  FOR EACH ROW EXECUTE FUNCTION quota_rights_changed();
CREATE TRIGGER "quota_rights_changed" AFTER INSERT OR UPDATE OR DELETE ON "quota_overrides"
  FOR EACH ROW EXECUTE FUNCTION quota_rights_changed();

-- Whoever takes credits: what waits for a balance to fall hears of it in the same transaction.
ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_limits_sound"
  CHECK ("low_milli" > 0 AND "top_up_milli" > 0);
CREATE FUNCTION credit_balance_fell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.balance_milli >= NEW.low_milli AND NEW.balance_milli < NEW.low_milli THEN
    PERFORM graphile_worker.add_job('tell-credits-low', json_build_object('userId', NEW.user_id),
      job_key => 'credits-low:' || NEW.user_id);
  END IF;
  IF OLD.balance_milli >= NEW.top_up_milli AND NEW.balance_milli < NEW.top_up_milli THEN
    PERFORM graphile_worker.add_job('top-up-credits', json_build_object('userId', NEW.user_id),
      job_key => 'top-up:' || NEW.user_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "credit_balance_fell" AFTER UPDATE ON "credit_accounts" FOR EACH ROW
  WHEN ((OLD.balance_milli >= NEW.low_milli AND NEW.balance_milli < NEW.low_milli)
    OR (OLD.balance_milli >= NEW.top_up_milli AND NEW.balance_milli < NEW.top_up_milli))
  EXECUTE FUNCTION credit_balance_fell();

-- What was run before there were records.
SELECT ensure_usage_months(
  COALESCE((SELECT min(created_at) FROM service_runs), CURRENT_TIMESTAMP),
  GREATEST((SELECT max(created_at) FROM service_runs), CURRENT_TIMESTAMP) + interval '2 months');
INSERT INTO usage_records (user_id, at, id, kind, subject, source, outcome, cost_milli, subscription_milli, payg_milli,
  duration_ms)
SELECT user_id, created_at, id, 'run', service_slug, source,
  (CASE status WHEN 'running' THEN 'started' ELSE status::text END)::usage_outcome, charged_milli, subscription_milli,
  payg_milli, duration_ms
FROM service_runs;
INSERT INTO usage_marks (user_id, hour)
SELECT DISTINCT user_id, date_trunc('hour', created_at, 'UTC') FROM service_runs;
INSERT INTO quota_counters (user_id, kind, starts_at, used)
SELECT user_id, 'runs_per_' || span, date_trunc(span, created_at, 'UTC'), count(*)
FROM service_runs, unnest(ARRAY['day', 'month']) AS span
WHERE created_at >= CURRENT_TIMESTAMP - interval '2 months'
GROUP BY 1, 2, 3;
