// How sure is sure enough: above it a pair is matched without being asked about.
import { REVIEW_FLOOR } from '@medspasync/schemas';
import { Field, Slider } from '@medspasync/ui';

/** Above it nothing would match: certainty is never reached. */
const MAX_PERCENT = 99;
const MIN_PERCENT = Math.round(REVIEW_FLOOR * 100);

export interface ThresholdControlProps {
  /** A probability, 0–1. */
  threshold: number;
  onChange: (threshold: number) => void;
}

export function ThresholdControl({ threshold, onChange }: ThresholdControlProps) {
  const percent = Math.round(threshold * 100);
  return (
    <Field
      label="Match without asking from"
      hint={
        percent > MIN_PERCENT
          ? `Pairs at ${percent}% or more count as matched. From ${MIN_PERCENT}% to ${percent}% you decide. Lower, and nothing is paired.`
          : `Pairs at ${percent}% or more count as matched, and none is left for you to decide.`
      }
    >
      {(control) => (
        <div className="flex items-center gap-4">
          <Slider
            {...control}
            min={MIN_PERCENT}
            max={MAX_PERCENT}
            value={percent}
            aria-valuetext={`${percent}%`}
            onChange={(event) => onChange(event.target.valueAsNumber / 100)}
          />
          <output htmlFor={control.id} className="tabular w-14 text-right font-semibold text-title">
            {percent}%
          </output>
        </div>
      )}
    </Field>
  );
}
