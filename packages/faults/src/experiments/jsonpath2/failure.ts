/** A path that jsonpath2 refuses to read, or to follow. */
export class PathFailed extends Error {
  override readonly name = "PathFailed";
}
