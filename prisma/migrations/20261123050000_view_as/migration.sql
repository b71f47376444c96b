-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "viewing_until" TIMESTAMPTZ(3),
ADD COLUMN     "viewing_user_id" UUID;

-- Whom without until when would be for good.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_viewing_check" CHECK (("viewing_user_id" IS NULL) = ("viewing_until" IS NULL));
