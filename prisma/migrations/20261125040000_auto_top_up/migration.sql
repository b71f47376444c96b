-- CreateEnum
CREATE TYPE "top_up_status" AS ENUM ('pending', 'succeeded', 'failed', 'needs_authentication');

-- CreateEnum
CREATE TYPE "top_up_stop" AS ENUM ('declined', 'needs_authentication', 'no_card', 'price_changed', 'not_for_sale');

-- CreateTable
CREATE TABLE "auto_top_ups" (
    "user_id" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "threshold_milli" BIGINT NOT NULL,
    "lookup_key" TEXT NOT NULL,
    "item_name" TEXT NOT NULL,
    "credits_milli" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "cap_minor" BIGINT NOT NULL,
    "stopped_because" "top_up_stop",
    "stopped_at" TIMESTAMPTZ(3),
    "capped_until" TIMESTAMPTZ(3),
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "auto_top_ups_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "top_ups" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "episode" INTEGER NOT NULL,
    "checkout_id" UUID NOT NULL,
    "status" "top_up_status" NOT NULL DEFAULT 'pending',
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "stripe_customer_id" TEXT NOT NULL,
    "stripe_payment_method_id" TEXT NOT NULL,
    "card_label" TEXT NOT NULL,
    "stripe_payment_intent_id" TEXT,
    "failure_code" TEXT,
    "decline_code" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "top_ups_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "top_ups_checkout_id_key" ON "top_ups"("checkout_id");

-- CreateIndex
CREATE UNIQUE INDEX "top_ups_stripe_payment_intent_id_key" ON "top_ups"("stripe_payment_intent_id");

-- CreateIndex
CREATE INDEX "top_ups_user_id_created_at_idx" ON "top_ups"("user_id", "created_at");

-- AddForeignKey
ALTER TABLE "auto_top_ups" ADD CONSTRAINT "auto_top_ups_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_checkout_id_fkey" FOREIGN KEY ("checkout_id") REFERENCES "checkouts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Once for one dip, whoever comes at the same time. A try that charged nothing does not stand in the way of one that
-- its member asks for afterwards.
CREATE UNIQUE INDEX "top_ups_one_per_dip" ON "top_ups"("user_id", "episode") WHERE "status" IN ('pending', 'succeeded');

-- Never two at a time.
CREATE UNIQUE INDEX "top_ups_one_pending" ON "top_ups"("user_id") WHERE "status" = 'pending';

ALTER TABLE "auto_top_ups"
    ADD CONSTRAINT "auto_top_ups_threshold_positive" CHECK ("threshold_milli" > 0),
    ADD CONSTRAINT "auto_top_ups_lifts_above_threshold" CHECK ("credits_milli" >= "threshold_milli"),
    ADD CONSTRAINT "auto_top_ups_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "auto_top_ups_cap_covers_one" CHECK ("cap_minor" >= "amount_minor"),
    ADD CONSTRAINT "auto_top_ups_stopped_is_off" CHECK ("stopped_because" IS NULL OR NOT "enabled"),
    ADD CONSTRAINT "auto_top_ups_currency_code" CHECK ("currency" ~ '^[a-z]{3}$');

ALTER TABLE "top_ups"
    ADD CONSTRAINT "top_ups_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "top_ups_settled" CHECK (("status" = 'pending') = ("settled_at" IS NULL)),
    ADD CONSTRAINT "top_ups_currency_code" CHECK ("currency" ~ '^[a-z]{3}$');
