/** Somebody with one of their payments. */
export interface Sample {
  id: string;
  email: string;
  name: string;
  customer: string;
  payment: string;
  intent: string;
  charge: string;
  amount: string;
}
