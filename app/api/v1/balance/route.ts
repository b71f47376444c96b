import { answerOperation, getBalanceOperation, toBalance } from "@/lib/api";
import { getBalance } from "@/lib/credits";

export const GET = answerOperation(getBalanceOperation, async ({ ctx, caller }) =>
  toBalance(await getBalance(ctx, caller.userId)),
);
