// Delays in milliseconds, counted in buckets that are 1 % wide: percentiles are right to 1 %, whatever their number.
const SMALLEST = 0.001;
const WIDTH = Math.log(1.01);
const BUCKETS = 2048;

export class Histogram {
  counts = new Array(BUCKETS).fill(0);
  total = 0;
  max = 0;

  add(millis) {
    const bucket = millis <= SMALLEST ? 0 : Math.min(BUCKETS - 1, Math.ceil(Math.log(millis / SMALLEST) / WIDTH));
    this.counts[bucket]++;
    this.total++;
    if (millis > this.max) this.max = millis;
  }

  /// Takes in what another process counted.
  merge(other) {
    other.counts.forEach((count, bucket) => { this.counts[bucket] += count; });
    this.total += other.total;
    this.max = Math.max(this.max, other.max);
    return this;
  }

  /// The delay that this share of all stayed at or below; null where there is none.
  percentile(share) {
    let seen = 0;
    const wanted = Math.ceil(this.total * share);
    const bucket = this.counts.findIndex((count) => (seen += count) >= wanted);
    return this.total === 0 ? null : Math.min(this.max, SMALLEST * Math.exp(bucket * WIDTH));
  }

  plain() {
    return { counts: this.counts, total: this.total, max: this.max };
  }
}

export function rounded(value, digits = 2) {
  return value === null ? null : Number(value.toFixed(digits));
}
