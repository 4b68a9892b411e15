export { undoRecord, type UndoRecord } from "./record.ts";
export { undoStep, processIdentity, type ProcessIdentity, type UndoStep, type UndoStepKind } from "./step.ts";
