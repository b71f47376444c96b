import { answerOperation, runServiceCall, runServiceOperation, toRun } from "@/lib/api";

export const POST = answerOperation(runServiceOperation, async (call) => {
  const { run, replayed } = await runServiceCall(call);
  return Response.json(toRun(run), {
    status: 201,
    headers: {
      location: `/api/v1/runs/${run.id}`,
      ...(replayed ? { "idempotency-replayed": "true" } : {}),
    },
  });
});
