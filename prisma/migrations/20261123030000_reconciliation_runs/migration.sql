-- CreateIndex
CREATE INDEX "payments_created_at_id_idx" ON "payments"("created_at", "id");

-- CreateIndex
CREATE INDEX "payments_status_created_at_id_idx" ON "payments"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "payments_user_id_created_at_id_idx" ON "payments"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payments_amount_minor_currency_created_at_id_idx" ON "payments"("amount_minor", "currency", "created_at", "id");

-- CreateIndex
CREATE INDEX "payments_decline_code_idx" ON "payments"("decline_code");

-- CreateIndex
CREATE INDEX "payments_failure_code_idx" ON "payments"("failure_code");

-- Few payments are: what looks for them reads no others.
CREATE INDEX "payments_refunded_idx" ON "payments"("created_at", "id") WHERE "refunded_minor" > 0;
CREATE INDEX "payments_problem_idx" ON "payments"("created_at", "id") WHERE "problem" IS NOT NULL;

-- CreateEnum
CREATE TYPE "reconciliation_status" AS ENUM ('running', 'finished', 'failed', 'canceled');

-- CreateTable
CREATE TABLE "reconciliation_runs" (
    "id" UUID NOT NULL,
    "status" "reconciliation_status" NOT NULL DEFAULT 'running',
    "asked_by" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "rehearse" BOOLEAN NOT NULL DEFAULT false,
    "done" TEXT[],
    "object" TEXT,
    "position" TIMESTAMPTZ(3),
    "pages" INTEGER NOT NULL DEFAULT 0,
    "compared" INTEGER NOT NULL DEFAULT 0,
    "compared_before" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "claim" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_differences" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "repairable" BOOLEAN NOT NULL,
    "difference" JSONB NOT NULL,
    "repair" JSONB,
    "outcome" TEXT,
    "queued_by" TEXT,
    "reason" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_differences_pkey" PRIMARY KEY ("id")
);

-- At most one run at a time.
CREATE UNIQUE INDEX "reconciliation_runs_one_running_key" ON "reconciliation_runs"((true)) WHERE "status" = 'running';

-- CreateIndex
CREATE UNIQUE INDEX "reconciliation_differences_run_id_key_key" ON "reconciliation_differences"("run_id", "key");

-- CreateIndex
CREATE INDEX "reconciliation_differences_run_id_kind_id_idx" ON "reconciliation_differences"("run_id", "kind", "id");

-- AddForeignKey
ALTER TABLE "reconciliation_differences" ADD CONSTRAINT "reconciliation_differences_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "reconciliation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
