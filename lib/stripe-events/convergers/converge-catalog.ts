import { prepareCatalog } from "@/lib/catalog";
import type { Converger } from "../types";

export const convergeCatalog: Converger = async (ctx) => {
  const write = await prepareCatalog(ctx);
  return async (tx) => {
    await write(tx);
    return { status: "processed" };
  };
};
