let made = 0;

/** A name for an entry that the server has not given one yet. */
export function freshKey(): string {
  made += 1;
  return `new-${Date.now().toString(36)}-${made}`;
}
