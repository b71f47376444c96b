import { z } from "zod";
import { sellerSchema } from "./schema";

/** Who sells, for documents. Nothing of it is required, so it is known with or without the rest of the environment. */
export function findSeller() {
  const set = Object.entries(process.env).filter(([, value]) => value !== "");
  const { SELLER_NAME, SELLER_ADDRESS, SELLER_TAX_ID } = z
    .object(sellerSchema)
    .parse(Object.fromEntries(set));
  return { name: SELLER_NAME, address: SELLER_ADDRESS, taxId: SELLER_TAX_ID };
}
