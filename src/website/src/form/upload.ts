import { address, failure } from '../api/client';
import type { UploadReceipt } from '../api/types';

export const LARGEST_FILE = 10 * 1024 * 1024;

export type UploadTrouble = 'type' | 'big' | 'empty' | 'failed' | 'offline';

/** What a file is refused for before it costs the person a minute of upload. */
export function troubleWith(file: { name: string; type: string; size: number }) {
  const known = /^(image\/(jpeg|png)|application\/pdf)$/.test(file.type);
  if (!known && !/\.(jpe?g|png|pdf)$/i.test(file.name)) return 'type';
  if (file.size === 0) return 'empty';
  if (file.size > LARGEST_FILE) return 'big';
  return undefined;
}

/** What the server's refusal of a file means to the person. */
export function troubleOf(status: number, code: string): UploadTrouble {
  if (status === 413) return 'big';
  if (status === 415) return 'type';
  if (/empty/i.test(code)) return 'empty';
  return 'failed';
}

/**
 * Sends a file, telling how much has gone (0…1). XMLHttpRequest, because fetch cannot tell.
 * Returns how to stop it.
 */
export function upload(
  file: File,
  on: {
    progress: (share: number) => void;
    done: (receipt: UploadReceipt) => void;
    trouble: (trouble: UploadTrouble, message: string) => void;
  },
): () => void {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('file', file);
  request.open('POST', address('/uploads'));
  request.upload.onprogress = ({ loaded, total }) => on.progress(total ? loaded / total : 0);
  request.onerror = () => on.trouble(navigator.onLine === false ? 'offline' : 'failed', '');
  request.onload = () => {
    const { status, responseText } = request;
    if (status >= 200 && status < 300) {
      on.done((JSON.parse(responseText) as { data: UploadReceipt }).data);
      return;
    }
    const error = failure(status, responseText, null);
    const trouble = troubleOf(status, error.code);
    on.trouble(trouble, trouble === 'failed' && status < 500 ? error.message : '');
  };
  request.send(body);
  return () => request.abort();
}
