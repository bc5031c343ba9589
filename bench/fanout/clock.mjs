// One clock for all processes of a run: microseconds since 1970. The monotonic clock is the same for every process of a
// Linux machine; only its distance to the calendar has to be agreed on, which the first process does.
export function agreedOffset() {
  return BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
}

export function micros(offset) {
  return Number((process.hrtime.bigint() + offset) / 1000n);
}
