/** Streams of bytes read in the pieces somebody wants, with no more of them in memory than such a piece. */

/** Reads a stream by count or by line. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }

  /** So many bytes, or fewer where the stream ends. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** The next so many bytes in whatever pieces they come; fewer where the stream ends. */
  async *pieces(count: number): AsyncGenerator<Buffer> {
    let missing = count;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      const part = this.#held.subarray(0, missing);
      this.#held = this.#held.subarray(part.length);
      missing -= part.length;
      yield part;
    }
  }

  /** A line without its end; undefined where there is none within so many bytes. */
  async line(longest: number): Promise<string | undefined> {
    for (;;) {
      const end = this.#held.indexOf(10);
      if (end >= 0 && end <= longest) {
        const line = this.#held.subarray(0, end).toString('latin1');
        this.#held = this.#held.subarray(end + 1);
        return line;
      }
      if (this.#held.length > longest || !(await this.#more())) return undefined;
    }
  }

  async *rest(): AsyncGenerator<Buffer> {
    do {
      const part = this.#held;
      this.#held = Buffer.alloc(0);
      if (part.length > 0) yield part;
    } while (await this.#more());
  }
}

export type Block = { readonly bytes: Buffer; readonly last: boolean };

/** The stream in blocks of one size; the last may be shorter, and of an empty stream it is empty. */
export async function* blocks(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Block> {
  const reader = new ByteReader(source);
  let block = await reader.take(size);
  for (;;) {
    const next = block.length < size ? Buffer.alloc(0) : await reader.take(size);
    if (next.length === 0) {
      yield { bytes: block, last: true };
      return;
    }
    yield { bytes: block, last: false };
    block = next;
  }
}
