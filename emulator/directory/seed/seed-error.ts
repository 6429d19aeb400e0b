/** A seed that cannot be used. The message is one sentence that names the field and what is wrong with it. */
export class SeedError extends Error {
  /** @param field as a path, such as `people.0.username` */
  static at(field: string, problem: string): SeedError {
    return new SeedError(`The seed is wrong at ${field}: ${problem}.`);
  }
}
