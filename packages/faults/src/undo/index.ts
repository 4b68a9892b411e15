export { claim, claimPath, type Claim } from "./claim.ts";
export { expiryProgram, startExpiry } from "./expiry-process/start-expiry.ts";
export { ensureGuard, guardProgram, livingGuard } from "./guard/start-guard.ts";
export { halt, isHalted, liftHalt, readHalt, watchHalt, type Halt } from "./halt.ts";
export { appendHistory, readHistory, type HistoryEntry, type UndoCause, type UndoRole } from "./history.ts";
export { bootId, identityOf, isAlive, ownIdentity, stateOf, uptimeSeconds } from "./identity.ts";
export {
  listPending,
  readRecord,
  withdrawRecord,
  writeRecord,
  type DamagedRecord,
  type PendingRecords,
} from "./journal.ts";
export { listLeft, undoLeft, type LeftFault, type UndoReport } from "./left.ts";
export { parseStat, type ProcessStat } from "./process-stat.ts";
export { undoRecord, type UndoRecord } from "./record.ts";
export { recover } from "./recover.ts";
export { defaultStateFolder, openStateFolder, stateFolderAt, type StateFolder } from "./state-folder.ts";
export { undoStep, processIdentity, type ProcessIdentity, type UndoStep, type UndoStepKind } from "./step.ts";
export { undoClaimed } from "./undo-record.ts";
export { undoPersistently } from "./undo-persistently.ts";
export { controllerHeaders } from "./controller-headers.ts";
export { toxiproxyHeaders } from "./toxiproxy-headers.ts";
