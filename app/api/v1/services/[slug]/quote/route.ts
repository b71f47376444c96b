import { answerOperation, quoteServiceOperation, readServiceCall, toQuote } from "@/lib/api";
import { quoteService } from "@/lib/services";

export const POST = answerOperation(quoteServiceOperation, async ({ ctx, caller, request, params }) => {
  const { input } = await readServiceCall(request, params.slug);
  return toQuote(await quoteService(ctx, { slug: params.slug, userId: caller.userId, input }));
});
