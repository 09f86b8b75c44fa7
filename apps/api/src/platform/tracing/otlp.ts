// Sends spans to a collector (OTLP over HTTP). Apart, and loaded only where one is configured: without, nothing of the
// SDK is loaded and nothing leaves the process.
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** A collector that is away must not hold up a shutdown. */
const TIMEOUT_MS = 5000;

/** @param options.endpoint base address of the collector. Closing sends what is left. */
export function startExport(options: { endpoint: string; serviceName: string; version: string }): {
  close(): Promise<void>;
} {
  const url = `${options.endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: TIMEOUT_MS });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': options.serviceName,
      'service.version': options.version,
    }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: TIMEOUT_MS })],
  });
  provider.register();
  return { close: () => provider.shutdown() };
}
