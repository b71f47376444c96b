-- AlterTable
ALTER TABLE "users" ADD COLUMN     "anonymised_at" TIMESTAMPTZ(3),
ADD COLUMN     "deletion_asked_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "users_deletion_asked_at_idx" ON "users"("deletion_asked_at");
