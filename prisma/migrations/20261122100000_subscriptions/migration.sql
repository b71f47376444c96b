-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('receipt', 'invoice', 'credit_note');

-- CreateEnum
CREATE TYPE "email_status" AS ENUM ('pending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('pending', 'requires_action', 'succeeded', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "refund_credits" AS ENUM ('claw_back', 'keep');

-- CreateEnum
CREATE TYPE "dispute_status" AS ENUM ('warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', 'under_review', 'appeal_needs_response', 'appeal_under_review', 'won', 'lost', 'prevented');

-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'canceled');

-- CreateEnum
CREATE TYPE "plan_change_status" AS ENUM ('pending', 'done', 'failed');

-- CreateEnum
CREATE TYPE "invoice_status" AS ENUM ('draft', 'open', 'paid', 'void', 'uncollectible');

-- AlterTable
ALTER TABLE "checkouts" ADD COLUMN     "kind" "catalog_kind" NOT NULL DEFAULT 'pack';

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "invoice_id" UUID,
ADD COLUMN     "refunded_minor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stripe_events" ADD COLUMN     "replayed_at" TIMESTAMPTZ(3),
ADD COLUMN     "replayed_by" TEXT;

-- CreateTable
CREATE TABLE "stripe_customers" (
    "stripe_customer_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_customers_pkey" PRIMARY KEY ("stripe_customer_id")
);

-- CreateTable
CREATE TABLE "document_series" (
    "series" TEXT NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "document_series_pkey" PRIMARY KEY ("series")
);

-- CreateTable
CREATE TABLE "billing_documents" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "payment_id" UUID,
    "refund_id" UUID,
    "content" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "billing_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_emails" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "user_id" UUID,
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "document_id" UUID,
    "status" "email_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "unknown_since" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_emails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_lots" (
    "payment_id" UUID NOT NULL,
    "lot_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "cost_minor" BIGINT NOT NULL,
    "credits_milli" BIGINT NOT NULL,

    CONSTRAINT "payment_lots_pkey" PRIMARY KEY ("payment_id","lot_key")
);

-- CreateTable
CREATE TABLE "refunds" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "stripe_refund_id" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "refund_status" NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "note" TEXT,
    "credits" "refund_credits" NOT NULL DEFAULT 'claw_back',
    "requested_by_id" UUID,
    "failure_reason" TEXT,
    "clawed_milli" BIGINT NOT NULL DEFAULT 0,
    "debt_milli" BIGINT NOT NULL DEFAULT 0,
    "clawed_at" TIMESTAMPTZ(3),
    "restored_at" TIMESTAMPTZ(3),
    "sync_seq" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disputes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "stripe_dispute_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "dispute_status" NOT NULL,
    "due_by" TIMESTAMPTZ(3),
    "clawed_milli" BIGINT NOT NULL DEFAULT 0,
    "debt_milli" BIGINT NOT NULL DEFAULT 0,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),
    "clawed_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "sync_seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disputes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fraud_warnings" (
    "stripe_warning_id" TEXT NOT NULL,
    "payment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actionable" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fraud_warnings_pkey" PRIMARY KEY ("stripe_warning_id")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "stripe_subscription_id" TEXT NOT NULL,
    "stripe_item_id" TEXT NOT NULL,
    "stripe_price_id" TEXT NOT NULL,
    "plan_key" TEXT,
    "plan_name" TEXT NOT NULL,
    "interval" "price_interval",
    "credits_milli" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "subscription_status" NOT NULL,
    "surplus" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "period_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "period_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "trial_ends_at" TIMESTAMPTZ(3),
    "cancels_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "resumes_at" TIMESTAMPTZ(3),
    "stripe_schedule_id" TEXT,
    "next_stripe_price_id" TEXT,
    "next_plan_key" TEXT,
    "next_plan_name" TEXT,
    "next_interval" "price_interval",
    "next_credits_milli" BIGINT,
    "next_amount_minor" BIGINT,
    "next_starts_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "sync_seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_changes" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "status" "subscription_status" NOT NULL,
    "stripe_price_id" TEXT NOT NULL,
    "plan_key" TEXT,
    "interval" "price_interval",
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "cancels_at" TIMESTAMPTZ(3),
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "from_price_id" TEXT NOT NULL,
    "to_price_id" TEXT NOT NULL,
    "proration_at" TIMESTAMPTZ(3) NOT NULL,
    "due_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "credits_milli" BIGINT NOT NULL,
    "status" "plan_change_status" NOT NULL DEFAULT 'pending',
    "failure_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "subscription_id" UUID,
    "stripe_invoice_id" TEXT NOT NULL,
    "stripe_number" TEXT,
    "status" "invoice_status" NOT NULL,
    "reason" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "paid_minor" BIGINT NOT NULL,
    "due_minor" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "hosted_url" TEXT,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "credits_milli" BIGINT NOT NULL DEFAULT 0,
    "credited_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "sync_seq" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stripe_customers_user_id_idx" ON "stripe_customers"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "billing_documents_number_key" ON "billing_documents"("number");

