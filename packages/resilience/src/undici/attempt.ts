import type { IncomingHttpHeaders } from "node:http";

import type { Dispatcher } from "undici";

import type { FrontController } from "./front-controller.ts";

type Controller = Dispatcher.DispatchController;
type Receiver = (handler: Dispatcher.DispatchHandler) => void;

/**
 * One attempt at a request. It stops reading when status and headers are there: then either it is the answer, and everything goes
 * on to the caller, or it is discarded.
 */
export class Attempt implements Dispatcher.DispatchHandler {
  readonly #settled: (error?: Error) => void;
  readonly #front: FrontController;
  #controller: Controller | undefined;
  #reason: Error | undefined;
  #caller: Dispatcher.DispatchHandler | undefined;
  #ended: (() => void) | undefined;
  /** What came although reading was stopped, as the end of a response whose connection closed. */
  #early: Receiver[] = [];
  status = 0;
  headers: IncomingHttpHeaders = {};
  #message: string | undefined;

  /** `settled` is called without an error when the headers are there. `front` is the controller that the caller has. */
  constructor(front: FrontController, settled: (error?: Error) => void) {
    this.#front = front;
    this.#settled = settled;
  }

  /** It is the answer: the caller gets what came, and what is still to come. `ended` is called when nothing more comes. */
  forward(caller: Dispatcher.DispatchHandler, ended: () => void): void {
    this.#caller = caller;
    this.#ended = ended;
    this.#front.follow(this.#controller, () => {
      caller.onResponseStart?.(this.#front, this.status, this.headers, this.#message);
      for (const receive of this.#early.splice(0)) receive(caller);
    });
  }

  abort(reason: Error): void {
    this.#reason ??= reason;
    if (this.#controller?.aborted === false) this.#controller.abort(reason);
    this.#settled(reason);
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
    // 1xx only announce the response.
    if (status < 200) return;
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
