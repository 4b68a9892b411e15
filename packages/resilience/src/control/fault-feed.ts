/// <reference lib="esnext.disposable" preserve="true" />
/** Rules that come from outside for as long as this is not closed. */
export interface FaultFeed extends Disposable {
  /** Takes its rules back and asks no more. */
  close(): void;
}
