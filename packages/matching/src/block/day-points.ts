// The gate's points of two days. Rewards come in order of day, so that what one day makes of the others is worked out once.
import { dateSlips, dayAndMonthExchanged, type Gate } from '../domain.ts';

/** Lags beyond this either way are alike, unless one of the days is mistyped. */
const LONGEST_LAG = 63;

/** Days this far apart either way are remembered. */
const REMEMBERED = 2048;
/** No day has so few points. */
const UNKNOWN = -0x8000;

export class DayPoints {
  private postedOn: number | undefined;
  /** Points of the day `postedOn - lag`, at `lag + REMEMBERED`. */
  private readonly known = new Int16Array(2 * REMEMBERED + 1);

  constructor(private readonly gate: Gate) {}

  turnTo(postedOn: number): void {
    if (postedOn === this.postedOn) return;
    this.postedOn = postedOn;
    this.known.fill(UNKNOWN);
  }

  /** Of a sale on another day or the same, and of the day turned to. */
  of(soldOn: number): number {
    const lag = this.postedOn! - soldOn;
    if (lag < -REMEMBERED || lag > REMEMBERED) return this.worked(lag, soldOn);
    const known = this.known[lag + REMEMBERED]!;
    if (known !== UNKNOWN) return known;
    const points = this.worked(lag, soldOn);
    this.known[lag + REMEMBERED] = points;
    return points;
  }

  private worked(lag: number, soldOn: number): number {
    const { lags, mistypedDay, otherLag } = this.gate;
    if (lag >= -LONGEST_LAG && lag <= LONGEST_LAG) {
      return lags.find(({ from, to }) => lag >= from && lag <= to)?.points ?? otherLag;
    }
    const isMistyped =
      dateSlips(this.postedOn!, soldOn) <= 1 || dayAndMonthExchanged(this.postedOn!) === soldOn;
    return isMistyped ? mistypedDay : otherLag;
  }
}
