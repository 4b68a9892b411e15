/** The reviews service. The shop runs two nodes of it, each with all reviews. */
import { Hono } from "hono";

import { serveService } from "./serve.ts";

const written: Record<string, readonly { stars: number; text: string; by: string }[]> = {
  "moon-jar": [
    { stars: 5, text: "I did find the seam. It is my favourite part.", by: "Marta, Gdańsk" },
    { stars: 5, text: "Even empty it fills the room.", by: "Ifeanyi, Cork" },
    { stars: 4, text: "Smaller than I had imagined, lovelier too.", by: "Jo, Leeds" },
  ],
  "reed-vase": [
    { stars: 5, text: "Held a whole cherry branch without a wobble.", by: "Aiko, Lyon" },
    { stars: 4, text: "The blue in the neck is real.", by: "Sam, Bath" },
  ],
  "morning-mug": [
    { stars: 5, text: "My hands have stopped accepting other mugs.", by: "Priya, Dublin" },
    { stars: 5, text: "Survived two moves and a toddler.", by: "Noor, Gent" },
    { stars: 4, text: "I wish it held a little more.", by: "Lars, Malmö" },
  ],
  "supper-bowl": [
    { stars: 5, text: "Bought two, went back for six.", by: "Chidi, Galway" },
    { stars: 5, text: "Soup looks like a painting in it.", by: "Eva, Graz" },
  ],
  "tea-bowl": [{ stars: 5, text: "Matcha glows. That is the word.", by: "Tomas, Brno" }],
  "pouring-jug": [{ stars: 5, text: "True: it does not drip.", by: "Wren, Hastings" }],
  "bud-vase": [{ stars: 4, text: "It is tiny. It is perfect.", by: "Léa, Nantes" }],
};

const app = new Hono();

app.get("/reviews/:product", (context) => context.json(written[context.req.param("product")] ?? []));

await serveService(app);
