/** First in, first out; whoever does not want to wait any more leaves from the middle at the same cost. */
export class Fifo<Value> {
  #first: Link<Value> | undefined;
  #last: Link<Value> | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): Value | undefined {
    return this.#first?.value;
  }

  /** Returns what takes it out again; it does nothing when it is out already. */
  push(value: Value): () => void {
    const link: Link<Value> = { value, previous: this.#last, next: undefined, inside: true };
    if (this.#last === undefined) this.#first = link;
    else this.#last.next = link;
    this.#last = link;
    this.#size += 1;
    return () => this.#remove(link);
  }

  shift(): Value | undefined {
    const first = this.#first;
    if (first !== undefined) this.#remove(first);
    return first?.value;
  }

  #remove(link: Link<Value>): void {
    if (!link.inside) return;
    link.inside = false;
    if (link.previous === undefined) this.#first = link.next;
    else link.previous.next = link.next;
    if (link.next === undefined) this.#last = link.previous;
    else link.next.previous = link.previous;
    this.#size -= 1;
  }
}

interface Link<Value> {
  readonly value: Value;
  previous: Link<Value> | undefined;
  next: Link<Value> | undefined;
  inside: boolean;
}
