-- AlterTable
ALTER TABLE "subscription_changes" ADD COLUMN     "paused" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "analytics_marks" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "claimed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "analytics_marks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "analytics_zones" (
    "zone" TEXT NOT NULL,
    "built_at" TIMESTAMPTZ(3),
    "last_asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "analytics_zones_pkey" PRIMARY KEY ("zone")
);

-- CreateTable
CREATE TABLE "analytics_money" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "kind" "payment_kind" NOT NULL,
    "paid_count" INTEGER NOT NULL,
    "paid_minor" BIGINT NOT NULL,
    "refunded_count" INTEGER NOT NULL,
    "refunded_minor" BIGINT NOT NULL,
    "disputed_count" INTEGER NOT NULL,
    "disputed_minor" BIGINT NOT NULL,
    "failed_count" INTEGER NOT NULL,
    "failed_minor" BIGINT NOT NULL,
    "recovered_count" INTEGER NOT NULL,
    "recovered_minor" BIGINT NOT NULL,

    CONSTRAINT "analytics_money_pkey" PRIMARY KEY ("zone","day","currency","kind")
);

-- CreateTable
CREATE TABLE "analytics_declines" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "analytics_declines_pkey" PRIMARY KEY ("zone","day","reason")
);

-- CreateTable
CREATE TABLE "analytics_presence" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "who" TEXT NOT NULL,
    "previous_day" DATE NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "analytics_presence_pkey" PRIMARY KEY ("zone","who","day","previous_day")
);

-- CreateTable
CREATE TABLE "analytics_retention" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "who" TEXT NOT NULL,
    "cohort" DATE NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "analytics_retention_pkey" PRIMARY KEY ("zone","who","day","cohort")
);

-- CreateTable
CREATE TABLE "analytics_runs" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "service" TEXT NOT NULL,
    "source" "service_run_source" NOT NULL,
    "runs" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "timed_out" INTEGER NOT NULL,
    "charged_milli" BIGINT NOT NULL,
    "duration_ms" BIGINT NOT NULL,

    CONSTRAINT "analytics_runs_pkey" PRIMARY KEY ("zone","day","service","source")
);

-- CreateTable
CREATE TABLE "analytics_people" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "signed_up" INTEGER NOT NULL,
    "verified" INTEGER NOT NULL,
    "deleted" INTEGER NOT NULL,
    "converted" INTEGER NOT NULL,

    CONSTRAINT "analytics_people_pkey" PRIMARY KEY ("zone","day")
);

-- CreateTable
CREATE TABLE "analytics_plans" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "interval" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "mrr_twelfth" BIGINT NOT NULL,

    CONSTRAINT "analytics_plans_pkey" PRIMARY KEY ("zone","day","currency","plan","interval","state")
);

-- CreateTable
CREATE TABLE "analytics_movement" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "new_people" INTEGER NOT NULL,
    "new_twelfth" BIGINT NOT NULL,
    "expanded_people" INTEGER NOT NULL,
    "expanded_twelfth" BIGINT NOT NULL,
    "contracted_people" INTEGER NOT NULL,
    "contracted_twelfth" BIGINT NOT NULL,
    "churned_people" INTEGER NOT NULL,
    "churned_twelfth" BIGINT NOT NULL,
    "returned_people" INTEGER NOT NULL,
    "returned_twelfth" BIGINT NOT NULL,

    CONSTRAINT "analytics_movement_pkey" PRIMARY KEY ("zone","day","currency")
);

-- CreateTable
CREATE TABLE "analytics_credits" (
    "zone" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" "credit_reason" NOT NULL,
    "milli" BIGINT NOT NULL,

    CONSTRAINT "analytics_credits_pkey" PRIMARY KEY ("zone","day","kind","reason")
);

-- CreateIndex
CREATE INDEX "analytics_marks_subject_hour_idx" ON "analytics_marks"("subject", "hour");

-- CreateIndex
CREATE INDEX "users_email_verified_at_idx" ON "users"("email_verified_at");

-- CreateIndex
CREATE INDEX "users_anonymised_at_idx" ON "users"("anonymised_at");

-- CreateIndex
CREATE INDEX "payments_user_id_paid_at_idx" ON "payments"("user_id", "paid_at");

-- CreateIndex
CREATE INDEX "disputes_closed_at_idx" ON "disputes"("closed_at");


