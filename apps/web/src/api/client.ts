import { createClient } from "@morrow/client";

/** The pages' one door to the server: same origin, the session cookie says who asks. */
export const client = createClient({ baseUrl: "" });
