import { answerOperation, listServicesOperation, toServiceList } from "@/lib/api";
import { listServices } from "@/lib/services";

export const GET = answerOperation(listServicesOperation, () =>
  Promise.resolve(toServiceList(listServices())),
);
