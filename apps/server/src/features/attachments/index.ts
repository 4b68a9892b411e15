export { mountAttachments } from "./routes.ts";
export type { AttachmentDeps } from "./service.ts";
