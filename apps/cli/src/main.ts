import { enableCompileCache } from "node:module";

enableCompileCache();
const { runMorrow } = await import("./morrow.ts");
process.exitCode = await runMorrow(process.argv.slice(2));
