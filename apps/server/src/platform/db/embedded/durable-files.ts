import { closeSync, fsyncSync, openSync } from "node:fs";

import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Options = Parameters<NodeFS["init"]>[1];
type PreRun = NonNullable<Options["preRun"]>;
type Module = Parameters<Extract<PreRun, readonly unknown[]>[number]>[0];

/** The parts of Emscripten's node file system that are touched here; its own types don't describe them. */
interface NodeStream {
  nfd?: number;
  node: unknown;
}

interface NodeFileSystem {
  realPath(node: unknown): string;
  stream_ops: { fsync?: (stream: NodeStream) => number };
}

/** Emscripten's number for EIO; any other kind of throw would tear the engine instead of failing the commit. */
const inputOutputError = 29;

/**
 * PGlite's folder on disk, with the fsync that PGlite leaves out: as delivered, its file system answers every fsync
 * with success and does nothing, so that a power cut loses what was committed.
 */
export class DurableFiles extends NodeFS {
  fileSyncs = 0;

  override async init(pg: PGlite, options: Options): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = emscriptenOpts.preRun ?? [];
    const steps = Array.isArray(preRun) ? preRun : [preRun];
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...steps, (module: Module) => this.#addFsync(module)] },
    };
  }

  #addFsync(module: Module): void {
    const files = nodeFileSystem(module);
    files.stream_ops.fsync = (stream) => {
      try {
        this.#sync(files, stream);
        return 0;
      } catch {
        throw new module.FS.ErrnoError(inputOutputError);
      }
    };
  }

  #sync(files: NodeFileSystem, stream: NodeStream): void {
    this.fileSyncs += 1;
    if (stream.nfd !== undefined) {
      fsyncSync(stream.nfd);
      return;
    }
    // A folder: PostgreSQL syncs it so that the names of new files survive.
    const folder = openSync(files.realPath(stream.node), "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }
}

function nodeFileSystem(module: object): NodeFileSystem {
  const found: unknown = Reflect.get(module, "NODEFS");
  if (!isNodeFileSystem(found))
    throw new Error("This version of PGlite has no node file system to make durable");
  return found;
}

function isNodeFileSystem(value: unknown): value is NodeFileSystem {
  return typeof value === "object" && value !== null && "stream_ops" in value && "realPath" in value;
}
