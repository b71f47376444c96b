-- DropIndex
DROP INDEX "accounts_user_id_idx";

-- AlterTable
ALTER TABLE "accounts" DROP COLUMN "access_token",
DROP COLUMN "expires_at",
DROP COLUMN "id_token",
DROP COLUMN "refresh_token",
DROP COLUMN "scope",
DROP COLUMN "session_state",
DROP COLUMN "token_type",
DROP COLUMN "type",
ADD COLUMN     "created_at" TIMESTAMPTZ(3),
ADD COLUMN     "email" TEXT;

UPDATE "accounts" SET "created_at" = CURRENT_TIMESTAMP, "email" = u."email" FROM "users" u WHERE u."id" = "accounts"."user_id";

ALTER TABLE "accounts" ALTER COLUMN "created_at" SET NOT NULL,
ALTER COLUMN "email" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "accounts_user_id_provider_key" ON "accounts"("user_id", "provider");
