import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** What a client and a server saw of one connection, without what differs by chance: sizes of chunks. */
export interface Effect {
  readonly scenario: string;
  readonly client: string;
  readonly server: string;
  /** Milliseconds until the last thing that the client saw. */
  readonly lastAtMs: number;
}

interface Scenario {
  readonly name: string;
  readonly toxics: readonly object[];
  /** What the server does with a connection. */
  serve(socket: Socket): void;
  /** What the client does; resolves when there is no more to see. */
  use(client: Socket, api: Api): Promise<unknown>;
}

interface Api {
  change(method: string, toxic: string, body?: object): Promise<unknown>;
  update(body: object): Promise<unknown>;
  add(body: object): Promise<unknown>;
}

const echo = (socket: Socket) => void socket.pipe(socket);
const ends = (socket: Socket) =>
  new Promise<void>((resolve) => (socket.closed ? resolve() : socket.once("close", () => resolve())));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const says = (client: Socket, text: string | Buffer, pausing = 400) => {
  client.write(text);
  return pause(pausing);
};
const down = (type: string, attributes: object, more: object = {}) => ({ type, attributes, ...more });

const scenarios: readonly Scenario[] = [
  { name: "nothing", toxics: [], serve: echo, use: (client) => says(client, "hello") },
  {
    name: "latency 300",
    toxics: [down("latency", { latency: 300 })],
    serve: echo,
    use: (client) => says(client, "hello", 700),
  },
  {
    name: "latency both ways",
    toxics: [down("latency", { latency: 200 }), down("latency", { latency: 200 }, { stream: "upstream" })],
    serve: echo,
    use: (client) => says(client, "hello", 800),
  },
  {
    name: "latency twice",
    toxics: [down("latency", { latency: 200 }), down("latency", { latency: 200 }, { name: "second" })],
    serve: echo,
    use: (client) => says(client, "hello", 800),
  },
  {
    name: "latency of a toxicity of 0",
    toxics: [down("latency", { latency: 300 }, { toxicity: 0 })],
    serve: echo,
    use: (client) => says(client, "hello"),
  },
  {
    name: "latency taken out",
    toxics: [down("latency", { latency: 60_000 })],
    serve: echo,
    use: async (client, api) => {
      await says(client, "hello", 300);
      await api.change("DELETE", "latency_downstream");
      await pause(300);
    },
  },
  {
    name: "latency changed",
    toxics: [down("latency", { latency: 60_000 })],
    serve: echo,
    use: async (client, api) => {
      await says(client, "one", 200);
      await api.change("POST", "latency_downstream", { attributes: { latency: 200 } });
      await says(client, "two", 500);
    },
  },
  {
    name: "bandwidth 100",
    toxics: [down("bandwidth", { rate: 100 })],
    serve: echo,
    use: (client) => says(client, Buffer.alloc(30_000), 700),
  },
  {
    name: "bandwidth 1, small",
    toxics: [down("bandwidth", { rate: 1 })],
    serve: echo,
    use: (client) => says(client, Buffer.alloc(300), 700),
  },
  {
    name: "bandwidth 0",
    toxics: [down("bandwidth", { rate: 0 })],
    serve: echo,
    use: (client) => says(client, "hello"),
  },
  {
    name: "bandwidth 0 taken out",
    toxics: [down("bandwidth", { rate: 0 })],
    serve: echo,
    use: async (client, api) => {
      await says(client, "hello", 300);
      await api.change("DELETE", "bandwidth_downstream");
      await pause(200);
    },
  },
  {
    name: "bandwidth 0 raised",
    toxics: [down("bandwidth", { rate: 0 })],
    serve: echo,
    use: async (client, api) => {
      await says(client, "hello", 300);
      await api.change("POST", "bandwidth_downstream", { attributes: { rate: 100 } });
      await pause(200);
    },
  },
  {
    name: "slow_close 300",
    toxics: [down("slow_close", { delay: 300 })],
    serve: (socket) => void socket.end("bye"),
    use: (client) => ends(client),
  },
  {
    name: "slow_close taken out",
    toxics: [down("slow_close", { delay: 60_000 })],
    serve: (socket) => void socket.end("bye"),
    use: async (client, api) => {
      await pause(300);
      await api.change("DELETE", "slow_close_downstream");
      await ends(client);
    },
  },
  {
    name: "timeout 300",
    toxics: [down("timeout", { timeout: 300 })],
    serve: echo,
    use: (client) => ends(client),
  },
  {
    name: "timeout 300 and bytes",
    toxics: [down("timeout", { timeout: 300 }, { stream: "upstream" })],
    serve: echo,
    use: async (client) => {
      await says(client, "a", 200);
      await says(client, "b", 200);
      client.write("c");
      await ends(client);
    },
  },
  {
    name: "timeout 0",
    toxics: [down("timeout", { timeout: 0 })],
    serve: echo,
    use: (client) => says(client, "hello"),
  },
  {
    name: "timeout 0 taken out",
    toxics: [down("timeout", { timeout: 0 })],
    serve: echo,
    use: async (client, api) => {
      await says(client, "hello", 200);
      await api.change("DELETE", "timeout_downstream");
      await ends(client);
    },
  },
  {
    name: "timeout 0, server ends",
    toxics: [down("timeout", { timeout: 0 })],
    serve: (socket) => void socket.end("bye"),
    use: (client) => ends(client),
  },
  {
    name: "reset_peer 0",
    toxics: [down("reset_peer", { timeout: 0 })],
    serve: echo,
    use: (client) => {
      client.write("hello");
      return ends(client);
    },
  },
  {
    name: "reset_peer 300 upstream",
    toxics: [down("reset_peer", { timeout: 300 }, { stream: "upstream" })],
    serve: echo,
    use: (client) => {
      client.write("hello");
      return ends(client);
    },
  },
  {
    name: "reset_peer, silence",
    toxics: [down("reset_peer", { timeout: 0 })],
    serve: echo,
    use: () => pause(300),
  },
  {
    name: "reset_peer, server ends",
    toxics: [down("reset_peer", { timeout: 0 })],
    serve: (socket) => void socket.end(),
    use: (client) => ends(client),
  },
  {
    name: "slicer",
    toxics: [down("slicer", { average_size: 10, size_variation: 5, delay: 10_000 })],
    serve: echo,
    use: (client) => says(client, "0123456789".repeat(20), 700),
  },
  {
    name: "limit_data 10",
    toxics: [down("limit_data", { bytes: 10 })],
    serve: echo,
    use: (client) => {
      client.write("0123456789abc");
      return ends(client);
    },
  },
  {
    name: "limit_data exactly",
    toxics: [down("limit_data", { bytes: 5 }, { stream: "upstream" })],
    serve: echo,
    use: (client) => {
      client.write("01234");
      return ends(client);
    },
  },
  {
    name: "limit_data 0, silence",
    toxics: [down("limit_data", { bytes: 0 })],
    serve: echo,
    use: () => pause(300),
  },
  {
    name: "limit_data changed",
    toxics: [down("limit_data", { bytes: 8 })],
    serve: echo,
    use: async (client, api) => {
      await says(client, "01234", 200);
      await api.change("POST", "limit_data_downstream", { attributes: { bytes: 6 } });
      client.write("567");
      await ends(client);
    },
  },
  { name: "noop", toxics: [down("noop", {})], serve: echo, use: (client) => says(client, "hello") },
  {
    name: "added to a live connection",
    toxics: [],
    serve: echo,
    use: async (client, api) => {
      await says(client, "one", 200);
      await api.add(down("limit_data", { bytes: 2 }));
      client.write("two");
      await ends(client);
    },
  },
  {
    name: "disabled",
    toxics: [],
    serve: echo,
    use: async (client, api) => {
      await says(client, "one", 200);
      await api.update({ enabled: false });
      await ends(client);
    },
  },
  {
    name: "server ends",
    toxics: [],
    serve: (socket) => void socket.end("bye"),
    use: (client) => ends(client),
  },
  {
    name: "server destroys",
    toxics: [],
    serve: (socket) => void socket.destroy(),
    use: (client) => ends(client),
  },
];

