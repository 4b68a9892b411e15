/** One request to the API; `{free}` is a port that is free, the same for both servers in turn. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly agent?: string;
}

const get = (path: string): Call => ({ method: "GET", path });
const post = (path: string, body = ""): Call => ({ method: "POST", path, body });
const patch = (path: string, body: string): Call => ({ method: "PATCH", path, body });
const remove = (path: string): Call => ({ method: "DELETE", path });

/** JSON that Go does not read. */
const broken = [
  "", " ", "{", '{"name"', '{"name":', '{"name":"x', '{"name":"x"', "x", "tru", "nul", "[", "[1", "-", "1.", "1e", "01", "'a'",
  "{'a'}", '{"a":1,}', '{"a":tru}', '{"a":01}', '{"a":1.}', '{"a":-}', '{"a":1e}', '{"a":1e+x}', '{"a":"\\q"}', '{"a":"\\u12x4"}',
  '{"a":"\n"}', '{"a" 1}', '{"a":1 "b"}', "[1 2]", "[1,]", '{"é":é}', "\u0001", '{"a":"\u0001"}', "{]", "[}", '{"a":nulx}', '{,}',
];
/** JSON of the wrong kind. */
const wrongKinds = ["[]", '"s"', "5", "null", "true", "false", "1.5e3", "{}", '[{}]', "[null]", "[5]"];

const proxies = (): Call[] => [
  get("/proxies"),
  ...[...broken, ...wrongKinds].map((body) => post("/proxies", body)),
  ...[
    '{"name":5}', '{"name":null}', '{"name":""}', '{"name":"z"}', '{"name":"z","upstream":""}', '{"name":"z","upstream":{}}',
    '{"name":"z","upstream":[]}', '{"name":"z","listen":1.5,"upstream":"u"}', '{"name":"z","enabled":"yes","upstream":"u"}',
    '{"name":5,"upstream":5}', '{"name":"z","upstream":"u","listen":"foo"}', '{"name":"z","upstream":"u","listen":"127.0.0.1:99999"}',
    '{"name":"z","upstream":"u","listen":"127.0.0.1:-1"}', '{"name":"z","upstream":"u","listen":"127.0.0.1:nope"}',
    '{"name":"z","upstream":"u","listen":"::1:0"}', '{"name":"z","upstream":"u","listen":"[::1:0"}', '{"name":"z","upstream":"u","listen":"[::1]"}',
    '{"name":"z","upstream":"u","listen":"[::1]x:0"}', '{"name":"z","upstream":"u","listen":"1.2.3.4:0"}',
    '{"name":"a","listen":"127.0.0.1:0","upstream":"127.0.0.1:1"}', '{"name":"a","listen":"127.0.0.1:0","upstream":"127.0.0.1:1"}',
    '{"NAME":"b","Listen":"localhost:0","UPSTREAM":"127.0.0.1:1","Enabled":false,"unknown":[1,{"x":2}]}',
    '{"name":"trailing","listen":"127.0.0.1:0","upstream":"u"} and more', '{"name":"off","listen":"foo","upstream":"u","enabled":false}',
    '{"name":"six","listen":"[::1]:0","upstream":"u"}', '{"name":"all","listen":":0","upstream":"u"}',
    '{"name":"every","listen":"0.0.0.0:0","upstream":"u"}', '{"name":"nowhere","upstream":"u"}', '{"name":"no port","listen":"127.0.0.1:","upstream":"u"}',
    '{"name":"<&>","listen":"127.0.0.1:0","upstream":"u\\u2028"}', '{"name":"é😀\\ud800","listen":"127.0.0.1:0","upstream":"u"}',
    '{"name":"x","name":"last","listen":"127.0.0.1:0","upstream":"u","enabled":null,"toxics":null}',
  ].map((body) => post("/proxies", body)),
  get("/proxies"),
  get("/proxies/a"), get("/proxies/none"), get("/proxies/no%20port"), get("/proxies/%3C&%3E"),
  ...['', '[]', 'null', '{}', '{"listen":5}', '{"listen":"foo"}', '{"listen":"127.0.0.1:x"}', '{"listen":"127.0.0.1:99999"}', '{"listen":""}', '{"listen":":0"}',
    '{"enabled":false}', '{"enabled":false}', '{"upstream":"127.0.0.1:2"}', '{"enabled":true,"name":"other"}', '{"enabled":true}', '{"listen":"localhost:0"}',
    '{"upstream":"127.0.0.1:3"}', '{"upstream":""}', '{"listen":"1.2.3.4:0"}', '{"enabled":true}', '{"enabled":false}', '{"listen":"127.0.0.1:0","enabled":true}',
  ].flatMap((body) => [post("/proxies/a", body), patch("/proxies/a", body), get("/proxies/a")]),
  post("/proxies/none"), patch("/proxies/none", "{}"), remove("/proxies/none"),
  remove("/proxies/six"), remove("/proxies/all"), remove("/proxies/every"), remove("/proxies/nowhere"), remove("/proxies/no port"),
];

