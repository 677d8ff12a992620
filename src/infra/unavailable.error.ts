/** Another program that this one needs is away. Nothing is wrong with what was asked: ask again. */
export class UnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnavailableError';
  }
}