-- CreateIndex
CREATE INDEX "billing_documents_payment_id_idx" ON "billing_documents"("payment_id");

-- CreateIndex
CREATE INDEX "billing_documents_user_id_issued_at_idx" ON "billing_documents"("user_id", "issued_at");

-- CreateIndex
CREATE UNIQUE INDEX "billing_documents_kind_subject_key" ON "billing_documents"("kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_emails_key_key" ON "outbox_emails"("key");

-- CreateIndex
CREATE INDEX "outbox_emails_status_created_at_idx" ON "outbox_emails"("status", "created_at");

-- CreateIndex
CREATE INDEX "outbox_emails_user_id_created_at_idx" ON "outbox_emails"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_stripe_refund_id_key" ON "refunds"("stripe_refund_id");

-- CreateIndex
CREATE INDEX "refunds_payment_id_idx" ON "refunds"("payment_id");

-- CreateIndex
CREATE INDEX "refunds_user_id_created_at_idx" ON "refunds"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "disputes_stripe_dispute_id_key" ON "disputes"("stripe_dispute_id");

-- CreateIndex
CREATE INDEX "refunds_created_at_idx" ON "refunds"("created_at");

-- CreateIndex
CREATE INDEX "disputes_payment_id_idx" ON "disputes"("payment_id");

-- CreateIndex
CREATE INDEX "disputes_status_idx" ON "disputes"("status");

-- CreateIndex
CREATE INDEX "fraud_warnings_payment_id_idx" ON "fraud_warnings"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_stripe_subscription_id_key" ON "subscriptions"("stripe_subscription_id");

-- CreateIndex
CREATE INDEX "subscriptions_user_id_started_at_idx" ON "subscriptions"("user_id", "started_at");

-- CreateIndex
CREATE INDEX "subscription_changes_subscription_id_occurred_at_idx" ON "subscription_changes"("subscription_id", "occurred_at");

-- CreateIndex
CREATE INDEX "subscription_changes_occurred_at_idx" ON "subscription_changes"("occurred_at");

-- CreateIndex
CREATE INDEX "plan_changes_fingerprint_idx" ON "plan_changes"("fingerprint");

-- CreateIndex
CREATE INDEX "plan_changes_subscription_id_idx" ON "plan_changes"("subscription_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_stripe_invoice_id_key" ON "invoices"("stripe_invoice_id");

-- CreateIndex
CREATE INDEX "invoices_user_id_issued_at_idx" ON "invoices"("user_id", "issued_at");

-- CreateIndex
CREATE INDEX "invoices_subscription_id_issued_at_idx" ON "invoices"("subscription_id", "issued_at");

-- CreateIndex
CREATE INDEX "invoices_issued_at_idx" ON "invoices"("issued_at");

-- CreateIndex
CREATE INDEX "payment_attempts_attempted_at_idx" ON "payment_attempts"("attempted_at");

-- CreateIndex
CREATE INDEX "payments_invoice_id_idx" ON "payments"("invoice_id");

-- CreateIndex
CREATE INDEX "payments_stripe_charge_id_idx" ON "payments"("stripe_charge_id");

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_lots" ADD CONSTRAINT "payment_lots_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_changes" ADD CONSTRAINT "subscription_changes_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A user has at most one subscription that lives, and at most one page open on which to begin one.
CREATE UNIQUE INDEX "subscriptions_one_live_key" ON "subscriptions"("user_id")
    WHERE NOT "surplus" AND "status" IN ('trialing', 'active', 'past_due', 'unpaid', 'paused');
CREATE UNIQUE INDEX "checkouts_one_open_plan_key" ON "checkouts"("user_id")
    WHERE "status" = 'open' AND "kind" = 'plan';

-- What Stripe has not been asked for yet is looked for again and again.
CREATE INDEX "refunds_unsent_idx" ON "refunds"("created_at") WHERE "stripe_refund_id" IS NULL AND "status" = 'pending';

-- Two tabs that confirm what they both showed are one change; after a refusal it may be tried again.
CREATE UNIQUE INDEX "plan_changes_one_try_key" ON "plan_changes"("fingerprint") WHERE "status" <> 'failed';

-- Money and credits cannot be wrong in these ways, whatever the code does.
ALTER TABLE "subscriptions"
    ADD CONSTRAINT "subscriptions_credits_not_negative" CHECK ("credits_milli" >= 0),
    ADD CONSTRAINT "subscriptions_amount_not_negative" CHECK ("amount_minor" >= 0),
    ADD CONSTRAINT "subscriptions_period_forwards" CHECK ("period_ends_at" >= "period_starts_at"),
    ADD CONSTRAINT "subscriptions_ended_has_date" CHECK ("status" <> 'canceled' OR "ended_at" IS NOT NULL);
ALTER TABLE "invoices"
    ADD CONSTRAINT "invoices_paid_not_negative" CHECK ("paid_minor" >= 0),
    ADD CONSTRAINT "invoices_credited_was_paid" CHECK ("credited_at" IS NULL OR "status" = 'paid');
ALTER TABLE "payments"
    ADD CONSTRAINT "payments_refunded_in_bounds" CHECK ("refunded_minor" BETWEEN 0 AND "amount_minor");
ALTER TABLE "payment_lots"
    ADD CONSTRAINT "payment_lots_not_negative" CHECK ("cost_minor" >= 0 AND "credits_milli" > 0);
ALTER TABLE "refunds"
    ADD CONSTRAINT "refunds_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "refunds_debt_in_clawed" CHECK ("debt_milli" BETWEEN 0 AND "clawed_milli"),
    ADD CONSTRAINT "refunds_restored_was_clawed" CHECK ("restored_at" IS NULL OR "clawed_at" IS NOT NULL);
ALTER TABLE "disputes"
    ADD CONSTRAINT "disputes_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "disputes_debt_in_clawed" CHECK ("debt_milli" BETWEEN 0 AND "clawed_milli"),
    ADD CONSTRAINT "disputes_frozen_or_clawed" CHECK ("frozen_at" IS NULL OR "clawed_at" IS NULL);

CREATE TRIGGER "subscription_changes_append_only" BEFORE UPDATE OR DELETE ON "subscription_changes"
    FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();
CREATE TRIGGER "billing_documents_append_only" BEFORE UPDATE OR DELETE ON "billing_documents"
    FOR EACH ROW EXECUTE FUNCTION credit_refuse_change();

-- What was bought before these tables were there.
INSERT INTO "stripe_customers" ("stripe_customer_id", "user_id")
    SELECT "stripe_customer_id", "user_id" FROM "billing_customers" WHERE "stripe_customer_id" IS NOT NULL;
INSERT INTO "payment_lots" ("payment_id", "lot_key", "position", "cost_minor", "credits_milli")
    SELECT p."id", l."source_key", 0, l."cost_minor", l."amount_milli"
    FROM "payments" p JOIN "credit_lots" l ON l."user_id" = p."user_id" AND l."source_key" = 'pi:' || p."stripe_payment_intent_id";