-- Writes which hours changed, in the transaction of the change. One unclaimed mark of an hour is enough for all, so
-- nearly always this is one look at an index; several that come at once write several, and nobody waits for anybody.
-- Only in read committed does it see what the job has claimed since; in any other isolation it trusts no mark but its own.
CREATE FUNCTION analytics_mark(p_subject text, p_at timestamptz[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO analytics_marks (subject, hour)
  SELECT DISTINCT p_subject, date_trunc('hour', t.at, 'UTC')
  FROM unnest(p_at) AS t (at)
  WHERE t.at IS NOT NULL AND (
    current_setting('transaction_isolation') <> 'read committed' OR NOT EXISTS (
      SELECT FROM analytics_marks m
      WHERE m.subject = p_subject AND m.hour = date_trunc('hour', t.at, 'UTC') AND NOT m.claimed))
$$;

-- The same for what is written all the time: one row, one subject, one plan that is kept. It costs a spend a few percent.
CREATE FUNCTION analytics_mark_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_hour timestamptz := date_trunc('hour', NEW.created_at, 'UTC');
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' OR NOT EXISTS (
    SELECT FROM analytics_marks m WHERE m.subject = TG_ARGV[0] AND m.hour = v_hour AND NOT m.claimed)
  THEN
    INSERT INTO analytics_marks (subject, hour) VALUES (TG_ARGV[0], v_hour);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT ON "credit_entries"
  FOR EACH ROW EXECUTE FUNCTION analytics_mark_added('credits');
CREATE TRIGGER "analytics_added" AFTER INSERT ON "service_runs"
  FOR EACH ROW EXECUTE FUNCTION analytics_mark_added('runs');

CREATE FUNCTION analytics_run_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('runs', ARRAY[OLD.created_at, NEW.created_at]);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "service_runs" FOR EACH ROW
  WHEN ((OLD.created_at, OLD.service_slug, OLD.source, OLD.status, OLD.charged_milli, OLD.duration_ms)
    IS DISTINCT FROM (NEW.created_at, NEW.service_slug, NEW.source, NEW.status, NEW.charged_milli, NEW.duration_ms))
  EXECUTE FUNCTION analytics_run_changed();

CREATE FUNCTION analytics_run_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('runs', ARRAY[OLD.created_at]);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_removed" AFTER DELETE ON "service_runs" FOR EACH ROW EXECUTE FUNCTION analytics_run_removed();

-- A payment counts on the day on which it was paid, a refused one on that of its first try, and its owner on that of
-- their sign-up.
CREATE FUNCTION analytics_payment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('money', (SELECT array_agg(attempted_at) FROM payment_attempts WHERE payment_id = NEW.id)
    || NEW.paid_at || CASE WHEN TG_OP = 'UPDATE' THEN OLD.paid_at END);
  PERFORM analytics_mark('people', ARRAY[(SELECT created_at FROM users WHERE id = NEW.user_id)]);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT ON "payments" FOR EACH ROW EXECUTE FUNCTION analytics_payment_changed();
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "payments" FOR EACH ROW
  WHEN ((OLD.status, OLD.paid_at, OLD.kind, OLD.amount_minor, OLD.currency)
    IS DISTINCT FROM (NEW.status, NEW.paid_at, NEW.kind, NEW.amount_minor, NEW.currency))
  EXECUTE FUNCTION analytics_payment_changed();

-- Another try can be the first one: all tries of the payment count anew.
CREATE FUNCTION analytics_attempt_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('money', (SELECT array_agg(attempted_at) FROM payment_attempts WHERE payment_id = NEW.payment_id)
    || CASE WHEN TG_OP = 'UPDATE' THEN OLD.attempted_at END);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT ON "payment_attempts"
  FOR EACH ROW EXECUTE FUNCTION analytics_attempt_changed();
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "payment_attempts" FOR EACH ROW
  WHEN ((OLD.status, OLD.attempted_at, OLD.decline_code, OLD.failure_code)
    IS DISTINCT FROM (NEW.status, NEW.attempted_at, NEW.decline_code, NEW.failure_code))
  EXECUTE FUNCTION analytics_attempt_changed();

CREATE FUNCTION analytics_refund_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('money', ARRAY[NEW.created_at, CASE WHEN TG_OP = 'UPDATE' THEN OLD.created_at END]);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT ON "refunds" FOR EACH ROW EXECUTE FUNCTION analytics_refund_changed();
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "refunds" FOR EACH ROW
  WHEN ((OLD.status, OLD.created_at, OLD.amount_minor, OLD.currency)
    IS DISTINCT FROM (NEW.status, NEW.created_at, NEW.amount_minor, NEW.currency))
  EXECUTE FUNCTION analytics_refund_changed();

CREATE FUNCTION analytics_dispute_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('money', ARRAY[NEW.closed_at, CASE WHEN TG_OP = 'UPDATE' THEN OLD.closed_at END]);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT ON "disputes" FOR EACH ROW EXECUTE FUNCTION analytics_dispute_changed();
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "disputes" FOR EACH ROW
  WHEN ((OLD.status, OLD.closed_at, OLD.amount_minor, OLD.currency)
    IS DISTINCT FROM (NEW.status, NEW.closed_at, NEW.amount_minor, NEW.currency))
  EXECUTE FUNCTION analytics_dispute_changed();

CREATE FUNCTION analytics_person_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('people', CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.created_at, NEW.email_verified_at, NEW.anonymised_at]
    WHEN 'DELETE' THEN ARRAY[OLD.created_at, OLD.email_verified_at, OLD.anonymised_at]
    ELSE ARRAY[OLD.created_at, OLD.email_verified_at, OLD.anonymised_at,
      NEW.created_at, NEW.email_verified_at, NEW.anonymised_at] END);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT OR DELETE ON "users"
  FOR EACH ROW EXECUTE FUNCTION analytics_person_changed();
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "users" FOR EACH ROW
  WHEN ((OLD.created_at, OLD.email_verified_at, OLD.anonymised_at)
    IS DISTINCT FROM (NEW.created_at, NEW.email_verified_at, NEW.anonymised_at))
  EXECUTE FUNCTION analytics_person_changed();

CREATE FUNCTION analytics_plan_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('plans', ARRAY[NEW.occurred_at]);
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_added" AFTER INSERT ON "subscription_changes"
  FOR EACH ROW EXECUTE FUNCTION analytics_plan_changed();

-- A surplus subscription is no recurring revenue: found to be one, or no more, all its history counts anew.
CREATE FUNCTION analytics_surplus_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM analytics_mark('plans', (SELECT array_agg(occurred_at) FROM subscription_changes WHERE subscription_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER "analytics_changed" AFTER UPDATE ON "subscriptions" FOR EACH ROW
  WHEN (OLD.surplus IS DISTINCT FROM NEW.surplus) EXECUTE FUNCTION analytics_surplus_changed();
