/** What /proc/PID/stat says of a process (proc(5)). */
export interface ProcessStat {
  /** First 15 characters of the program's name. */
  readonly name: string;
  /** R running, S sleeping, D waiting for a disk, T stopped, Z ended but not collected … */
  readonly state: string;
  readonly parent: number;
  /** Threads of the kernel have no program of their own. */
  readonly kernelThread: boolean;
  /** Clock ticks between boot and the start of the process. */
  readonly startTicks: number;
}

/** PF_KTHREAD in include/linux/sched.h. */
const kernelThreadFlag = 0x0020_0000;

/** The name stands in parentheses and may itself hold blanks and parentheses, so fields are counted from the last one. */
export function parseStat(text: string): ProcessStat {
  const open = text.indexOf("(");
  const close = text.lastIndexOf(")");
  const fields = text.slice(close + 2).split(" ");
  return {
    name: text.slice(open + 1, close),
    state: fields[0] ?? "",
    parent: Number(fields[1]),
    kernelThread: (Number(fields[6]) & kernelThreadFlag) !== 0,
    startTicks: Number(fields[19]),
  };
}
