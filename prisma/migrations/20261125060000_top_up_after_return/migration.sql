-- AlterEnum
ALTER TYPE "top_up_stop" ADD VALUE 'payment_returned';
