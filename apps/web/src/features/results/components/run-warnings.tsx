// What of a finished run was out of the ordinary, so that its figures are read with care.
import type { PerformanceMetricsWire } from '@medspasync/schemas';
import { Callout } from '@medspasync/ui';

export function RunWarnings({ performance }: { performance: PerformanceMetricsWire | null }) {
  const dateOrder = performance?.date_order;
  const unlike = performance?.drift?.words;
  const usedTwice = performance?.used_twice;
  const passedOver = performance?.passed_over;
  return (
    <>
      {dateOrder && (
        <Callout tone="warning" title="Day and month may be exchanged">
          <p>{dateOrder}</p>
        </Callout>
      )}
      {unlike && (
        <Callout tone="warning" title="The model has seen few files like these">
          <p>{unlike}</p>
        </Callout>
      )}
      {usedTwice && (
        <Callout tone="warning" title="Some codes were redeemed twice">
          <p>{usedTwice}</p>
        </Callout>
      )}
      {passedOver && (
        <Callout tone="warning" title="Some rows were passed over">
          <p>{passedOver}</p>
        </Callout>
      )}
    </>
  );
}
