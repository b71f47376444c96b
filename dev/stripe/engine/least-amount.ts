import { invalidRequest } from "../server/stripe-error";

export function checkAtLeast(least: number, value: number | undefined, param: string): void {
  if (value === undefined || value >= least) return;
  throw invalidRequest(`This value must be greater than or equal to ${least}.`, {
    code: "parameter_invalid_integer",
    param,
  });
}
