import { z } from "zod";
import { errorBody, errorCatalogue, type ErrorCode } from "./errors.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 document of everything that can be said to Morrow, made from the routes themselves. */
export function openApi(version: string): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: "output",
    unrepresentable: "any",
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Morrow",
      version,
      summary: "Organisational learning from failure",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }, { session: [] }],
    paths: paths(),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, schema]) => [id, withoutDialect(schema)]),
      ),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "An API token (People → Tokens) or the secret of a session.",
        },
        session: { type: "apiKey", in: "cookie", name: "morrow_session" },
      },
    },
  };
}

function paths(): Json {
  const byPath: Record<string, Json> = {};
  for (const [tag, group] of Object.entries(routes)) {
    for (const route of Object.values<Route>(group))
      (byPath[route.path] ??= {})[route.method] = operation(tag, route);
  }
  return byPath;
}

function operation(tag: string, route: Route): Json {
  const access =
    route.access === "public" || route.access === "signed-in" ? route.access : `permission ${route.access}`;
  return {
    operationId: route.id,
    tags: [tag],
    summary: route.summary,
    description: `Access: ${access}.`,
    ...(route.access === "public" ? { security: [] } : {}),
    parameters: [
      ...parameters(route.params, "path"),
      ...parameters(route.query, "query"),
      ...keyHeader(route),
    ],
    ...requestBody(route),
    responses: { [route.status]: answer(route), ...errors(route) },
  };
}

function parameters(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = inline(schema, "input");
  return Object.entries(Object(properties)).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (Array.isArray(required) && required.includes(name)),
    schema: property,
  }));
}

function keyHeader(route: Route): Json[] {
  if (route.method !== "post") return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "Sent again with the same request, it is carried out once.",
      schema: { type: "string", maxLength: 200 },
    },
  ];
}

function requestBody(route: Route): Json {
  if (route.consumes !== undefined) {
    const content = Object.fromEntries(
      route.consumes.map((type) => [type, { schema: { type: "string", format: "binary" } }]),
    );
    return { requestBody: { required: true, content } };
  }
  if (route.body === undefined) return {};
  return {
    requestBody: { required: true, content: { "application/json": { schema: inline(route.body, "input") } } },
  };
}

function answer(route: Route): Json {
  if (route.produces !== undefined) {
    return {
      description: route.summary,
      content: Object.fromEntries(route.produces.map((type) => [type, { schema: { type: "string" } }])),
    };
  }
  if (route.answer === undefined) return { description: "Done; there is nothing to say." };
  return {
    description: route.summary,
    content: { "application/json": { schema: inline(route.answer, "output") } },
  };
}

/** Errors that any route may answer with, by what it takes and who may call it. */
function codesOf(route: Route): ErrorCode[] {
  const common: ErrorCode[] = ["input.invalid", "server.failed", "server.unavailable"];
  if (route.access !== "public") common.push("session.required", "permission.denied");
  if (route.body !== undefined)
    common.push("input.malformed_json", "input.unsupported_type", "input.too_large");
  if (route.method !== "get") common.push("session.cross_site");
  if (route.method === "post") common.push("conflict.idempotency_key");
  return [...new Set([...common, ...(route.errors ?? [])])];
}

function errors(route: Route): Json {
  const byStatus = Map.groupBy(codesOf(route), (code) => errorCatalogue[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${errorCatalogue[code].message}`).join("\n\n"),
        content: { "application/json": { schema: inline(errorBody, "output") } },
      },
    ]),
  );
}

/** A schema with references into the components where a named one is used. */
function inline(schema: z.ZodType, io: "input" | "output"): Json {
  const named = z.globalRegistry.get(schema)?.id;
  if (named !== undefined && io === "output") return { $ref: `#/components/schemas/${named}` };
  const made = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return pointToComponents(withoutDialect(made));
}

function withoutDialect(schema: object): Json {
  const { $schema: _dialect, $id: _id, ...rest } = { ...schema } as Json;
  return rest;
}

/** Named schemas come as local `$defs`; in the document they live among the components. */
function pointToComponents(schema: Json): Json {
  const { $defs: _defs, ...rest } = schema;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
