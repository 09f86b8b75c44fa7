// Something that is worked out when it is first asked for, unless another thread has made it already.

export class OnceMade<T extends object> {
  #made: T | undefined;

  constructor(private readonly make: () => T) {}

  get(): T {
    this.#made ??= this.make();
    return this.#made;
  }

  /** Takes what was made of the same elsewhere. */
  take(made: T): void {
    this.#made = made;
  }
}
