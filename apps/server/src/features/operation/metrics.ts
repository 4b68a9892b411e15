import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

/** Metrics in the Prometheus text format (version 0.0.4), for Morrow's own operators. */
export function metricsText(facts: { position: number }): string {
  const memory = process.memoryUsage();
  return [
    metric("morrow_log_position", "gauge", "Position of the newest event in the log.", facts.position),
    metric("process_resident_memory_bytes", "gauge", "Resident memory.", memory.rss),
    metric("nodejs_heap_used_bytes", "gauge", "Heap in use.", memory.heapUsed),
    metric(
      "nodejs_eventloop_delay_p99_seconds",
      "gauge",
      "99th percentile of the event loop's delay since the start.",
      delay.percentile(99) / 1e9,
    ),
    metric("process_uptime_seconds", "gauge", "Time since the start.", process.uptime()),
  ].join("");
}

function metric(name: string, type: string, help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`;
}
