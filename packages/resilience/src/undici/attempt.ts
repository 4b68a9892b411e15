import type { IncomingHttpHeaders } from "node:http";

import type { Dispatcher } from "undici";

import { errorOf, type FrontController } from "./front-controller.ts";

type Controller = Dispatcher.DispatchController;
type Receiver = (handler: Dispatcher.DispatchHandler) => void;

const nobody: Dispatcher.DispatchHandler = {};

/**
 * One attempt at a request. It stops reading when status and headers are there: then either it is the answer, and everything goes
 * on to the caller, or it is discarded.
 */
export class Attempt implements Dispatcher.DispatchHandler {
  readonly #front: FrontController;
  readonly #announce: Dispatcher.DispatchHandler;
  readonly #settled: (error?: Error) => void;
  #controller: Controller | undefined;
  #reason: Error | undefined;
  #caller: Dispatcher.DispatchHandler | undefined;
  #ended: (() => void) | undefined;
  /** What came although reading was stopped, as the end of a response whose connection closed. */
  #early: Receiver[] = [];
  status = 0;
  headers: IncomingHttpHeaders = {};
  #message: string | undefined;

  /**
   * `front` is the controller that the caller has, `caller` who hears what only announces the response (1xx). `settled` is called
   * without an error when the headers are there.
   */
  constructor(front: FrontController, caller: Dispatcher.DispatchHandler, settled: (error?: Error) => void) {
    this.#front = front;
    this.#announce = caller;
    this.#settled = settled;
  }

  /**
   * It is the answer: the caller gets what came, and what is still to come. `ended` is called when nothing more comes. A caller
   * that throws gives it up, as it does with undici alone.
   */
  forward(caller: Dispatcher.DispatchHandler, ended: () => void): void {
    this.#caller = caller;
    this.#ended = ended;
    try {
      this.#front.follow(this.#controller, () => {
        caller.onResponseStart?.(this.#front, this.status, this.headers, this.#message);
        for (const receive of this.#early.splice(0)) receive(caller);
      });
    } catch (error) {
      this.#caller = nobody;
      ended();
      this.abort(errorOf(error));
      throw error;
    }
  }

  abort(reason: Error): void {
    this.#reason ??= reason;
    if (this.#controller?.aborted === false) this.#controller.abort(reason);
    this.#settled(reason);
  }

  /**
   * Nobody reads it. A short body is read to its end, so that the next attempt finds the connection open, for as long as undici's
   * `bodyTimeout` lets it; with another the connection is given up.
   */
  discard(isShort: boolean): void {
    if (!isShort) {
      this.abort(new Error("Nobody reads this answer."));
      return;
    }
    this.#caller = nobody;
    this.#early = [];
    this.#controller?.resume();
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#reason !== undefined) controller.abort(this.#reason);
  }

  onResponseStart(
    controller: Controller,
    status: number,
    headers: IncomingHttpHeaders,
    message?: string,
  ): void {
    if (status < 200) {
      this.#announce.onResponseStart?.(this.#front, status, headers, message);
      return;
    }
    controller.pause();
    this.status = status;
    this.headers = headers;
    this.#message = message;
    this.#settled();
  }

  onResponseData(_controller: Controller, chunk: Buffer): void {
    this.#tell((caller) => caller.onResponseData?.(this.#front, chunk));
  }

  onResponseEnd(_controller: Controller, trailers: IncomingHttpHeaders): void {
    this.#tell((caller) => {
      this.#ended?.();
      caller.onResponseEnd?.(this.#front, trailers);
    });
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.#settled(error);
    this.#tell((caller) => {
      this.#ended?.();
      caller.onResponseError?.(this.#front, error);
    });
  }

  #tell(receive: Receiver): void {
    if (this.#caller === undefined) this.#early.push(receive);
    else receive(this.#caller);
  }
}
