-- CreateEnum
CREATE TYPE "service_run_status" AS ENUM ('running', 'succeeded', 'failed', 'timed_out');

-- CreateEnum
CREATE TYPE "service_run_source" AS ENUM ('web', 'api');

-- CreateTable
CREATE TABLE "service_runs" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "service_slug" TEXT NOT NULL,
    "source" "service_run_source" NOT NULL,
    "status" "service_run_status" NOT NULL DEFAULT 'running',
    "fingerprint" TEXT NOT NULL,
    "input_bytes" INTEGER NOT NULL,
    "quoted_milli" BIGINT NOT NULL,
    "charged_milli" BIGINT NOT NULL DEFAULT 0,
    "subscription_milli" BIGINT NOT NULL DEFAULT 0,
    "payg_milli" BIGINT NOT NULL DEFAULT 0,
    "balance_after_milli" BIGINT,
    "problem" TEXT,
    "output" JSONB,
    "duration_ms" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hold_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_run_files" (
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_run_files_pkey" PRIMARY KEY ("run_id")
);

-- CreateIndex
CREATE INDEX "service_runs_user_id_service_slug_created_at_idx" ON "service_runs"("user_id", "service_slug", "created_at" DESC);

-- CreateIndex
CREATE INDEX "service_runs_service_slug_created_at_idx" ON "service_runs"("service_slug", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "service_runs_user_id_key_key" ON "service_runs"("user_id", "key");

-- CreateIndex
CREATE INDEX "service_run_files_expires_at_idx" ON "service_run_files"("expires_at");

-- AddForeignKey
ALTER TABLE "service_runs" ADD CONSTRAINT "service_runs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_run_files" ADD CONSTRAINT "service_run_files_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "service_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was taken is never more than what was quoted, is made of the two kinds, and needs a run that succeeded.
ALTER TABLE "service_runs"
  ADD CONSTRAINT "service_runs_charged_within_quote" CHECK ("quoted_milli" >= 0 AND "charged_milli" BETWEEN 0 AND "quoted_milli"),
  ADD CONSTRAINT "service_runs_charged_by_kind" CHECK (
    "subscription_milli" >= 0 AND "payg_milli" >= 0 AND "subscription_milli" + "payg_milli" = "charged_milli"),
  ADD CONSTRAINT "service_runs_charged_when_succeeded" CHECK ("charged_milli" = 0 OR "status" = 'succeeded'),
  ADD CONSTRAINT "service_runs_finished_or_running" CHECK (("status" = 'running') = ("finished_at" IS NULL)),
  ADD CONSTRAINT "service_runs_problem_when_not_succeeded" CHECK (("status" IN ('failed', 'timed_out')) = ("problem" IS NOT NULL));

ALTER TABLE "service_run_files"
  ADD CONSTRAINT "service_run_files_size_is_true" CHECK ("byte_size" = octet_length("bytes"));
