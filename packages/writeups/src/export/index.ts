export { writeMarkdown, type RetrospectiveText } from "./writeMarkdown.ts";
