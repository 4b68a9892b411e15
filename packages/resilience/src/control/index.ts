export { faultsFromMorrow, type FaultFeed, type MorrowSettings } from "./stream.ts";
