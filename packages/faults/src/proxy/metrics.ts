import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";

import type { ProxyCollection } from "./proxies/proxy-collection.ts";

export interface Metrics {
  print(): Promise<{ headers: Record<string, string>; body: string }>;
}

const directions = ["upstream", "downstream"] as const;

/**
 * Prometheus metrics: Toxiproxy's two with their names and labels, counted while connections live rather than when they end, and ours.
 * Figures of a deleted proxy go with it.
 */
export function createMetrics(proxies: ProxyCollection): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const byteLabels = ["direction", "proxy", "listener", "upstream"] as const;
  const received = counter("toxiproxy_proxy_received_bytes_total", "Bytes read, by direction", byteLabels);
  const sent = counter("toxiproxy_proxy_sent_bytes_total", "Bytes written, by direction", byteLabels);
  const accepted = counter("morrow_proxy_connections_total", "Connections accepted (DNS: queries)", [
    "proxy",
  ]);
  const failures = counter("morrow_proxy_upstream_failures_total", "Upstream not reached", ["proxy"]);
  const open = gauge("morrow_proxy_connections", "Connections that are open", ["proxy"]);
  const affected = gauge(
    "morrow_proxy_toxic_affected",
    "Connections, requests or queries that a toxic applied to",
    ["proxy", "toxic", "type"],
  );

  function counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [registry] });
  }
  function gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [registry] });
  }

  function collect(): void {
    for (const metric of [received, sent, accepted, failures, open, affected]) metric.reset();
    for (const proxy of proxies.all()) {
      const { traffic } = proxy;
      const labels = { proxy: proxy.name };
      for (const direction of directions) {
        const place = { direction, ...labels, listener: proxy.listen, upstream: proxy.upstream };
        received.inc(place, traffic.received[direction]);
        sent.inc(place, traffic.sent[direction]);
      }
      accepted.inc(labels, traffic.connectionsTotal);
      failures.inc(labels, traffic.failures);
      open.set(labels, traffic.connections);
      for (const toxic of proxy.toxics.all)
        affected.set({ ...labels, toxic: toxic.name, type: toxic.type.name }, toxic.affected);
    }
  }

  return {
    async print() {
      collect();
      return { headers: { "Content-Type": registry.contentType }, body: await registry.metrics() };
    },
  };
}
