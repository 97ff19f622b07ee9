import type { IdentityType, PersonDocumentKind } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import type { RecordedEvent } from '../kernel/unit-of-work';
import type { Subscriber } from '../kernel/room';
import { mayTake, reachOf } from '../registry';
import type { Reach } from '../registry';
import { writeTo } from './compose.service';
import { queueMessage } from './outbox.service';

/** Tells people what their file needs. One event is told once, however often this runs. */
export const tellPerson: Subscriber = {
  name: 'tell_person',
  on: ['file.expiry_announced'],
  when: 'after',
  async run(crm, event) {
    const person = event.subject && (await reachOf(crm.db, event.subject.id));
    // Whoever died since is not written to; an officer sees the paper in the list all the same.
    if (!person || !mayTake(person.status, 'contact')) return;
    const expiring = await expiringPaper(crm, event, person);
    if (!expiring) return;
    const message = await writeTo(
      crm,
      person,
      {
        template: 'document_expiring',
        requestId: null,
        beneficiaryId: person.id,
        eventSeq: event.seq,
      },
      ({ date, text }) => ({
        items: text(expiring.name),
        dueBy: date(new Date(`${expiring.on}T00:00:00+03:00`)),
      }),
    );
    if (message) await crm.transaction((unit) => queueMessage(unit, message));
  },
};

interface Paper {
  name: string;
  /** YYYY-MM-DD */
  on: string;
}

/** What expires, in the person's words; null when it was renewed or removed meanwhile. */
async function expiringPaper(
  crm: Crm,
  { data }: RecordedEvent,
  { locale }: Reach,
): Promise<Paper | null> {
  if (typeof data?.identity === 'string') {
    const identity = await crm
      .db('crm_identities')
      .where({ id: data.identity })
      .whereRaw('announced_for = expires_on')
      .first<{ type: IdentityType; last3: string; expires_on: string } | undefined>(
        'type',
        'last3',
        'expires_on',
      );
    if (!identity) return null;
    const type = crm.say(locale, `identity.${identity.type}`);
    const name = crm.say(locale, 'message.identity', { type, last3: identity.last3 });
    return { name, on: identity.expires_on };
  }
  const document = await crm
    .db('crm_person_documents')
    .where({ id: data?.document })
    .whereNull('removed_at')
    .whereNotNull('valid_until')
    .first<{ kind: PersonDocumentKind; title: string | null; valid_until: string } | undefined>(
      'kind',
      'title',
      'valid_until',
    );
  if (!document) return null;
  return {
    name: document.title ?? crm.say(locale, `document_kind.${document.kind}`),
    on: document.valid_until,
  };
}
