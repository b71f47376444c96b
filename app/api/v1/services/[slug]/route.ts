import { answerOperation, getServiceOperation, toService } from "@/lib/api";
import { getServicePage } from "@/lib/services";

export const GET = answerOperation(getServiceOperation, ({ params }) =>
  Promise.resolve(toService(getServicePage(params.slug))),
);
