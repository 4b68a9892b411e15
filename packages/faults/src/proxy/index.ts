export { ApiError } from "./api/errors.ts";
export { AddressError } from "./proxies/address.ts";
export type { Protocol } from "./proxies/protocol.ts";
export type { Log } from "./proxies/proxy.ts";
export {
  startProxy,
  type ActiveToxic,
  type RunningProxy,
  type StartProxySettings,
  type ToxicAttributes,
  type ToxicRequest,
} from "./start-proxy.ts";
export { startProxyServer, type ProxyServer, type ProxyServerSettings } from "./start-proxy-server.ts";
