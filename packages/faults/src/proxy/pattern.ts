/** Whether the whole text matches a pattern in which `*` stands for any characters; an empty pattern matches everything. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (pattern === "") return true;
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}
