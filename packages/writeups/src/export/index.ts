export { writeMarkdown } from "./writeMarkdown.ts";
export type { CountermeasureText, RetrospectiveText, RowText } from "./retrospectiveText.ts";
