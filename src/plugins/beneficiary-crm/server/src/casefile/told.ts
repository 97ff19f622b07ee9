import type { Crm } from '../kernel/crm';
import type { Locale } from '../../../contracts/vocabulary';
import type { PersonFile } from '../../../contracts/registry';
import type { Told } from './timeline.rules';

/** Events in words, in the order given; `detailOf` tells two events of one kind apart. */
export const inWords = (
  crm: Crm,
  events: readonly Told[],
  names: ReadonlyMap<number, string>,
  detailOf: (told: Told) => string | null,
  locale: Locale,
): PersonFile['timeline'] =>
  events.map((told) => {
    const { seq, at, type, actor } = told.event;
    return {
      seq,
      at: at.toISOString(),
      event: type,
      text: crm.say(locale, `event.${type}`),
      actor:
        actor.kind === 'staff'
          ? (names.get(actor.id) ?? '—')
          : crm.say(locale, `track.actor.${actor.kind}`),
      detail: detailOf(told),
    };
  });