const toxics = (): Call[] => [
  post("/proxies", '{"name":"t","listen":"127.0.0.1:0","upstream":"127.0.0.1:1"}'),
  get("/proxies/t/toxics"),
  ...[...broken, ...wrongKinds].map((body) => post("/proxies/t/toxics", body)),
  ...[
    '{"type":5}', '{"type":"x"}', '{"type":"Latency"}', '{"type":"latency","stream":"side"}', '{"type":"latency","stream":""}', '{"type":"latency","stream":5}',
    '{"type":"latency","attributes":5}', '{"type":"latency","attributes":[1]}', '{"type":"latency","attributes":"s"}', '{"type":"latency","attributes":true}',
    '{"type":"latency","attributes":{"latency":"x"}}', '{"type":"latency","attributes":{"latency":1.5}}', '{"type":"latency","attributes":{"latency":1e3}}',
    '{"type":"latency","attributes":{"latency":99999999999999999999}}', '{"type":"latency","attributes":{"latency":true}}', '{"type":"latency","attributes":{"latency":{}}}',
    '{"type":"latency","toxicity":"1"}', '{"type":"latency","toxicity":1e39}', '{"type":"latency","name":5,"attributes":{"latency":"x"}}',
    '{"type":"bandwidth","attributes":{"rate":"x"}}', '{"type":"slow_close","attributes":{"delay":"x"}}', '{"type":"timeout","attributes":{"timeout":"x"}}',
    '{"type":"reset_peer","attributes":{"timeout":"x"}}', '{"type":"slicer","attributes":{"average_size":"x"}}', '{"type":"slicer","attributes":{"delay":0.5}}',
    '{"type":"limit_data","attributes":{"bytes":[]}}', '{"type":"noop","attributes":{"a":1}}',
    '{"type":"latency","attributes":{"LATENCY":100,"x":1}}', '{"type":"latency"}', '{"type":"bandwidth","name":"latency_downstream"}',
    '{"type":"latency","stream":"upstream"}', '{"type":"bandwidth","stream":"upstream","name":"latency_upstream"}', '{"type":"latency","STREAM":"UPSTREAM"}',
    '{"type":"latency","name":"nul","attributes":null,"toxicity":null}', '{"type":"bandwidth"}', '{"type":"slow_close"}', '{"type":"timeout"}', '{"type":"reset_peer"}',
    '{"type":"slicer"}', '{"type":"limit_data"}', '{"type":"latency","name":"t2","toxicity":2}', '{"type":"latency","name":"t3","toxicity":-0.1}',
    '{"type":"latency","name":"t4","toxicity":0.1}', '{"type":"latency","name":"t5","toxicity":1e-7}', '{"type":"latency","name":"t6","toxicity":1e21}',
    '{"type":"latency","name":"t7","toxicity":0.3333333333333}', '{"type":"latency","name":"a/b"}', '{"type":"latency","name":"<&>"}',
    '{"type":"latency","name":"neg","attributes":{"latency":-5,"jitter":-1}}',
  ].map((body) => post("/proxies/t/toxics", body)),
  get("/proxies/t/toxics"), get("/proxies/t"), get("/proxies/t/toxics/latency_downstream"), get("/proxies/t/toxics/none"), get("/proxies/none/toxics"),
  get("/proxies/none/toxics/x"), get("/proxies/t/toxics/a%2Fb"), get("/proxies/t/toxics/%3C&%3E"),
  ...["", "x", "[]", '"s"', "null", "{}", '{"toxicity":"x"}', '{"attributes":{"latency":"x"}}', '{"attributes":5}', '{"attributes":[]}', '{"attributes":null}',
    '{"toxicity":0.3}', '{"attributes":{"jitter":7},"name":"other","type":"bandwidth","stream":"upstream"}', '{"attributes":{"latency":9}}', '{"toxicity":0}',
  ].flatMap((body) => [post("/proxies/t/toxics/latency_downstream", body), patch("/proxies/t/toxics/latency_downstream", body)]),
  post("/proxies/t/toxics/none"), post("/proxies/none/toxics"), post("/proxies/none/toxics/none"), patch("/proxies/t/toxics/none", "{}"),
  remove("/proxies/t/toxics/none"), remove("/proxies/none/toxics/none"), remove("/proxies/t/toxics/timeout_downstream"), remove("/proxies/t/toxics/timeout_downstream"),
  post("/proxies/t", '{"enabled":false}'), get("/proxies/t/toxics"), remove("/proxies/t"),
];

