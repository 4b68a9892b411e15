export { rules, type RuleText } from "./catalogue.ts";
export { coach } from "./coach.ts";
export type { CoachContext, CoachOptions, Point, Remark, RemarkId, RuleId, Severity } from "./remark.ts";
export { remarkCoach, remarkCoach as default, retextCoach } from "./plugin.ts";
