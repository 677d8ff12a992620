import { isLoopback } from './setting.js';

/** Where people find fupan: what is configured, or else wherever the server listens. */
export class PublicUrl {
  #listening: string | undefined;

  constructor(private readonly configured: string | null) {}

  /** Says where the server listens; counts where nothing is configured. */
  listensAt(origin: string): void {
    this.#listening = origin;
  }

  /** Without a slash at the end; known once the server listens. */
  get origin(): string {
    return this.configured ?? this.#listening ?? 'http://127.0.0.1';
  }

  get isHttps(): boolean {
    return this.origin.startsWith('https:');
  }

  /** True where whoever is between a browser and fupan can read along. */
  get isReadable(): boolean {
    return !this.isHttps && !isLoopback(new URL(this.origin).hostname);
  }
}