const populate = (): Call[] => [
  ...[...broken, ...wrongKinds].map((body) => post("/populate", body)),
  ...[
    "[]", '[{"name":5}]', '[{"name":"x","enabled":5}]', '[{"name":"x","upstream":"u"},{"name":"y"}]', '[{"upstream":"u"}]', '[{"name":"x","upstream":5}]',
    '[{"name":"p1","upstream":"u","listen":"127.0.0.1:0"},{"name":"p2","upstream":"u","listen":"foo"},{"name":"p3","upstream":"u"}]',
    '[{"name":"q","upstream":"u","listen":"127.0.0.1:{free}"}]',
  ].map((body) => post("/populate", body)),
  post("/proxies/q/toxics", '{"type":"latency"}'),
  post("/populate", '[{"name":"q","upstream":"u","listen":"localhost:{free}","enabled":false}]'),
  post("/populate", '[{"name":"q","upstream":"other","listen":"127.0.0.1:{free}"},{"name":"r","upstream":"u","listen":"127.0.0.1:{free}"}]'),
  get("/proxies"),
  post("/populate", '[{"name":"q","upstream":"other","listen":"127.0.0.1:{free}","enabled":false},{"name":"s","upstream":"u","enabled":false}]'),
  post("/proxies", '{"name":"busy","upstream":"u","listen":"127.0.0.1:{free}"}'),
  get("/proxies"),
];

const rest = (): Call[] => [
  post("/proxies", '{"name":"w","listen":"127.0.0.1:0","upstream":"127.0.0.1:1"}'),
  post("/proxies/w/toxics", '{"type":"latency"}'), post("/proxies/w", '{"enabled":false}'),
  remove("/proxies/off"), remove("/proxies/s"), remove("/proxies/b"), remove("/proxies/a"),
  post("/reset"), get("/proxies/w"), get("/reset"), post("/version"), { method: "HEAD", path: "/proxies" }, { method: "PUT", path: "/proxies" },
  { method: "OPTIONS", path: "/proxies/w" }, { method: "PUT", path: "/proxies/w/toxics/latency_downstream", body: "{}" }, { method: "DELETE", path: "/proxies" },
  get("/"), get("/nothing"), get("/proxies/"), get("/proxies/w/"), get("/proxies/w/toxics/"), get("/proxies?x=1"), get("//proxies"), get("/x/../proxies"),
  { method: "GET", path: "/proxies", agent: "Mozilla/5.0 (X11)" }, { method: "GET", path: "/nothing", agent: "Mozilla/5.0" },
  { method: "POST", path: "/reset", agent: "Mozilla/" }, { method: "GET", path: "/version", agent: "mozilla/5.0" },
];

/** In this order: later ones build on earlier ones. */
export const calls: readonly Call[] = [...proxies(), ...toxics(), ...populate(), ...rest()];
