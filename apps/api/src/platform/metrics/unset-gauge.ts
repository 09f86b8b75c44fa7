// A gauge without a value until it is set: prom-client starts at 0, which would say that something is down or broken.
import { Gauge, type Registry } from 'prom-client';

export function unsetGauge(name: string, help: string, registers: Registry[]): Gauge {
  const gauge = new Gauge({ name, help, registers });
  gauge.remove();
  return gauge;
}
