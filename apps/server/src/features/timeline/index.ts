export { presentTimelineEvent, presentTimelineEvents } from "./present.ts";
export { mountTimeline } from "./routes.ts";
