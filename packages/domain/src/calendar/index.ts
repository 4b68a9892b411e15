export * from "./civil-date.ts";
export * from "./zone.ts";
