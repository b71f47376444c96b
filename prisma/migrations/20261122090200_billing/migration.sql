-- CreateEnum
CREATE TYPE "catalog_kind" AS ENUM ('pack', 'plan');

-- CreateEnum
CREATE TYPE "price_interval" AS ENUM ('month', 'year');

-- CreateEnum
CREATE TYPE "checkout_status" AS ENUM ('open', 'processing', 'completed', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "payment_kind" AS ENUM ('purchase', 'subscription');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('processing', 'succeeded', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "attempt_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "stripe_event_status" AS ENUM ('pending', 'processed', 'ignored', 'failed', 'dead');

-- CreateEnum
CREATE TYPE "stripe_event_source" AS ENUM ('webhook', 'sweep');

-- CreateTable
CREATE TABLE "billing_customers" (
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "creation_key" UUID NOT NULL,
    "stripe_customer_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "billing_customers_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "catalog_prices" (
    "stripe_price_id" TEXT NOT NULL,
    "stripe_product_id" TEXT NOT NULL,
    "lookup_key" TEXT,
    "kind" "catalog_kind",
    "name" TEXT NOT NULL,
    "credits_milli" BIGINT,
    "amount_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "interval" "price_interval",
    "active" BOOLEAN NOT NULL,
    "problem" TEXT,
    "synced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalog_prices_pkey" PRIMARY KEY ("stripe_price_id")
);

-- CreateTable
CREATE TABLE "checkouts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "lookup_key" TEXT NOT NULL,
    "item_name" TEXT NOT NULL,
    "stripe_price_id" TEXT NOT NULL,
    "credits_milli" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "checkout_status" NOT NULL DEFAULT 'open',
    "stripe_session_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "checkout_id" UUID,
    "kind" "payment_kind" NOT NULL,
    "status" "payment_status" NOT NULL,
    "description" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "credits_milli" BIGINT NOT NULL,
    "stripe_payment_intent_id" TEXT NOT NULL,
    "stripe_charge_id" TEXT,
    "card_brand" TEXT,
    "card_last4" TEXT,
    "receipt_url" TEXT,
    "failure_code" TEXT,
    "decline_code" TEXT,
    "failure_message" TEXT,
    "problem" TEXT,
    "paid_at" TIMESTAMPTZ(3),
    "credited_at" TIMESTAMPTZ(3),
    "sync_seq" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempts" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "attempt_key" TEXT NOT NULL,
    "stripe_charge_id" TEXT,
    "status" "attempt_status" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "failure_code" TEXT,
    "decline_code" TEXT,
    "failure_message" TEXT,
    "card_brand" TEXT,
    "card_last4" TEXT,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_events" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "api_version" TEXT,
    "object_id" TEXT,
    "stripe_customer_id" TEXT,
    "payload" JSONB NOT NULL,
    "source" "stripe_event_source" NOT NULL,
    "status" "stripe_event_status" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "note" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_cursors" (
    "name" TEXT NOT NULL,
    "position" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_cursors_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "billing_customers_stripe_customer_id_key" ON "billing_customers"("stripe_customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_prices_lookup_key_key" ON "catalog_prices"("lookup_key");

-- CreateIndex
CREATE UNIQUE INDEX "checkouts_stripe_session_id_key" ON "checkouts"("stripe_session_id");

-- CreateIndex
CREATE INDEX "checkouts_user_id_id_idx" ON "checkouts"("user_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_stripe_payment_intent_id_key" ON "payments"("stripe_payment_intent_id");

-- CreateIndex
CREATE INDEX "payments_user_id_id_idx" ON "payments"("user_id", "id");

-- CreateIndex
CREATE INDEX "payments_checkout_id_idx" ON "payments"("checkout_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempts_attempt_key_key" ON "payment_attempts"("attempt_key");

-- CreateIndex
CREATE INDEX "payment_attempts_payment_id_idx" ON "payment_attempts"("payment_id");

-- CreateIndex
CREATE INDEX "stripe_events_status_received_at_idx" ON "stripe_events"("status", "received_at");

-- CreateIndex
CREATE INDEX "stripe_events_received_at_idx" ON "stripe_events"("received_at");

-- CreateIndex
CREATE INDEX "stripe_events_stripe_customer_id_idx" ON "stripe_events"("stripe_customer_id");

-- AddForeignKey
ALTER TABLE "billing_customers" ADD CONSTRAINT "billing_customers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_checkout_id_fkey" FOREIGN KEY ("checkout_id") REFERENCES "checkouts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Drawn before each reading of a payment from Stripe; see payments.sync_seq.
CREATE SEQUENCE "stripe_fetch_seq";

-- Two tabs and a double click share one session, so that one intention is not paid twice.
CREATE UNIQUE INDEX "checkouts_one_open_key" ON "checkouts"("user_id", "lookup_key") WHERE "status" = 'open';

-- Money and credits cannot be wrong in these ways, whatever the code does.
ALTER TABLE "catalog_prices"
    ADD CONSTRAINT "catalog_prices_credits_positive" CHECK ("credits_milli" > 0),
    ADD CONSTRAINT "catalog_prices_amount_not_negative" CHECK ("amount_minor" >= 0),
    ADD CONSTRAINT "catalog_prices_currency_code" CHECK ("currency" ~ '^[a-z]{3}$');
ALTER TABLE "checkouts"
    ADD CONSTRAINT "checkouts_credits_positive" CHECK ("credits_milli" > 0),
    ADD CONSTRAINT "checkouts_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "checkouts_currency_code" CHECK ("currency" ~ '^[a-z]{3}$');
ALTER TABLE "payments"
    ADD CONSTRAINT "payments_credits_not_negative" CHECK ("credits_milli" >= 0),
    ADD CONSTRAINT "payments_amount_not_negative" CHECK ("amount_minor" >= 0),
    ADD CONSTRAINT "payments_currency_code" CHECK ("currency" ~ '^[a-z]{3}$'),
    ADD CONSTRAINT "payments_succeeded_has_date" CHECK ("status" <> 'succeeded' OR "paid_at" IS NOT NULL),
    ADD CONSTRAINT "payments_credited_was_paid" CHECK ("credited_at" IS NULL OR "status" = 'succeeded');
ALTER TABLE "payment_attempts"
    ADD CONSTRAINT "payment_attempts_amount_not_negative" CHECK ("amount_minor" >= 0);
