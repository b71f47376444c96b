-- CreateEnum
CREATE TYPE "data_export_status" AS ENUM ('pending', 'ready', 'failed', 'expired');

-- CreateTable
CREATE TABLE "loose_objects" (
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "loose_objects_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "avatars" (
    "user_id" UUID NOT NULL,
    "picture_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "avatars_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "data_exports" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" "data_export_status" NOT NULL DEFAULT 'pending',
    "object_key" TEXT,
    "byte_size" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "loose_objects_due_at_idx" ON "loose_objects"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "avatars_picture_id_key" ON "avatars"("picture_id");

-- CreateIndex
CREATE UNIQUE INDEX "data_exports_object_key_key" ON "data_exports"("object_key");

-- CreateIndex
CREATE INDEX "data_exports_user_id_created_at_idx" ON "data_exports"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "data_exports_status_expires_at_idx" ON "data_exports"("status", "expires_at");
