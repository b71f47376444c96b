import { answerOperation, listServicesOperation, toServiceList } from "@/lib/api";
import { listServices, listSwitchedOff } from "@/lib/services";

export const GET = answerOperation(listServicesOperation, async ({ ctx }) => {
  const off = await listSwitchedOff(ctx.db);
  return toServiceList(listServices().filter(({ slug }) => !off.includes(slug)));
});
