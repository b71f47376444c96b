-- AlterTable
ALTER TABLE "billing_customers" ADD COLUMN "removal_key" UUID;
