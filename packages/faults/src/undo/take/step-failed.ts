/** A step that was not taken, or whose effect could not be seen; the sentence says what is still there. */
export class StepFailed extends Error {
  override readonly name = "StepFailed";
}
