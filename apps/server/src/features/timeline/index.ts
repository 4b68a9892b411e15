export { presentTimelineEvents } from "./present.ts";
export { mountTimeline } from "./routes.ts";
