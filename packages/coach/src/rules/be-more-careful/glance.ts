/** In a list of things to do "check the logs" is done once; as a lesson it asks for it every time. */
const glance =
  /(?:(?:double[- ])?check|verify|read|inspect|look at|review|understand(?! how)|confirm)(?! (?:why|whether|if|out|that the fix|in\b|up\b))(?: (?:the|your|our|what|all|every|each|any|an?|its|their|twice|for))?(?: [\w-]+){1,2}/uy;

/** Where the words end by which a lesson asks to look at something, or undefined. */
export function endOfGlance(lower: string, index: number): number | undefined {
  glance.lastIndex = index;
  const match = glance.exec(lower);
  return match === null ? undefined : index + match[0].length;
}
