// What will be written, in memory: nothing reaches the disk before all of it is known to be right.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { refuse } from './refusal.ts';

export class Plan {
  #root: string;
  #texts = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  has(file: string): boolean {
    return this.#texts.has(file) || existsSync(join(this.#root, file));
  }

  /** The text of a file as it will be. */
  async read(file: string): Promise<string> {
    return this.#texts.get(file) ?? readFile(join(this.#root, file), 'utf8');
  }

  create(file: string, text: string): void {
    if (this.has(file)) refuse(`${file} exists: take another name, or remove it.`);
    this.#texts.set(file, text);
  }

  async edit(file: string, change: (file: string, text: string) => string): Promise<void> {
    if (!this.has(file)) refuse(`${file} is missing: every system has one; see contracts/fundraising.`);
    this.#texts.set(file, change(file, await this.read(file)));
  }

  /** Writes everything as prettier lays it out; returns the paths. */
  async write(): Promise<string[]> {
    const laidOut: [string, string][] = [];
    for (const [file, text] of this.#texts) {
      const filepath = join(this.#root, file);
      laidOut.push([file, await format(text, { ...(await resolveConfig(filepath)), filepath })]);
    }
    for (const [file, text] of laidOut) {
      await mkdir(dirname(join(this.#root, file)), { recursive: true });
      await writeFile(join(this.#root, file), text);
    }
    return laidOut.map(([file]) => file);
  }
}
