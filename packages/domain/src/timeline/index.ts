export * from "./vocabulary.ts";
export * from "./labels.ts";
export * from "./order.ts";
export * from "./current.ts";
export * from "./to-instant.ts";
export { isZone } from "../calendar/zone.ts";
export { readWhen } from "./read-when.ts";
export type { ReadTime, WhenContext, WhenReading } from "./when.ts";
export * from "./split-composer.ts";
