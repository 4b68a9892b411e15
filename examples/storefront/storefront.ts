import { Board } from "./backstage/board.ts";
import { shopCalls } from "./calls/shop-calls.ts";
import { shopPage } from "./page/shop-page.ts";
import { serveOn } from "./services/serve.ts";
import { startService, type Service } from "./services/start.ts";
import { usualTimes, type Times } from "./times.ts";

export interface Storefront {
  readonly url: string;
  readonly services: readonly Service[];
  close(): Promise<void>;
}

/** Starts the services, each in a process of its own, and the page in front of them in this one. Port 0 is a free one. */
export async function startStorefront({
  port = 0,
  times = usualTimes,
}: { readonly port?: number; readonly times?: Times } = {}): Promise<Storefront> {
  const [recommendations, a, b, pricing] = await Promise.all([
    startService("recommendations"),
    startService("reviews", "reviews, node a"),
    startService("reviews", "reviews, node b"),
    startService("pricing"),
  ]);
  const services = [recommendations, a, b, pricing];
  const board = new Board();
  const calls = shopCalls(
    {
      recommendations: recommendations.url,
      reviews: [
        { name: "a", url: a.url },
        { name: "b", url: b.url },
      ],
      pricing: pricing.url,
    },
    times,
  );
  const page = await serveOn(port, shopPage(calls, board, times)).catch(async (error: unknown) => {
    await Promise.all(services.map((service) => service.stop()));
    throw error;
  });
  return {
    url: `http://127.0.0.1:${page.port}`,
    services,
    async close() {
      board.close();
      await new Promise<void>((resolve) => {
        page.server.close(() => resolve());
        // Browsers that watch the board would hold it open.
        page.server.closeAllConnections();
      });
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}
