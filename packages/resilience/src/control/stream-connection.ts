import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";

import { createParser } from "eventsource-parser";

/** Characters of one event. A controller's own limit is half of it; whatever sends more is no controller. */
const longestEvent = 1024 * 1024;

/** One connection to a stream of server-sent events. */
export interface Connection {
  /** Ends it; `onEnd` is not called for that. */
  end(): void;
}

export interface ConnectionSettings {
  readonly url: URL;
  readonly token: string | undefined;
  /** The data of every event with the name `rules`. */
  readonly onRules: (data: string) => void;
  /** It broke, ended, or was none. Called once. */
  readonly onEnd: () => void;
}

/**
 * Connects. `fetch` would keep the process alive as long as the stream is open, so this is Node's own client, with a socket
 * that does not. Reads no more than an event's worth ahead, and hangs up on an event that is longer.
 */
export function connect({ url, token, onRules, onEnd }: ConnectionSettings): Connection {
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    agent: false,
    headers: {
      Accept: "text/event-stream",
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
  });
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    request.destroy();
  };
  const broke = () => {
    if (ended) return;
    end();
    onEnd();
  };
  request.on("socket", (socket) => socket.unref());
  request.on("response", (response) => read(response, onRules, broke));
  // Errors after the end are of no interest, but without a listener they would end the process.
  request.on("error", broke);
  request.on("close", broke);
  request.end();
  return { end };
}

function read(response: IncomingMessage, onRules: (data: string) => void, broke: () => void): void {
  response.on("error", broke);
  response.on("close", broke);
  const isStream = response.headers["content-type"]?.startsWith("text/event-stream") === true;
  if (response.statusCode !== 200 || !isStream) {
    broke();
    return;
  }
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ event, data }) => {
      if (event === "rules") onRules(data);
    },
    onError: ({ type }) => {
      if (type === "max-buffer-size-exceeded") broke();
    },
  });
  response.setEncoding("utf8");
  response.on("data", (text: string) => {
    try {
      parser.feed(text);
    } catch {
      // The parser takes nothing more after an event that was too long.
      broke();
    }
  });
}
