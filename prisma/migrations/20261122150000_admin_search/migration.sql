-- Trusted since PostgreSQL 13: who may create in the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateIndex
CREATE INDEX "users_created_at_id_idx" ON "users"("created_at", "id");

-- CreateIndex
CREATE INDEX "users_email_trgm_idx" ON "users" USING GIN ("email" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "users_name_trgm_idx" ON "users" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "payments_paid_at_idx" ON "payments"("paid_at");

-- CreateIndex
CREATE INDEX "payment_attempts_stripe_charge_id_idx" ON "payment_attempts"("stripe_charge_id");

-- CreateIndex
CREATE INDEX "service_runs_user_id_created_at_id_idx" ON "service_runs"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "subscriptions_status_plan_key_user_id_idx" ON "subscriptions"("status", "plan_key", "user_id");
