/** Something about the command line or the files it names; nothing was asked of Morrow. */
export class Usage extends Error {
  override readonly name = "Usage";
}
