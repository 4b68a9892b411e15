export type { WriteupDeps } from "./deps.ts";
export { Reader } from "./reading/reader.ts";
export { mountWriteups } from "./routes.ts";
