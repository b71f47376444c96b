-- CreateEnum
CREATE TYPE "ledger_check_state" AS ENUM ('waiting', 'running', 'passed', 'found_problems', 'failed');

-- CreateEnum
CREATE TYPE "contact_status" AS ENUM ('open', 'answered', 'closed');

-- CreateTable
CREATE TABLE "ledger_checks" (
    "id" UUID NOT NULL,
    "state" "ledger_check_state" NOT NULL,
    "requested_by_id" UUID,
    "accounts" INTEGER NOT NULL DEFAULT 0,
    "problem_count" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL,
    "totals" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_switches" (
    "slug" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_switches_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "contact_messages" (
    "id" UUID NOT NULL,
    "form_key" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "contact_status" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_answers" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "form_key" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_answers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contact_messages_form_key_key" ON "contact_messages"("form_key");

-- CreateIndex
CREATE INDEX "contact_messages_status_id_idx" ON "contact_messages"("status", "id");

-- CreateIndex
CREATE INDEX "contact_messages_user_id_idx" ON "contact_messages"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_answers_form_key_key" ON "contact_answers"("form_key");

-- CreateIndex
CREATE INDEX "contact_answers_message_id_id_idx" ON "contact_answers"("message_id", "id");

-- CreateIndex
CREATE INDEX "stripe_events_object_id_idx" ON "stripe_events"("object_id");

-- CreateIndex
CREATE INDEX "stripe_events_type_received_at_idx" ON "stripe_events"("type", "received_at");

-- CreateIndex
CREATE INDEX "disputes_due_by_id_idx" ON "disputes"("due_by", "id");

-- AddForeignKey
ALTER TABLE "contact_answers" ADD CONSTRAINT "contact_answers_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "contact_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;
