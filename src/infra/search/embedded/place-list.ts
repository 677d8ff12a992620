/** Places of words in one document, in memory that is used over and over. */
export class PlaceList {
  #places = new Uint32Array(256);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  at(index: number): number {
    return this.#places[index] as number;
  }

  push(place: number): void {
    if (this.#count === this.#places.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places[this.#count] = place;
    this.#count += 1;
  }

  sort(): void {
    this.#places.subarray(0, this.#count).sort();
  }

  /**
   * Keeps those that one of the others comes so far behind.
   * @param others in order, as these are
   */
  keepFollowed(others: PlaceList, distance: number): void {
    let kept = 0;
    let reached = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const place = this.#places[at] as number;
      while (reached < others.#count && (others.#places[reached] as number) < place + distance) {
        reached += 1;
      }
      if (reached === others.#count) break;
      if (others.#places[reached] !== place + distance) continue;
      this.#places[kept] = place;
      kept += 1;
    }
    this.#count = kept;
  }
}
