/** The middle of some numbers; of an even count the mean of the two in the middle. @throws RangeError of none */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("no numbers");
  return (lower + upper) / 2;
}

/**
 * How a cost grows with size: the slope of the least squares line through the logarithms. 1 is in
 * proportion, 2 with the square. `null` for fewer than two sizes.
 */
export function growthExponent(
  points: readonly { readonly size: number; readonly cost: number }[],
): number | null {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const meanX = sum(logs.map(({ x }) => x)) / logs.length;
  const meanY = sum(logs.map(({ y }) => y)) / logs.length;
  const spread = sum(logs.map(({ x }) => (x - meanX) ** 2));
  if (logs.length < 2 || spread === 0) return null;
  return sum(logs.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
