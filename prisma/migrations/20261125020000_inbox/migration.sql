-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_spikes" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "credits_rose" BOOLEAN NOT NULL,
    "credits_milli" BIGINT NOT NULL,
    "usual_credits_milli" BIGINT NOT NULL,
    "calls_rose" BOOLEAN NOT NULL,
    "calls" BIGINT NOT NULL,
    "usual_calls" BIGINT NOT NULL,

    CONSTRAINT "usage_spikes_pkey" PRIMARY KEY ("user_id","day")
);

-- CreateTable
CREATE TABLE "expiring_lots_told" (
    "user_id" UUID NOT NULL,
    "lot_no" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expiring_lots_told_pkey" PRIMARY KEY ("user_id","lot_no")
);

-- CreateIndex
CREATE UNIQUE INDEX "notices_key_key" ON "notices"("key");

-- CreateIndex
CREATE INDEX "notices_user_id_id_idx" ON "notices"("user_id", "id");

-- CreateIndex
CREATE INDEX "notices_created_at_idx" ON "notices"("created_at");

-- CreateIndex
CREATE INDEX "usage_spikes_ends_at_idx" ON "usage_spikes"("ends_at");


-- What the bell counts, every few seconds for everybody who looks at a page.
CREATE INDEX "notices_unread_idx" ON "notices"("user_id", "id") WHERE "read_at" IS NULL;
-- Paths of our own alone: `//…` and `/\…` lead elsewhere.
ALTER TABLE "notices" ADD CONSTRAINT "notices_sound" CHECK ("href" ~ '^/([^/\\]|$)' AND "title" <> '');
ALTER TABLE "usage_spikes" ADD CONSTRAINT "usage_spikes_sound" CHECK ("credits_rose" OR "calls_rose");
