import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Disk } from 'flydrive' with { 'resolution-mode': 'import' };
import type { Knex } from 'knex';
import { CrmError } from './errors';
import { notHidden } from './hidden';
import { isId } from './http';
import { newToken, sha256, tokenHash } from './vault';
import type { UploadedFile } from './room';

const megabyte = 1024 * 1024;
/** What a phone's camera makes fits; a scan of a lease fits. */
export const largestFile = 10 * megabyte;
/** 50 megapixels: beyond it an image is a weapon, not a document. */
const mostPixels = 50_000_000;

/** The kinds of file that are taken, by the content's own mark, never by what the sender claims. */
const kinds: Readonly<Record<string, { mime: string; extensions: readonly string[] }>> = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'] },
  jpg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'] },
  png: { mime: 'image/png', extensions: ['png'] },
};

export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  size: number;
  requestId: string | null;
  /** the person in whose file it lies */
  beneficiaryId: string | null;
  createdAt: Date;
}

interface FileRow {
  id: string;
  storage_key: string;
  name: string;
  mime: string;
  size: number;
  request_id: string | null;
  beneficiary_id: string | null;
  created_at: Date;
}

export interface FileStore {
  /**
   * Takes a file in and keeps it apart until a request claims it.
   * @returns the one-time token and what was kept
   * @throws CrmError 413, 415 or 422 with one sentence for each way a file can be wrong
   */
  receive(
    db: Knex,
    file: UploadedFile,
    now: Date,
    hours: number,
  ): Promise<StoredFile & { upload: string; expiresAt: Date }>;
  /** Gives an unclaimed, unexpired upload to a request; null when the token is foreign, used or expired. */
  claim(trx: Knex, upload: string, requestId: string, now: Date): Promise<StoredFile | null>;
  /** The same for the file of a person. */
  claimForPerson(
    trx: Knex,
    upload: string,
    beneficiaryId: string,
    now: Date,
  ): Promise<StoredFile | null>;
  /** Takes a file from whom it belongs to: nobody reads it any more, and the next sweep destroys it. */
  release(trx: Knex, ids: readonly string[], now: Date): Promise<void>;
  /** @param seenBy whom the file of a hidden request is not there for: the same one query as for no file */
  find(db: Knex, id: string, seenBy?: number): Promise<StoredFile | null>;
  read(db: Knex, id: string): Promise<Buffer>;
  /** Destroys uploads that nobody claimed in time. */
  sweep(db: Knex, now: Date): Promise<number>;
}

const toStored = (row: FileRow): StoredFile => ({
  id: row.id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  requestId: row.request_id,
  beneficiaryId: row.beneficiary_id,
  createdAt: row.created_at,
});

/** A private folder, never served by the web server; names are random. */
export async function createFileStore(folder: string): Promise<FileStore> {
  const { Disk: DiskClass } = await import('flydrive');
  const { FSDriver } = await import('flydrive/drivers/fs');
  const disk: Disk = new DiskClass(
    new FSDriver({ location: path.resolve(folder), visibility: 'private' }),
  );

  async function rowById(db: Knex, id: string, seenBy?: number): Promise<FileRow | null> {
    if (!isId(id)) return null;
    const found = db<FileRow>('crm_files').where({ id });
    if (seenBy !== undefined) void found.modify(notHidden(seenBy, 'request_id'));
    return ((await found.first()) as FileRow | undefined) ?? null;
  }

  async function claim(
    trx: Knex,
    upload: string,
    now: Date,
    owner: { request_id: string } | { beneficiary_id: string },
  ): Promise<StoredFile | null> {
    // A token that was used is gone, so what is found here is nobody's yet.
    const rows: FileRow[] = await trx('crm_files')
      .where({ upload_hash: tokenHash(upload) })
      .where('expires_at', '>', now)
      .update({ ...owner, upload_hash: null, expires_at: null })
      .returning('*');
    return rows[0] ? toStored(rows[0]) : null;
  }

  return {
    async receive(db, file, now, hours) {
      const { bytes, mime } = await examine(file);
      const id = randomUUID();
      const upload = newToken();
      const expiresAt = new Date(now.getTime() + hours * 3_600_000);
      const key = `${id.slice(0, 2)}/${id}`;
      await disk.put(key, bytes);
      const row = {
        id,
        storage_key: key,
        name: path.basename(file.name).slice(-120),
        mime,
        size: bytes.length,
        sha256: sha256(bytes),
        upload_hash: tokenHash(upload),
        expires_at: expiresAt,
        created_at: now,
      };
      await db('crm_files').insert(row);
      const stored = toStored({ ...row, request_id: null, beneficiary_id: null });
      return { ...stored, upload, expiresAt };
    },
    claim: (trx, upload, requestId, now) => claim(trx, upload, now, { request_id: requestId }),
    claimForPerson: (trx, upload, beneficiaryId, now) =>
      claim(trx, upload, now, { beneficiary_id: beneficiaryId }),
    async release(trx, ids, now) {
      // Marked as an upload whose time is over, under a token that nobody has.
      for (const id of ids)
        await trx('crm_files')
          .where({ id })
          .update({
            request_id: null,
            beneficiary_id: null,
            upload_hash: tokenHash(newToken()),
            expires_at: now,
          });
    },
    async find(db, id, seenBy) {
      const row = await rowById(db, id, seenBy);
      return row ? toStored(row) : null;
    },
    async read(db, id) {
      const row = await rowById(db, id);
      if (!row) throw new CrmError('not_found', 'error.not_found');
      return Buffer.from(await disk.getBytes(row.storage_key));
    },
    async sweep(db, now) {
      const rows: FileRow[] = await db('crm_files').where('expires_at', '<=', now).limit(500);
      for (const row of rows) {
        await disk.delete(row.storage_key);
        await db('crm_files').where({ id: row.id }).whereNotNull('upload_hash').delete();
      }
      return rows.length;
    },
  };
}

/** Checks the content itself; images are made anew, which drops where and when a photo was taken. */
async function examine(file: UploadedFile): Promise<{ bytes: Buffer; mime: string }> {
  if (file.size === 0) throw new CrmError('invalid', 'file.empty');
  if (file.size > largestFile) throw new CrmError('too_large', 'file.too_large');
  const bytes = await readFile(file.path);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  const kind = found ? kinds[found.ext] : undefined;
  const extension = path.extname(file.name).slice(1).toLowerCase();
  if (!kind) throw new CrmError('unsupported_type', 'file.unsupported');
  if (!kind.extensions.includes(extension))
    throw new CrmError('unsupported_type', 'file.disguised');
  if (kind.mime === 'application/pdf') {
    if (bytes.includes('/Encrypt')) throw new CrmError('invalid', 'file.protected');
    return { bytes, mime: kind.mime };
  }
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).rotate();
    const clean = await (
      kind.mime === 'image/png' ? image.png() : image.jpeg({ quality: 85 })
    ).toBuffer();
    return { bytes: clean, mime: kind.mime };
  } catch {
    // sharp says no to what is broken or beyond the pixels; the reason is not the sender's business
    throw new CrmError('invalid', 'file.broken');
  }
}
