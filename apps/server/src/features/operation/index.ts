export { mountOperation } from "./routes.ts";
