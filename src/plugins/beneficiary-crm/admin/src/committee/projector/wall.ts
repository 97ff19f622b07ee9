import type { ProjectorView } from '../../../../contracts/sessions';

export type WallItem = ProjectorView['items'][number];

/**
 * Which item is large on the wall: the one that somebody chose; else the one whose vote is open; else the last whose
 * result is there and whose decision is still to come; else the next.
 */
export function onWall(
  { items, current }: Pick<ProjectorView, 'items' | 'current'>,
  chosen: string | null,
): WallItem | null {
  return (
    items.find(({ id }) => id === chosen) ??
    items.find(({ status }) => status === 'open') ??
    items.findLast(({ status }) => status === 'closed') ??
    items.find(({ id }) => id === current) ??
    items.at(-1) ??
    null
  );
}

/** The item before or after the one that is shown; at the end it stays. */
export function beside(
  items: readonly WallItem[],
  shown: WallItem | null,
  by: 1 | -1,
): string | null {
  const at = items.findIndex(({ id }) => id === shown?.id);
  return items[Math.max(0, Math.min(items.length - 1, at + by))]?.id ?? null;
}
