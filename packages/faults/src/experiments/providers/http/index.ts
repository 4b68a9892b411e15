import { readFileSync } from "node:fs";

import type { HttpProvider } from "../../document/experiment.ts";
import { ActivityFailed } from "../../failures.ts";
import { isList, isNumber, isTruthy, pythonText, toNumber, type Value } from "../../values/index.ts";
import type { ProviderContext } from "../provider.ts";
import { substituteFor } from "../provider.ts";
import { contentOf } from "./content.ts";
import {
  exchange,
  type ExchangeFailure,
  ExchangeFailed,
  type ExchangeOptions,
  type RawAnswer,
} from "./exchange.ts";
import { follow } from "./follow.ts";
import { type PreparedRequest, prepareRequest, UnusableRequest } from "./prepare.ts";

/** Methods that may be sent again after the connection broke (urllib3's Retry). */
const repeatable = ["DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"];

/**
 * Calls a URL: {status, headers, body} of whatever answer came, errors of the server included (chaoslib.provider.http).
 * @throws ActivityFailed without a connection, or when it took too long; UnusableRequest where the original ends the run
 */
export async function runHttp(provider: HttpProvider, context: ProviderContext): Promise<Value> {
  const substitute = (value: Value): Value => substituteFor(value, context);
  const url = pythonText(substitute(provider.url));
  const options = exchangeOptions(provider, substitute(provider.timeout), context);
  const request = prepareRequest({
    method: provider.method,
    url,
    headers: substitute(provider.headers),
    arguments: argumentsOf(provider, context),
  });
  try {
    const answer = await follow(request, (one) => exchangeRepeating(one, provider.maxRetries, options));
    return { status: answer.status, headers: answer.headers, body: await contentOf(answer) };
  } catch (error) {
    if (error instanceof ExchangeFailed) throw explain(error.failure, url, request, provider, error);
    throw error;
  }
}

function argumentsOf(provider: HttpProvider, context: ProviderContext): Value | undefined {
  const given = provider.arguments;
  return given === undefined || !context.hasVariables ? given : substituteFor(given, context);
}

function exchangeOptions(provider: HttpProvider, timeout: Value, context: ProviderContext): ExchangeOptions {
  const [connect, read] = isList(timeout) ? timeout : [timeout, timeout];
  if (isList(timeout) && timeout.length !== 2)
    throw new UnusableRequest("The timeout must be a number of seconds, or [connect, read].");
  const bundle = context.environment["REQUESTS_CA_BUNDLE"] ?? context.environment["CURL_CA_BUNDLE"];
  return {
    connectTimeout: milliseconds(connect ?? null),
    readTimeout: milliseconds(read ?? null),
    verifyTls: provider.verifyTls,
    authorities: provider.verifyTls && isTruthy(bundle) ? readFileSync(bundle ?? "", "utf8") : null,
    environment: context.environment,
    signal: context.signal,
  };
}

function milliseconds(value: Value): number | null {
  if (value === null) return null;
  if (!isNumber(value) || typeof value === "boolean" || !(toNumber(value) > 0))
    throw new UnusableRequest(`The timeout ${pythonText(value)} is not a number of seconds above 0.`);
  return toNumber(value) * 1000;
}

async function exchangeRepeating(
  request: PreparedRequest,
  retries: number,
  options: ExchangeOptions,
): Promise<RawAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await exchange(request, options);
    } catch (error) {
      if (!(error instanceof ExchangeFailed) || attempt >= retries) throw error;
      if (isRead(error.failure) && !repeatable.includes(request.method)) throw error;
      if (error.failure.kind === "incomplete" || error.failure.kind === "body-timeout") throw error;
    }
  }
}

function isRead(failure: ExchangeFailure): boolean {
  return failure.kind === "read-timeout" || failure.kind === "closed";
}

/** The words of the requests library, which people know from their journals. */
function explain(
  failure: ExchangeFailure,
  url: string,
  request: PreparedRequest,
  provider: HttpProvider,
  cause: Error,
): Error {
  const { hostname, port, protocol, pathname, search } = request.url;
  const secure = protocol === "https:";
  const end = `host='${hostname}', port=${port === "" ? (secure ? 443 : 80) : port}`;
  const [pool, connection] = secure
    ? ["HTTPSConnectionPool", "HTTPSConnection"]
    : ["HTTPConnectionPool", "HTTPConnection"];
  const failed = (text: string): ActivityFailed =>
    new ActivityFailed(`failed to connect to ${url}: ${text}`, { cause });
  const exceeded = (reason: string): ActivityFailed =>
    failed(`${pool}(${end}): Max retries exceeded with url: ${pathname}${search} (Caused by ${reason})`);
  switch (failure.kind) {
    case "resolve":
      return exceeded(
        `NameResolutionError("${connection}(${end}): Failed to resolve '${hostname}' (${failure.detail})")`,
      );
    case "connect":
      return exceeded(
        `NewConnectionError("${connection}(${end}): Failed to establish a new connection: ${failure.detail}")`,
      );
    case "connect-timeout":
      return exceeded(
        `ConnectTimeoutError(<${connection}(${end})>, 'Connection to ${hostname} timed out. (connect timeout=${failure.seconds})')`,
      );
    case "tls":
      return exceeded(`SSLError(${failure.detail})`);
    case "closed":
      return failed(`('Connection aborted.', ${failure.detail})`);
    case "read-timeout":
      return provider.maxRetries > 0 && repeatable.includes(request.method)
        ? exceeded(`ReadTimeoutError("${pool}(${end}): Read timed out. (read timeout=${failure.seconds})")`)
        : new ActivityFailed("activity took too long to complete", { cause });
    case "body-timeout":
      return failed(`${pool}(${end}): Read timed out.`);
    case "incomplete":
      return new UnusableRequest("The answer ended before its announced end.", { cause });
  }
}