/** A busy machine delays either of them; the effects themselves are 200 ms and more. */
const toleranceMs = 120;

export function sameEffect(theirs: Effect, ours: Effect | undefined): boolean {
  return (
    ours !== undefined &&
    theirs.client === ours.client &&
    theirs.server === ours.server &&
    Math.abs(theirs.lastAtMs - ours.lastAtMs) <= toleranceMs
  );
}

/** @param url origin of the API */
export async function watchEffects(url: string): Promise<Effect[]> {
  const effects: Effect[] = [];
  // One after the other: they take turns with the machine's time.
  for (const scenario of scenarios) effects.push(await watch(url, scenario));
  return effects;
}

async function watch(url: string, scenario: Scenario): Promise<Effect> {
  const served: string[] = [];
  const server = createServer((socket) => {
    note(socket, served);
    scenario.serve(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const api = apiOf(url);
  const made = await api.say("POST", "/proxies", {
    name: "effects",
    listen: "127.0.0.1:0",
    upstream: addressOf(server),
  });
  for (const toxic of scenario.toxics) await api.add(toxic);
  const port = Number(/"listen":"127.0.0.1:(\d+)"/.exec(made)?.[1]);
  const client = connect(port, "127.0.0.1");
  const seen: string[] = [];
  const started = performance.now();
  const lastAt = note(client, seen);
  await once(client, "connect");
  await scenario.use(client, api);
  const lastAtMs = Math.round(lastAt() - started);
  // What the server sees of the end comes a little later.
  await pause(30);
  const effect = { scenario: scenario.name, client: summary(seen), server: summary(served), lastAtMs };
  client.destroy();
  await api.say("DELETE", "/proxies/effects");
  server.close();
  return effect;
}

function apiOf(url: string) {
  const say = async (method: string, path: string, body?: object): Promise<string> => {
    const answer = await fetch(url + path, {
      method,
      headers: { "User-Agent": "peers" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.text();
  };
  return {
    say,
    change: (method: string, toxic: string, body?: object) =>
      say(method, `/proxies/effects/toxics/${toxic}`, body),
    update: (body: object) => say("POST", "/proxies/effects", body),
    add: (body: object) => say("POST", "/proxies/effects/toxics", body),
  };
}

/** Gives when the last thing was seen. */
function note(socket: Socket, events: string[]): () => number {
  let last = performance.now();
  const saw = (event: string) => {
    last = performance.now();
    events.push(event);
  };
  socket.on("data", (data) => saw(String(data.length)));
  socket.on("end", () => saw("end"));
  socket.on("error", (error: NodeJS.ErrnoException) => saw(error.code ?? error.message));
  return () => last;
}

/** "13 bytes, end" */
function summary(events: readonly string[]): string {
  const bytes = events.filter((event) => /^\d+$/.test(event)).reduce((sum, event) => sum + Number(event), 0);
  return [`${bytes} bytes`, ...events.filter((event) => !/^\d+$/.test(event))].join(", ");
}

function addressOf(server: Server): string {
  const address = server.address();
  return typeof address === "object" && address !== null ? `127.0.0.1:${address.port}` : "";
}
