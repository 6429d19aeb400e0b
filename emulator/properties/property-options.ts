/**
 * The same seed each time, so that a failure is a failure of the change under test. Others are tried
 * with PROPERTY_SEED; fast-check names the seed, and the shortest failing case, when one fails.
 */
export function propertyOptions(numRuns: number): { numRuns: number; seed: number } {
  return { numRuns, seed: Number(process.env['PROPERTY_SEED'] ?? '20260101') };
}
