import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface SdkProgram {
  root: string;
  resourceFiles: string[];
  program: ts.Program;
  checker: ts.TypeChecker;
}

/** v2 endpoints speak JSON and another error format; none of them is in the scope of the local Stripe. */
const SKIPPED_FOLDER = "V2";

function declarationFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === SKIPPED_FOLDER ? [] : declarationFiles(file);
    return entry.name.endsWith(".d.ts") ? [file] : [];
  });
}

/** Opens the type declarations of an installed `stripe` package. */
export function openSdkProgram(packageFolder: string): SdkProgram {
  const root = path.join(packageFolder, "esm");
  const resourceFiles = declarationFiles(path.join(root, "resources"));
  const program = ts.createProgram([...resourceFiles, path.join(root, "shared.d.ts")], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  return { root, resourceFiles, program, checker: program.getTypeChecker() };
}

/** The compiled twin of a declaration file: it alone holds verb and path of each method. */
export function openImplementation(declarationFile: string): ts.SourceFile | null {
  const file = declarationFile.replace(/\.d\.ts$/, ".js");
  if (!existsSync(file)) return null;
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

export function readApiVersion(root: string): string {
  const source = readFileSync(path.join(root, "apiVersion.d.ts"), "utf8");
  const version = /ApiVersion = ["']([^"']+)/.exec(source)?.[1];
  if (!version) throw new Error(`No API version in ${root}/apiVersion.d.ts`);
  return version;
}
