import { fileSorts } from '../../../contracts/registry';
import { fileStatuses } from '../../../contracts/vocabulary';

const filterNames = ['status', 'category', 'branch', 'expiring', 'sort'] as const;
export type FileFilter = (typeof filterNames)[number];
export type FilesAddress = Record<FileFilter, string> & { page: number };

const closed: Partial<Record<FileFilter, readonly string[]>> = {
  status: fileStatuses,
  expiring: ['yes'],
  sort: fileSorts,
};

/** What the address of the list asks for; what it does not know is left out. */
export function readFilesAddress(search: URLSearchParams): FilesAddress {
  const known = (name: FileFilter) => {
    const value = search.get(name) ?? '';
    return closed[name] && !closed[name].includes(value) ? '' : value;
  };
  return {
    ...(Object.fromEntries(filterNames.map((name) => [name, known(name)])) as Record<
      FileFilter,
      string
    >),
    page: Math.max(1, Math.floor(Number(search.get('page'))) || 1),
  };
}

/** The address after a change. Any change but of the page goes back to the first page. */
export function changeFilesAddress(
  search: URLSearchParams,
  change: Partial<Record<FileFilter, string>> & { page?: number },
): URLSearchParams {
  const next = new URLSearchParams(search);
  next.delete('page');
  for (const [name, value] of Object.entries(change)) {
    if (value === '' || (name === 'page' && value === 1)) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}
