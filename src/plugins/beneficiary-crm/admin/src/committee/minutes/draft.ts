import type { z } from 'zod';
import type { MinutesView, writeMinutesBody } from '../../../../contracts/minutes';

/** What is typed over the free parts, and nothing of what stands there: a part that is not touched is not in it. */
export interface MinutesDraft {
  /** the state of the text over which it is typed; null: nothing is */
  base: number | null;
  opening: string | null;
  closing: string | null;
  /** by item */
  summaries: Record<string, string>;
}
export const emptyDraft: MinutesDraft = { base: null, opening: null, closing: null, summaries: {} };

export interface FreeParts {
  opening: string;
  closing: string;
  summaries: Record<string, string>;
}

/** What stands in the fields: what was typed, elsewhere what is kept. */
export const shownIn = (draft: MinutesDraft, view: MinutesView): FreeParts => ({
  opening: draft.opening ?? view.opening,
  closing: draft.closing ?? view.closing,
  summaries: Object.fromEntries(
    view.items.map(({ id, summary }) => [id, draft.summaries[id] ?? summary]),
  ),
});

/** Something is typed that is not kept yet. */
export const isTouched = (draft: MinutesDraft, view: MinutesView): boolean =>
  JSON.stringify(shownIn(draft, view)) !== JSON.stringify(shownIn(emptyDraft, view));

export const bodyOf = (
  draft: MinutesDraft,
  view: MinutesView,
): z.input<typeof writeMinutesBody> => {
  const { opening, closing, summaries } = shownIn(draft, view);
  return {
    expectedEdit: draft.base ?? view.edit,
    opening,
    closing,
    summaries: Object.entries(summaries).map(([item, text]) => ({ item, text })),
  };
};

/** The minutes as the person in the fields would have them, to be read before they are kept. */
export const previewOf = (draft: MinutesDraft, view: MinutesView): MinutesView => {
  const { opening, closing, summaries } = shownIn(draft, view);
  return {
    ...view,
    opening,
    closing,
    items: view.items.map((item) => ({ ...item, summary: summaries[item.id] ?? item.summary })),
  };
};
