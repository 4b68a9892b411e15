/** An answer that is no success, worded as Toxiproxy words it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

export function badRequestBody(because: string, cause?: unknown): ApiError {
  return new ApiError(`bad request body: ${because}`, 400, { cause });
}

export function missingField(field: string): ApiError {
  return new ApiError(`missing required field: ${field}`, 400);
}

export const proxyNotFound = () => new ApiError("proxy not found", 404);
export const proxyAlreadyExists = () => new ApiError("proxy already exists", 409);
export const invalidStream = () =>
  new ApiError("stream was invalid, can be either upstream or downstream", 400);
export const invalidToxicType = () => new ApiError("invalid toxic type", 400);
export const toxicAlreadyExists = () => new ApiError("toxic already exists", 409);
export const toxicNotFound = () => new ApiError("toxic not found", 404);

/** Additions of ours. */
export const invalidProtocol = () => new ApiError("protocol was invalid, can be tcp, http or dns", 400);
export const toxicOfOtherProtocol = (type: string, protocol: string) =>
  new ApiError(`toxic type ${type} does not fit a proxy with protocol ${protocol}`, 400);
export const tokenNeeded = () => new ApiError("missing or wrong API token", 401);
