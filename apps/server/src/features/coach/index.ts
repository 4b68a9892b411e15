export { Coaching } from "./coaching.ts";
export { mountCoach } from "./routes.ts";
