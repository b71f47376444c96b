-- CreateEnum
CREATE TYPE "refund_request_status" AS ENUM ('waiting', 'approved', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "refund_requests" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "credits" "refund_credits" NOT NULL,
    "status" "refund_request_status" NOT NULL DEFAULT 'waiting',
    "requested_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decision" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "refund_requests_payment_id_idx" ON "refund_requests"("payment_id");

-- CreateIndex
CREATE INDEX "refund_requests_created_at_id_idx" ON "refund_requests"("created_at", "id");

-- AddForeignKey
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "billing_customers"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_requests" ADD CONSTRAINT "refund_requests_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The list of waiting ones reads no others.
CREATE INDEX "refund_requests_waiting_idx" ON "refund_requests"("created_at", "id") WHERE "status" = 'waiting';

-- Four eyes: nobody decides about what they asked for, and nobody but them takes it back.
ALTER TABLE "refund_requests"
    ADD CONSTRAINT "refund_requests_amount_positive" CHECK ("amount_minor" > 0),
    ADD CONSTRAINT "refund_requests_decided" CHECK (
      ("status" = 'waiting') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by_id" IS NULL)),
    ADD CONSTRAINT "refund_requests_four_eyes" CHECK (
      "status" NOT IN ('approved', 'declined') OR "decided_by_id" <> "requested_by_id"),
    ADD CONSTRAINT "refund_requests_withdrawn_by_asker" CHECK (
      "status" <> 'withdrawn' OR "decided_by_id" = "requested_by_id");
