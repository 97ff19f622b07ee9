import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Disk } from 'flydrive' with { 'resolution-mode': 'import' };

/**
 * Large files on their way through: they come in parts, are read once from beginning to end, and are destroyed.
 * They never become files of a person or a request, which have a store and limits of their own (`files.ts`).
 */
export interface Staging {
  /** Keeps a part; the same place again replaces it. */
  put(name: string, at: number, source: string): Promise<void>;
  /** Puts the parts together for as long as `work` runs. `parts`: where each begins, in order. */
  read<T>(name: string, parts: readonly number[], work: (path: string) => Promise<T>): Promise<T>;
  destroy(name: string): Promise<void>;
}

/** A private folder, never served by the web server. */
export async function createStaging(folder: string): Promise<Staging> {
  const { Disk: DiskClass } = await import('flydrive');
  const { FSDriver } = await import('flydrive/drivers/fs');
  const disk: Disk = new DiskClass(
    new FSDriver({ location: path.resolve(folder), visibility: 'private' }),
  );
  return {
    put: (name, at, source) => disk.putStream(`${name}/${at}`, createReadStream(source)),
    async read(name, parts, work) {
      const place = await mkdtemp(path.join(tmpdir(), 'crm-staging-'));
      try {
        const whole = path.join(place, 'whole');
        for (const at of parts) {
          const part = await disk.getStream(`${name}/${at}`);
          await pipeline(part, createWriteStream(whole, { flags: 'a', mode: 0o600 }));
        }
        return await work(whole);
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    },
    destroy: (name) => disk.deleteAll(name),
  };
}
