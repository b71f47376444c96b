import { Command } from "commander";
import { printJson } from "../print";

export function openApiCommand(): Command {
  return new Command("openapi").description("Prints the OpenAPI document of /api/v1.").action(async () => {
    const { openApiDocument } = await import("@/lib/api");
    printJson(openApiDocument());
  });
}
