import { createClient } from "@morrow/client";

import { newKey } from "../outbox/entry.ts";

/** The pages' one door to the server: same origin, the session cookie says who asks. */
export const client = createClient({ baseUrl: "", newKey });
