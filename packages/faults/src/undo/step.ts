import { z } from "zod";

/**
 * How to undo, as data. A step is written to disk before its fault is applied, so any process of any later time can take it: the runner,
 * the guard, or `morrow undo`. Every step is idempotent, says exactly what it touches, and touches nothing else.
 */
export const processIdentity = z.strictObject({
  pid: z.int().positive(),
  /** Clock ticks between boot and the start of the process: field 22 of /proc/PID/stat. A number that is given again has another one. */
  startTicks: z.int().nonnegative(),
  /** /proc/sys/kernel/random/boot_id of the boot that the process belongs to. */
  bootId: z.string(),
});

export const undoStep = z.discriminatedUnion("kind", [
  /** Lets a stopped process go on: SIGCONT. */
  z.strictObject({ kind: z.literal("resume-process"), process: processIdentity }),
  /** Ends a process of our own that makes the fault (a load, a holder of memory or space): SIGKILL. */
  z.strictObject({ kind: z.literal("end-process"), process: processIdentity }),
  /** Gives a process its soft limit of open files back (prlimit). */
  z.strictObject({
    kind: z.literal("restore-file-limit"),
    process: processIdentity,
    soft: z.int().nonnegative(),
  }),
  /** Deletes the private nftables table of one experiment, where `namespace` is a path such as /run/netns/a, or null for our own. */
  z.strictObject({
    kind: z.literal("delete-nftables-table"),
    family: z.enum(["inet", "netdev"]),
    table: z.string().regex(/^morrow_[a-z0-9_]+$/),
    namespace: z.string().nullable(),
  }),
  /** Deletes the root queueing discipline that we put on a device, recognised by its handle. */
  z.strictObject({
    kind: z.literal("delete-qdisc"),
    device: z.string(),
    handle: z.string(),
    namespace: z.string().nullable(),
  }),
  /** Takes a toxic out of a Toxiproxy-compatible proxy. A proxy that is gone has no toxics. */
  z.strictObject({
    kind: z.literal("delete-toxic"),
    /** Origin of the proxy's API, for example http://127.0.0.1:8474. */
    api: z.url(),
    proxy: z.string(),
    toxic: z.string(),
  }),
  /** Removes a rule from a controller of fault points. A controller that is gone has no rules. */
  z.strictObject({
    kind: z.literal("remove-fault-rule"),
    /** Origin of the controller, for example http://127.0.0.1:5032. */
    controller: z.url(),
    rule: z.string(),
  }),
]);

export type ProcessIdentity = z.infer<typeof processIdentity>;
export type UndoStep = z.infer<typeof undoStep>;
export type UndoStepKind = UndoStep["kind"];
