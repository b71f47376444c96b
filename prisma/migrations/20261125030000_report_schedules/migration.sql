-- CreateEnum
CREATE TYPE "report_rhythm" AS ENUM ('weekly', 'monthly');

-- CreateTable
CREATE TABLE "report_schedules" (
    "user_id" UUID NOT NULL,
    "rhythm" "report_rhythm" NOT NULL,
    "enabled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_schedules_pkey" PRIMARY KEY ("user_id","rhythm")
);

-- CreateTable
CREATE TABLE "reports_told" (
    "user_id" UUID NOT NULL,
    "report" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reports_told_pkey" PRIMARY KEY ("user_id","report","period")
);

-- What a report says of credits besides what was spent, without reading all that was: these are few. Not in the schema,
-- as it covers some rows alone.
CREATE INDEX "credit_entries_moved_idx" ON "credit_entries" ("user_id", "created_at")
  WHERE "reason" IN ('grant', 'expire', 'revoke', 'restore', 'forgive');

ALTER TABLE "reports_told" ADD CONSTRAINT "reports_told_sound" CHECK ("report" IN ('own', 'weekly', 'monthly'));
